// Seeded randomness as pure functions of (seed, stream, index): nothing to advance, nothing to save. Integer
// arithmetic only, so every engine gives the same bits. The mixer is the finaliser of MurmurHash3 (Appleby 2011).

/** Mixes a 32-bit integer into a well spread one. */
export function mix32(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 32-bit unsigned value for (seed, index). */
export const random32 = (seed: number, index: number): number =>
  mix32(mix32(seed ^ 0x9e3779b9) + Math.imul(index + 1, 0x9e3779b1));

/** An integer in [0, n) for (seed, index); bias below n / 2^32. */
export const pick = (seed: number, index: number, n: number): number =>
  Math.floor((random32(seed, index) * n) / 4294967296);

/** A number in [0, 1) with 32 random bits. */
export const unit = (seed: number, index: number): number => random32(seed, index) / 4294967296;

/** A 32-bit value for a string (FNV-1a over UTF-16 units, then mixed). */
export function hashString(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return mix32(h);
}
