// The two scripts there are here: an output that pays to a public key, and the signature that opens it (ECDSA over
// secp256k1, strict DER, the low half of s, over ALL of the transaction). Any other script opens nothing.

import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hexOf } from '../../../base/bytes.ts';
import { SIGHASH, signatureHash } from './sighash.ts';
import type { Transaction } from './transaction.ts';
import { joined } from './wire.ts';

const CHECK_SIG = 0xac;

const push = (bytes: Uint8Array): Uint8Array => joined([Uint8Array.of(bytes.length), bytes]);

/** The script of an output that this key can spend. */
export const payTo = (publicKey: Uint8Array): Uint8Array =>
  joined([push(publicKey), Uint8Array.of(CHECK_SIG)]);

/** The key that a script pays to, where it is of that form. */
export function payeeOf(script: Uint8Array): Uint8Array | null {
  const size = script[0];
  const fits = (size === 33 || size === 65) && script.length === size + 2 && script.at(-1) === CHECK_SIG;
  return fits ? script.subarray(1, 1 + size) : null;
}

export const publicKeyOf = (secret: Uint8Array): Uint8Array => secp256k1.getPublicKey(secret, true);

/** Signs the input at this place, which spends an output with this script. */
export function signed(
  transaction: Transaction,
  place: number,
  script: Uint8Array,
  secret: Uint8Array,
): Transaction {
  const digest = signatureHash(transaction, place, script, SIGHASH.all);
  const der = secp256k1.sign(digest, secret, { prehash: false, lowS: true, format: 'der' });
  const opening = push(joined([der, Uint8Array.of(SIGHASH.all)]));
  return {
    ...transaction,
    inputs: transaction.inputs.map((input, i) => (i === place ? { ...input, script: opening } : input)),
  };
}

/** The same signature with the other s: as good to the equation, and another txid. */
export function flipped(transaction: Transaction, place: number): Transaction {
  return {
    ...transaction,
    inputs: transaction.inputs.map((input, i) => {
      const der = i === place ? signatureIn(input.script) : null;
      if (!der) return input;
      const { r, s } = secp256k1.Signature.fromBytes(der, 'der');
      const other = new secp256k1.Signature(r, secp256k1.Point.CURVE().n - s);
      return { ...input, script: push(joined([other.toBytes('der'), Uint8Array.of(SIGHASH.all)])) };
    }),
  };
}

/** The DER bytes of a script that is one signature of type ALL. */
export function signatureIn(script: Uint8Array): Uint8Array | null {
  const size = script[0] ?? 0;
  const fits = size > 8 && size < 76 && script.length === size + 1 && script.at(-1) === SIGHASH.all;
  return fits ? script.subarray(1, size) : null;
}

const checked = new Map<string, boolean>();
const MOST_KEPT = 10_000;

/** The same question has the same answer: a signature is checked once. */
function verified(der: Uint8Array, digest: Uint8Array, key: Uint8Array, lowS: boolean): boolean {
  const name = `${hexOf(der)} ${hexOf(digest)} ${hexOf(key)} ${lowS}`;
  const known = checked.get(name);
  if (known !== undefined) return known;
  let valid = false;
  try {
    valid = secp256k1.verify(der, digest, key, { prehash: false, lowS, format: 'der' });
  } catch {
    // Not a signature, or not a key, at all.
  }
  if (checked.size >= MOST_KEPT) checked.clear();
  checked.set(name, valid);
  return valid;
}

export type ScriptFault = 'not-a-key' | 'not-a-signature' | 'high-s' | 'wrong-signature';

/** Why the input at this place does not open an output with this script; null where it does. */
export function scriptFault(
  transaction: Transaction,
  place: number,
  script: Uint8Array,
  lowS: boolean,
): ScriptFault | null {
  const key = payeeOf(script);
  if (!key) return 'not-a-key';
  const der = signatureIn(transaction.inputs[place]?.script ?? new Uint8Array());
  if (!der) return 'not-a-signature';
  const digest = signatureHash(transaction, place, script, SIGHASH.all);
  if (verified(der, digest, key, lowS)) return null;
  return lowS && verified(der, digest, key, false) ? 'high-s' : 'wrong-signature';
}
