// What every node will make of each block that may come next, before it is mined: each order is taken as the race itself
// takes it, and of what would be refused it is said what was held against what.

import { bytesOfHex } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Preorder, Tables, Verdict } from '../virtualchain/database.ts';
import { judged } from '../virtualchain/database.ts';
import { decoded } from '../virtualchain/operations.ts';
import { NAMECOIN_DEPTH } from '../virtualchain/rules.ts';
import type { Race, Settings } from './race.ts';
import { enabled, next } from './race.ts';
import type { TxId } from './transactions.ts';
import { hashOf, senderOf, txOf } from './transactions.ts';

export interface Outcome {
  readonly verdict: Verdict;
  /** What it is and what it would have to be; null where it counts. */
  readonly values: { readonly is: Text; readonly must: Text } | null;
}

/** By the key of the choice that mines it: what becomes of each, in the order of the block. */
export function forecasts(race: Race, settings: Settings): Readonly<Record<string, readonly Outcome[]>> {
  const blocks = enabled(race, settings).filter(({ kind }) => kind === 'mine');
  return Object.fromEntries(
    blocks.map((block) => {
      const verdicts = next(race, block, settings).blocks.at(-1)?.verdicts ?? [];
      const outcomes = block.txs.map((id, at): Outcome => {
        const verdict = verdicts[at] ?? null;
        return { verdict, values: valuesOf(verdict, race.tables, block.txs.slice(0, at), id, settings) };
      });
      return [block.key, outcomes];
    }),
  );
}

const SHOWN = 8;
const short = (hash: string): Text => text('value.hash', { hash: hash.slice(0, SHOWN) });

function valuesOf(
  verdict: Verdict,
  tables: Tables,
  earlier: readonly TxId[],
  id: TxId,
  { rules, name }: Settings,
): Outcome['values'] {
  const height = tables.height + 1;
  const txs = earlier.map((one) => txOf(one, rules.register, name));
  const before = judged(tables, [], txs, rules).tables;
  const tx = txOf(id, rules.register, name);
  const needed = hashOf(name, senderOf(id), rules.register);
  const fits = ({ hash, sender }: Preorder): boolean => hash === needed && sender === tx.sender;
  const age = height - (before.preorders.find(fits)?.height ?? height);
  switch (verdict) {
    case 'hash-taken': {
      const hash = String(decoded(bytesOfHex(tx.payload)).hash);
      const since = before.preorders.find((one) => one.hash === hash)?.height ?? height;
      return { is: short(hash), must: text('value.new', { height: since }) };
    }
    case 'no-preorder': {
      const own = before.preorders.filter(({ sender }) => sender === tx.sender).at(-1);
      return { is: own ? short(own.hash) : text('value.none'), must: short(needed) };
    }
    case 'same-block':
      return { is: text('miner.at', { height }), must: text('value.earlier', { height }) };
    case 'too-young':
      return { is: text('value.age', { age }), must: text('value.least', { age: NAMECOIN_DEPTH }) };
    case 'expired-preorder':
      return { is: text('value.age', { age }), must: text('value.most', { age: rules.preorderLife }) };
    case 'owned':
      return { is: text(`value.owned.${ownedBy(before, name)}`), must: text('nobody') };
    case 'two-registers':
      return { is: text('value.registers', { n: 2 }), must: text('value.registers', { n: 1 }) };
    default:
      return null;
  }
}

const ownedBy = ({ names }: Tables, name: string): 'V' | 'T' =>
  names[name]?.owner.endsWith('V') ? 'V' : 'T';
