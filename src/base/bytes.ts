// Bytes and their spellings.

const HEX = '0123456789abcdef';

export function hexOf(bytes: Uint8Array): string {
  let out = '';
  for (const b of bytes) out += HEX.charAt(b >> 4) + HEX.charAt(b & 15);
  return out;
}

/** Bytes of a hex string of even length; throws a RangeError naming the first bad place. */
export function bytesOfHex(hex: string): Uint8Array {
  const out = new Uint8Array(hex.length >> 1);
  if (hex.length % 2 !== 0) throw new RangeError(`hex of odd length ${hex.length}`);
  for (let i = 0; i < out.length; i++) {
    const hi = HEX.indexOf(hex.charAt(2 * i).toLowerCase());
    const lo = HEX.indexOf(hex.charAt(2 * i + 1).toLowerCase());
    if (hi < 0 || lo < 0) throw new RangeError(`not hex at ${2 * i}`);
    out[i] = hi * 16 + lo;
  }
  return out;
}

/** UTF-8 (RFC 3629); lone surrogates become U+FFFD. */
export function utf8(s: string): Uint8Array {
  const out: number[] = [];
  for (const ch of s) {
    let c = ch.codePointAt(0) as number;
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd;
    if (c < 0x80) out.push(c);
    else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return Uint8Array.from(out);
}
