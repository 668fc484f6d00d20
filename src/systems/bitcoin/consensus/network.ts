// What differs between one network and another: the easiest target, how often it is set anew, when coins halve and
// mature. The step-through networks are small ones; mainnet's values stand beside them.

import { fromCompact } from './target.ts';

export interface Network {
  /** The easiest target that is allowed, and its compact form. */
  readonly limit: bigint;
  readonly limitBits: number;
  /** False: the target never changes. */
  readonly retargets: boolean;
  /** Blocks from one retarget to the next. */
  readonly interval: number;
  /** Seconds that so many blocks should take. */
  readonly timespanS: number;
  /** Blocks after which the subsidy halves. */
  readonly halving: number;
  /** Blocks that a coinbase must be buried under before it is spent. */
  readonly maturity: number;
  /** From this height on a coinbase names its height (BIP 34), and a block may carry witnesses (BIP 141). */
  readonly namedHeight: number;
  readonly witnessHeight: number;
}

/** Seconds ahead of the clock that a block may be stamped. */
export const MOST_AHEAD_S = 7200;
/** The median is taken of the times of so many blocks. */
export const MEDIAN_OF = 11;

const limited = (limitBits: number): Pick<Network, 'limit' | 'limitBits'> => ({
  limitBits,
  limit: fromCompact(limitBits).target,
});

export const mainnet: Network = {
  // The limit itself has more ones than its compact form: 2^224 - 1.
  limitBits: 0x1d00ffff,
  limit: (1n << 224n) - 1n,
  retargets: true,
  interval: 2016,
  timespanS: 1_209_600,
  halving: 210_000,
  maturity: 100,
  namedHeight: 227_931,
  witnessHeight: 481_824,
};

export const regtest: Network = {
  ...mainnet,
  ...limited(0x207fffff),
  limit: (1n << 255n) - 1n,
  retargets: false,
  halving: 150,
  namedHeight: 1,
  witnessHeight: 0,
};
