// How likely an attacker with this share of the hash power catches up with z confirmations, exactly (Grunspan and
// Perez-Marco 2017; the same number as Rosenfeld's 2014, who has the attacker one block ahead and strictly overtake). The
// white paper's section 11 approximates it.

import { about } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';

/** "60 %": the chance of an attacker with this share to take back what has z confirmations. */
export const oddsText = (share: number, z: number): Text =>
  text('net.percent', { percent: about(100 * overtakes(share, z)) });

/** From 0 to 1. `share`: in percent. Additions and products alone, so that every engine has the same bits. */
export function overtakes(share: number, z: number): number {
  const q = share / 100;
  const p = 1 - q;
  if (q >= p || z === 0) return 1;
  // The attacker finds m while the others find z: C(m + z - 1, m) p^z q^m. From m it catches up with (q/p)^(z - m).
  const times = (base: number, exponent: number): number => {
    let product = 1;
    for (let i = 0; i < exponent; i++) product *= base;
    return product;
  };
  let chance = 1;
  let ways = 1;
  for (let m = 0; m < z; m++) {
    if (m > 0) ways = (ways * (m + z - 1)) / m;
    chance -= ways * (times(p, z) * times(q, m) - times(p, m) * times(q, z));
  }
  return chance;
}
