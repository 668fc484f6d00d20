// What a block may pay its miner beside the fees: fifty coins, halved every 210,000 blocks and rounded down, until it is
// nothing (Nakamoto 2008, section 6; Core's GetBlockSubsidy). Amounts are in satoshi.

export const COIN = 100_000_000;
/** No amount may be larger. */
export const MOST_MONEY = 21_000_000 * COIN;

/** 50 coins shifted right once an era. */
export function subsidyAt(height: number, halving = 210_000): number {
  const era = Math.floor(height / halving);
  return era >= 64 ? 0 : Math.floor((50 * COIN) / 2 ** era);
}

/** All that blocks 0 to `height` may create. */
export function supplyAt(height: number, halving = 210_000): number {
  let sum = 0;
  for (let from = 0; from <= height && subsidyAt(from, halving) > 0; from += halving)
    sum += subsidyAt(from, halving) * Math.min(halving, height - from + 1);
  return sum;
}
