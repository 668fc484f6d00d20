// What a name costs, in satoshi: coeff * base^bucket(length) / max(discounts that apply) * 100, at least 100; a tenth of
// it from epoch 3. As the deployed code computes it (the documents multiply the discounts).

import { YEAR } from './rules.ts';

/** What a namespace says of its prices; all whole numbers. */
export interface PriceRule {
  /** In blocks; 0xffffffff: for ever. */
  readonly lifetime: number;
  readonly coeff: number;
  readonly base: number;
  /** By length of the part before the dot; the last holds for all that are longer. */
  readonly buckets: readonly number[];
  readonly nonalpha: number;
  readonly noVowel: number;
}

/** The namespace that Blockstack's own tests use: short names cost more. */
export const BY_LENGTH: PriceRule = {
  lifetime: YEAR,
  coeff: 250,
  base: 4,
  buckets: [6, 5, 4, 3, 2, 1, ...Array<number>(10).fill(0)],
  nonalpha: 10,
  noVowel: 10,
};

/** The last block of epoch 2: names after it cost a tenth. */
export const EPOCH_3_FROM = 488_501;
const LEAST = 100n;
const UNIT = 100n;

export interface Price {
  readonly satoshi: bigint;
  /** The exponent that the length picks. */
  readonly bucket: number;
  /** Which discount counted, and by how much it divides. */
  readonly discount: { readonly kind: 'none' | 'nonalpha' | 'no-vowel'; readonly by: number };
}

const power = (base: bigint, exponent: number): bigint =>
  Array<bigint>(exponent)
    .fill(base)
    .reduce((product, one) => product * one, 1n);

/** `label` is the part before the dot. Throws a RangeError for one that is empty. */
export function priceOf(label: string, rule: PriceRule, height: number): Price {
  if (label.length === 0) throw new RangeError('a name of no letters has no price');
  const bucket = rule.buckets[Math.min(label.length, rule.buckets.length) - 1] as number;
  const nonalpha = /[0-9\-_]/.test(label) ? Math.max(1, rule.nonalpha) : 1;
  const noVowel = /[aeiouy]/.test(label) ? 1 : Math.max(1, rule.noVowel);
  const by = Math.max(nonalpha, noVowel);
  const kind = by === 1 ? 'none' : nonalpha >= noVowel ? 'nonalpha' : 'no-vowel';
  const full = BigInt(rule.coeff) * power(BigInt(rule.base), bucket) * UNIT;
  const divided = full / BigInt(by * (height >= EPOCH_3_FROM ? 10 : 1));
  return { satoshi: divided > LEAST ? divided : LEAST, bucket, discount: { kind, by } };
}
