// Who sends what in the race for a name: V's preorder and register, T's copy of V's preorder, T's own preorder and
// register. Each is a real payload with real hashes; all of them name the consensus hash of the block before the race.

import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import { consensusHash, opsHash } from '../virtualchain/consensus.ts';
import type { Tx } from '../virtualchain/database.ts';
import { base40, hash160, preorderHash } from '../virtualchain/hashes.ts';
import type { Operation } from '../virtualchain/operations.ts';
import { encoded } from '../virtualchain/operations.ts';
import type { Price } from '../virtualchain/price.ts';
import { BY_LENGTH, EPOCH_3_FROM, priceOf } from '../virtualchain/price.ts';
import type { Rules } from '../virtualchain/rules.ts';

export type Racer = 'V' | 'T';
/** P: preorder, R: register, C: T's copy of V's preorder. */
export type TxId = 'PV' | 'RV' | 'CT' | 'PT' | 'RT';
export const TX_IDS: readonly TxId[] = ['PV', 'RV', 'CT', 'PT', 'RT'];

/** The names they may race for, before the dot. */
export const LABELS = ['dave', 'd4v3', 'dv', 'daves-cafe'] as const;

export const senderOf = (id: TxId): Racer => (id === 'PV' || id === 'RV' ? 'V' : 'T');
export const isRegister = (id: TxId): boolean => id === 'RV' || id === 'RT';

/** A pay-to-key-hash script, as a coin of this racer has it, in hex. */
export const scriptOf = (who: string): string => `76a914${hexOf(hash160(utf8(`key of ${who}`)))}88ac`;

/** Where the name is to go to: nobody has seen it, unless it was used before. */
export const addressOf = (who: Racer): string => `fresh address of ${who}`;

/** What a preorder of this name by this racer says. */
export const hashOf = (name: string, who: Racer, register: Rules['register']): string =>
  register === 'hash'
    ? hexOf(hash160(base40(name)))
    : preorderHash(name, bytesOfHex(scriptOf(who)), addressOf(who));

function operationOf(id: TxId, register: Rules['register'], name: string): Operation {
  if (isRegister(id)) return { op: 'name-registration', name };
  return { op: 'name-preorder', hash: hashOf(name, id === 'PT' ? 'T' : 'V', register), consensus: TIP };
}

/** The consensus hash that all of them name: of the empty block before the race. */
const TIP = consensusHash(opsHash([]), []);

/** What this name costs, and why. */
export const termsOf = (label: string): Price => priceOf(label, BY_LENGTH, EPOCH_3_FROM);
/** Satoshi that a preorder of this name burns (in one step: its register). */
export const feeOf = (label: string): number => Number(termsOf(label).satoshi);

/** 160,000 as `160k`; less than a thousand as it is. */
export const inShort = (satoshi: number): string => (satoshi < 1000 ? String(satoshi) : `${satoshi / 1000}k`);

const known = new Map<string, Tx>();
/** The transaction of this racer for this name. */
export function txOf(id: TxId, register: Rules['register'], name: string): Tx {
  const key = `${id} ${register} ${name}`;
  const found = known.get(key);
  if (found) return found;
  const who = senderOf(id);
  const pays = register === 'one-step' || !isRegister(id);
  const tx: Tx = {
    payload: hexOf(encoded(operationOf(id, register, name))),
    sender: who,
    script: scriptOf(who),
    to: addressOf(who),
    burnt: pays ? feeOf(name.slice(0, name.indexOf('.'))) : 0,
  };
  known.set(key, tx);
  return tx;
}
