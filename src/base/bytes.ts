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

/** The text of UTF-8 bytes; null where they are not UTF-8 (overlong forms and surrogates are not). */
export function textOfUtf8(bytes: Uint8Array): string | null {
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at++] as number;
    const more =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0 || at + more > bytes.length) return null;
    let code = more === 0 ? lead : lead & (0x3f >> more);
    for (const end = at + more; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >> 6 !== 2) return null;
      code = (code << 6) | (byte & 63);
    }
    const least = [0, 0x80, 0x800, 0x10000][more] as number;
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    out += String.fromCodePoint(code);
  }
  return out;
}

/** Each byte as the character of its number (ISO 8859-1): a text where places are bytes. */
export function latin1Of(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** A text without what some editors put before it. */
export const withoutMark = (bytes: Uint8Array): Uint8Array =>
  BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
