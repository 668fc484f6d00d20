// Every rule that a header, a block or a transaction can break here, by the name that Bitcoin Core gives it
// (validation.cpp, consensus/tx_check.cpp, consensus/tx_verify.cpp). There are no others. Each list is in the order in
// which the rules are asked.

export const HEADER_RULES = [
  'high-hash',
  'prev-blk-not-found',
  'bad-prevblk',
  'bad-diffbits',
  'time-too-old',
  'time-too-new',
] as const;

export const BLOCK_RULES = [
  'bad-txnmrklroot',
  'bad-txns-duplicate',
  'bad-blk-length',
  'bad-cb-missing',
  'bad-cb-multiple',
  'bad-txns-nonfinal',
  'bad-cb-height',
  'bad-witness-merkle-match',
  'bad-blk-weight',
  'bad-cb-amount',
] as const;

export const TRANSACTION_RULES = [
  'bad-txns-vin-empty',
  'bad-txns-vout-empty',
  'bad-txns-vout-negative',
  'bad-txns-vout-toolarge',
  'bad-txns-txouttotal-toolarge',
  'bad-txns-inputs-duplicate',
  'bad-cb-length',
  'bad-txns-prevout-null',
  'bad-txns-inputs-missingorspent',
  'bad-txns-premature-spend-of-coinbase',
  'bad-txns-in-belowout',
  'mandatory-script-verify-flag-failed',
] as const;

/** A block with its header, where nothing is known of its place. */
export const FORGED_BLOCK_RULES = ['high-hash', ...BLOCK_RULES] as const;

export type HeaderRule = (typeof HEADER_RULES)[number];
export type Rule = HeaderRule | (typeof BLOCK_RULES)[number] | (typeof TRANSACTION_RULES)[number];

export const RULES: readonly Rule[] = [...HEADER_RULES, ...BLOCK_RULES, ...TRANSACTION_RULES];

/** A rule that does not hold: what was found, and what the rule asks for (or the furthest that it allows). */
export interface Broken<R extends Rule = Rule> {
  readonly rule: R;
  readonly got: string | number;
  readonly want: string | number;
}

export const broken = <R extends Rule>(rule: R, got: string | number, want: string | number): Broken<R> => ({
  rule,
  got,
  want,
});
