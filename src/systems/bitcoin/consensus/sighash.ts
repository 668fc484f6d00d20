// What a legacy signature covers: the transaction with its scripts emptied, the script that is being opened put in the
// place of the input's own, and the type of signature at the end (Core's SignatureHash before BIP 143).

import { doubleSha256 } from './double-sha256.ts';
import type { Input, Output, Transaction } from './transaction.ts';
import { strippedBytes } from './transaction.ts';
import { i32, joined } from './wire.ts';

/** The types: which outputs it covers, and whether it covers the other inputs. */
export const SIGHASH = { all: 1, none: 2, single: 3, anyoneCanPay: 0x80 } as const;

const CODE_SEPARATOR = 0xab;
const NOTHING: Output = { value: -1n, script: new Uint8Array() };

/** The script without its OP_CODESEPARATORs; one that stands inside of pushed data is data. */
export function withoutSeparators(script: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < script.length; ) {
    const next = at + stepAt(script, at);
    if (script[at] === CODE_SEPARATOR) {
      parts.push(script.subarray(from, at));
      from = next;
    }
    at = next;
  }
  parts.push(script.subarray(from));
  return joined(parts);
}

/** Bytes from one operation to the next: what it pushes goes with it. */
function stepAt(script: Uint8Array, at: number): number {
  const op = script[at] as number;
  const byte = (offset: number): number => script[at + offset] ?? 0;
  if (op < 76) return 1 + op;
  if (op === 76) return 2 + byte(1);
  if (op === 77) return 3 + byte(1) + 256 * byte(2);
  if (op === 78) return 5 + byte(1) + 256 * byte(2) + 65_536 * byte(3) + 16_777_216 * byte(4);
  return 1;
}

/** The 32 bytes that are signed, for the input at this place. */
export function signatureHash(
  transaction: Transaction,
  place: number,
  script: Uint8Array,
  type: number,
): Uint8Array {
  const kind = type & 0x1f;
  const { inputs, outputs } = transaction;
  // A signature over a single output that is not there signs the number one: an old mistake that is now a rule.
  if (place >= inputs.length || (kind === SIGHASH.single && place >= outputs.length)) {
    const one = new Uint8Array(32);
    one[0] = 1;
    return one;
  }
  const free = kind === SIGHASH.none || kind === SIGHASH.single;
  const blanked = inputs.map((input, i): Input => {
    if (i === place) return { ...input, script: withoutSeparators(script) };
    return { ...input, script: new Uint8Array(), sequence: free ? 0 : input.sequence };
  });
  const covered =
    kind === SIGHASH.none
      ? []
      : kind === SIGHASH.single
        ? outputs.slice(0, place + 1).map((output, i) => (i === place ? output : NOTHING))
        : outputs;
  const alone = (type & SIGHASH.anyoneCanPay) !== 0;
  const bytes = strippedBytes({
    ...transaction,
    inputs: alone ? blanked.slice(place, place + 1) : blanked,
    outputs: covered,
  });
  return doubleSha256(joined([bytes, i32(type)]));
}
