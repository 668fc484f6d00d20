// SHA-256 in words (FIPS 180-4, 4.1.2, 4.2.2, 5.3.3, 6.2.2), for what a library does not give: the state between two
// blocks, which miners keep because the first 64 bytes of a header do not change with the nonce.

/** The first 32 bits of the fractional part of a root: exact, by whole numbers. */
function fractionOfRoot(prime: number, degree: 2 | 3): number {
  const wanted = BigInt(prime) << BigInt(32 * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    const power = degree === 2 ? middle * middle : middle * middle * middle;
    if (power <= wanted) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn) | 0;
}

const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 64; n++) if (!PRIMES.some((prime) => n % prime === 0)) PRIMES.push(n);

/** A constant for each round: from the cube roots of the first 64 primes. */
export const ROUND: readonly number[] = PRIMES.map((prime) => fractionOfRoot(prime, 3));
/** The state that every hash starts from: from the square roots of the first eight. */
export const START: readonly number[] = PRIMES.slice(0, 8).map((prime) => fractionOfRoot(prime, 2));

const right = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The state (eight words) after one more block of 64 bytes; after the first of a header it is its midstate. */
export function stateAfter(block: Uint8Array, before: ArrayLike<number> = START): Int32Array {
  const view = new DataView(block.buffer, block.byteOffset, 64);
  const w = new Int32Array(64);
  for (let t = 0; t < 16; t++) w[t] = view.getInt32(4 * t);
  const at = (t: number): number => w[t] as number;
  for (let t = 16; t < 64; t++) {
    const [x, y] = [at(t - 15), at(t - 2)];
    const s0 = right(x, 7) ^ right(x, 18) ^ (x >>> 3);
    const s1 = right(y, 17) ^ right(y, 19) ^ (y >>> 10);
    w[t] = at(t - 16) + s0 + at(t - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = Array.from(before) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let t = 0; t < 64; t++) {
    const s1 = right(e, 6) ^ right(e, 11) ^ right(e, 25);
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + (ROUND[t] as number) + at(t);
    const s0 = right(a, 2) ^ right(a, 13) ^ right(a, 22);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g];
  }
  return Int32Array.from([a, b, c, d, e, f, g, h], (word, i) => word + (before[i] as number));
}

const bytesOfWords = (words: Int32Array): Uint8Array => {
  const view = new DataView(new ArrayBuffer(32));
  for (const [i, word] of words.entries()) view.setInt32(4 * i, word);
  return new Uint8Array(view.buffer);
};

/** What is hashed, padded to whole blocks: a one, zeros, its length in bits. */
function padded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(64 * Math.ceil((bytes.length + 9) / 64));
  out.set(bytes);
  out[bytes.length] = 0x80;
  new DataView(out.buffer).setUint32(out.length - 4, 8 * bytes.length);
  return out;
}

/** SHA-256 of a few bytes, for a page that shows one hash now and then and has no library in it. */
export function sha256Words(bytes: Uint8Array): Uint8Array {
  const all = padded(bytes);
  let state = stateAfter(all);
  for (let at = 64; at < all.length; at += 64) state = stateAfter(all.subarray(at), state);
  return bytesOfWords(state);
}
