// What the inspector draws: the bytes of a payment or a block, field by field, the hashes made of them, and the checks in
// the order in which a node asks them, up to the one that fails. What the bytes are held against comes along, so that the
// same is asked of bytes that a reader changes (judge-bytes.ts).

import { bytesOfHex, hexOf } from '../../base/bytes.ts';
import type { Text } from '../../base/text.ts';
import type { Scene } from '../../contract/system.ts';
import type { Block } from './consensus/block.ts';
import { blockHash } from './consensus/header.ts';
import { headerBroken } from './consensus/header-rules.ts';
import { mainnet, regtest } from './consensus/network.ts';
import type { Broken, HeaderRule, Rule } from './consensus/rules.ts';
import { HEADER_RULES } from './consensus/rules.ts';
import type { Transaction } from './consensus/transaction.ts';
import { hasWitness } from './consensus/transaction.ts';
import { txidOf, wtxidOf } from './consensus/txid.ts';
import { count, i32, i64, joined, shown, u32 } from './consensus/wire.ts';
import type { Sums } from './ledger/sums.ts';

export interface ByteField {
  /** `output 0 value`: its kind is the last word; which of several, the number. */
  readonly id: string;
  readonly hex: string;
  /** Other bytes than in what it was made from. */
  readonly changed: boolean;
}

/** `not-asked`: another failed before it. `unknown`: what it asks of is not here. */
export type CheckState = 'holds' | 'fails' | 'not-asked' | 'unknown';

/** What is found in bytes. */
export interface Inspected {
  /** Of a payment whose coins are known: what goes in, what comes out, and what is left. */
  readonly sums: Sums | null;
  /** In the order of SHA-256; people see them turned round. */
  readonly hashes: readonly { readonly id: string; readonly hex: string }[];
  /** Asked in this order. */
  readonly checks: readonly { readonly rule: Rule; readonly state: CheckState }[];
  readonly failed: readonly { readonly rule: Rule; readonly got: string; readonly want: string }[];
}

/** What a header is held against, where it is known: hex of the hash before, bits, seconds. */
export interface HeaderPlace {
  readonly previous: string | null;
  readonly bits: number | null;
  readonly medianTime: number | null;
  /** Of a small network, whose target is easier than mainnet's limit. */
  readonly easy?: boolean;
}

/** What the bytes are, and what they are held against: with a pool, the coins of a node; in hex. */
export type About =
  | { readonly kind: 'payment'; readonly pool: readonly string[]; readonly lowS: boolean }
  | { readonly kind: 'transaction' }
  | { readonly kind: 'block' }
  | ({ readonly kind: 'header' } & HeaderPlace);

export interface BytesScene extends Scene, Inspected {
  readonly kind: 'bytes';
  readonly what: Text | null;
  /** Side by side they are the bytes. */
  readonly fields: readonly ByteField[];
  /** Null where there is nothing to be asked. */
  readonly about: About | null;
}

type Field = readonly [id: string, bytes: Uint8Array];

function transactionFields(transaction: Transaction): readonly Field[] {
  const { version, inputs, outputs, lockTime } = transaction;
  const marked = hasWitness(transaction);
  return [
    ['version', i32(version)],
    ...(marked ? [['marker', Uint8Array.of(0, 1)] as const] : []),
    ['inputs', count(inputs.length)],
    ...inputs.flatMap(({ txid, index, script, sequence }, i): Field[] => [
      [`input ${i} spent`, txid],
      [`input ${i} index`, u32(index)],
      [`input ${i} script`, joined([count(script.length), script])],
      [`input ${i} sequence`, u32(sequence)],
    ]),
    ['outputs', count(outputs.length)],
    ...outputs.flatMap(({ value, script }, i): Field[] => [
      [`output ${i} value`, i64(value)],
      [`output ${i} key`, joined([count(script.length), script])],
    ]),
    ...inputs.flatMap(({ witness }, i): Field[] =>
      marked
        ? [
            [`input ${i} witnesses`, count(witness.length)],
            ...witness.map(
              (item, n): Field => [`input ${i} witness-${n} witness`, joined([count(item.length), item])],
            ),
          ]
        : [],
    ),
    ['locktime', u32(lockTime)],
  ];
}

export function headerFields({ header }: Pick<Block, 'header'>): readonly Field[] {
  return [
    ['version', i32(header.version)],
    ['previous', header.previous],
    ['root', header.merkleRoot],
    ['time', u32(header.time)],
    ['bits', u32(header.bits)],
    ['nonce', u32(header.nonce)],
  ];
}

/** Fields beside those that they were made from. */
export const compared = (fields: readonly Field[], from: readonly Field[] | null): readonly ByteField[] => {
  const before = new Map(from?.map(([id, bytes]) => [id, hexOf(bytes)]));
  return fields.map(([id, bytes]) => {
    const hex = hexOf(bytes);
    return { id, hex, changed: from !== null && before.get(id) !== hex };
  });
};

/** The first that is broken is the answer: those after it are not asked. */
function checksOf(rules: readonly Rule[], found: Broken | null): Inspected['checks'] {
  const at = found ? rules.indexOf(found.rule) : rules.length;
  return rules.map((rule, i) => ({ rule, state: i < at ? 'holds' : i === at ? 'fails' : 'not-asked' }));
}

const failedOf = (found: readonly Broken[]): Inspected['failed'] =>
  found.map(({ rule, got, want }) => ({ rule, got: String(got), want: String(want) }));

export const nothingShown: BytesScene = {
  kind: 'bytes',
  what: null,
  fields: [],
  sums: null,
  hashes: [],
  checks: [],
  failed: [],
  about: null,
};

export const transactionFound = (
  transaction: Transaction,
  rules: readonly Rule[],
  found: Broken | null,
  sums: Sums | null,
): Inspected => ({
  sums,
  hashes: [
    { id: 'txid', hex: hexOf(txidOf(transaction)) },
    { id: 'wtxid', hex: hexOf(wtxidOf(transaction)) },
  ],
  checks: checksOf(rules, found),
  failed: failedOf(found ? [found] : []),
});

/** Each rule that it breaks: of a header all are asked. */
export function headerFound(header: Block['header'], place: HeaderPlace): Inspected {
  const { previous, bits, medianTime, easy } = place;
  const hash = blockHash(header);
  const context = {
    previous: previous === null ? undefined : bytesOfHex(previous),
    bits: bits ?? undefined,
    medianTime: medianTime ?? undefined,
  };
  const found = headerBroken(header, hash, context, easy ? regtest : mainnet);
  const known: Partial<Record<HeaderRule, boolean>> = {
    'high-hash': true,
    'prev-blk-not-found': previous !== null,
    'bad-diffbits': bits !== null,
    'time-too-old': medianTime !== null,
  };
  return {
    sums: null,
    hashes: [{ id: 'hash', hex: hexOf(hash) }],
    checks: HEADER_RULES.map((rule) => {
      const fails = found.some((one) => one.rule === rule);
      return { rule, state: fails ? 'fails' : known[rule] ? 'holds' : 'unknown' };
    }),
    failed: failedOf(found),
  };
}

export const blockFound = (
  { header }: Pick<Block, 'header'>,
  rules: readonly Rule[],
  found: Broken | null,
): Inspected => ({
  sums: null,
  hashes: [{ id: 'hash', hex: hexOf(blockHash(header)) }],
  checks: checksOf(rules, found),
  failed: failedOf(found ? [found] : []),
});

/** A payment, beside the one that it was before somebody changed it. */
export const transactionScene = (
  what: Text,
  transaction: Transaction,
  from: Transaction | null,
  rules: readonly Rule[],
  found: Broken | null,
  about: About | null,
  sums: Sums | null = null,
): BytesScene => ({
  kind: 'bytes',
  what,
  fields: compared(transactionFields(transaction), from && transactionFields(from)),
  ...transactionFound(transaction, rules, found, sums),
  about,
});

/** A header in its place. */
export const headerScene = (what: Text, header: Block['header'], place: HeaderPlace): BytesScene => ({
  kind: 'bytes',
  what,
  fields: compared(headerFields({ header }), null),
  ...headerFound(header, place),
  about: { kind: 'header', ...place },
});

/** A block with its coinbase, beside the one whose solution it copies. */
export function blockScene(
  what: Text,
  block: Block,
  from: Block | null,
  rules: readonly Rule[],
  found: Broken | null,
): BytesScene {
  const all = ({ header, transactions }: Block): readonly Field[] => [
    ...headerFields({ header }),
    ['transactions', count(transactions.length)],
    ...transactions
      .slice(0, 1)
      .flatMap((coinbase) => transactionFields(coinbase))
      .map(([id, bytes]): Field => [`coinbase ${id}`, bytes]),
  ];
  return {
    kind: 'bytes',
    what,
    fields: compared(all(block), from && all(from)),
    ...blockFound(block, rules, found),
    about: { kind: 'block' },
  };
}

/** A hash turned round, as people print it. */
export const turned = (hex: string): string => shown(bytesOfHex(hex));
