// Each rule of the closed table: one thing is changed, the block is mined again under an easy limit where its work would
// hide the change, and the answer is that rule, with what was found and what it asks for.

import { describe, expect, test } from 'vitest';
import { hexOf } from '../../../base/bytes.ts';
import {
  block,
  chain,
  coinbase,
  EASY,
  header,
  pay,
  scriptOf,
  secretOf,
  spending,
  worked,
} from '../testing/blocks.ts';
import type { Block } from './block.ts';
import { blockBroken, commitmentScript, connect, placeBroken, witnessCommitment } from './block.ts';
import { BlockTree } from './block-tree.ts';
import { doubleSha256 } from './double-sha256.ts';
import type { Header } from './header.ts';
import { blockHash } from './header.ts';
import { headerBroken } from './header-rules.ts';
import { merkleRoot } from './merkle.ts';
import { payment, proofOf, proven } from './merkle-proof.ts';
import { regtest } from './network.ts';
import type { Broken, Rule } from './rules.ts';
import { RULES } from './rules.ts';
import { flipped, signed } from './script.ts';
import { COIN, MOST_MONEY, subsidyAt, supplyAt } from './subsidy.ts';
import { hex256 } from './target.ts';
import type { Transaction } from './transaction.ts';
import { NULL_POINT, pointName, strippedBytes } from './transaction.ts';
import type { Coin } from './transaction-rules.ts';
import { txidOf } from './txid.ts';
import { joined, shown } from './wire.ts';

const HEIGHT = 200;
const parents = chain(12);
const parent = parents[11] as Header;
const child = header(blockHash(parent), parent.time + 600);
const context = {
  previous: blockHash(parent),
  parentValid: true,
  bits: EASY,
  medianTime: (parents[6] as Header).time,
  now: parent.time + 600,
};
const ofHeader = (change: Partial<Header>, place: Partial<typeof context> = {}): Broken | null => {
  const changed = worked({ ...child, ...change });
  return headerBroken(changed, blockHash(changed), { ...context, ...place }, regtest)[0] ?? null;
};

/** A coin of ten for key 1, and an old coinbase of fifty for key 2. */
const source = { txid: new Uint8Array(32).fill(7), index: 0 };
const reward = { txid: new Uint8Array(32).fill(8), index: 0 };
const coinsAt = (depth: number): ReadonlyMap<string, Coin> =>
  new Map([
    [pointName(source), { ...pay(10, 1), height: 1, coinbase: false }],
    [pointName(reward), { ...pay(50, 2), height: HEIGHT - depth, coinbase: true }],
  ]);
const coins = coinsAt(100);

const payment7 = signed(spending([source], [pay(9, 3), pay(0.9, 1)]), 0, scriptOf(1), secretOf(1));
const honest = [coinbase(HEIGHT, [pay(25.1, 4)]), payment7] as const;

/** All rules that a block can break, asked in Core's order. */
function judged(of: Block, known: ReadonlyMap<string, Coin> = coins): Broken | null {
  return (
    blockBroken(of) ??
    placeBroken(of, HEIGHT, 0, regtest) ??
    connect(of, known, { height: HEIGHT, network: regtest, lowS: true }).broken
  );
}
const withPayment = (transaction: Transaction): Block => block([honest[0], transaction]);
const resigned = (transaction: Transaction): Transaction => signed(transaction, 0, scriptOf(1), secretOf(1));

const filler = (size: number): Transaction => ({
  ...payment7,
  outputs: [...payment7.outputs, { value: 0n, script: new Uint8Array(size) }],
});
const witnessed = (size: number): Transaction => ({
  ...payment7,
  inputs: payment7.inputs.map((input) => ({ ...input, witness: [new Uint8Array(size)] })),
});
function committed(payload: Transaction, hash?: Uint8Array): Block {
  const reserved = new Uint8Array(32);
  const bare = {
    ...honest[0],
    inputs: honest[0].inputs.map((input) => ({ ...input, witness: [reserved] })),
  };
  const own = hash ?? witnessCommitment({ transactions: [bare, payload] }, reserved);
  const outputs = [...bare.outputs, { value: 0n, script: commitmentScript(own) }];
  return block([{ ...bare, outputs }, payload]);
}

test('the blocks that are changed here break nothing', () => {
  expect(ofHeader({})).toBeNull();
  expect(judged(block(honest))).toBeNull();
  expect(judged(committed(witnessed(40)))).toBeNull();
});

const unsigned = (transaction: Transaction): Transaction => ({
  ...transaction,
  inputs: transaction.inputs.map((input) => ({ ...input, script: new Uint8Array() })),
});
const again = signed(spending([source], [pay(9.5, 3)]), 0, scriptOf(1), secretOf(1));
const three = [...honest, signed(spending([reward], [pay(50, 3)]), 0, scriptOf(2), secretOf(2))] as const;
const spare: Transaction = resigned({
  ...payment7,
  lockTime: HEIGHT,
  inputs: payment7.inputs.map((input) => ({ ...input, sequence: 0 })),
});

const cases: readonly (readonly [Rule, () => Broken | null, string | number, string | number])[] = [
  [
    'high-hash',
    () => {
      let nonce = child.nonce;
      const hashed = (): Uint8Array => blockHash({ ...child, nonce });
      while ((hashed()[31] as number) < 128) nonce++;
      return headerBroken({ ...child, nonce }, hashed(), context, regtest)[0] ?? null;
    },
    expect.stringMatching(/^[89a-f][0-9a-f]{63}$/),
    hex256(0x7fffffn << 232n),
  ],
  [
    'prev-blk-not-found',
    () => ofHeader({ previous: new Uint8Array(32).fill(1) }),
    '01'.repeat(32),
    shown(blockHash(parent)),
  ],
  ['bad-prevblk', () => ofHeader({}, { parentValid: false }), 'invalid', 'valid'],
  ['bad-diffbits', () => ofHeader({ bits: 0x207ffffe }), '207ffffe', '207fffff'],
  ['time-too-old', () => ofHeader({ time: context.medianTime }), context.medianTime, context.medianTime + 1],
  ['time-too-new', () => ofHeader({ time: context.now + 7201 }), context.now + 7201, context.now + 7200],
  [
    'bad-txnmrklroot',
    () => judged({ ...block(honest), transactions: [honest[0], again] }),
    shown(merkleRoot(honest.map(txidOf)).root),
    shown(merkleRoot([honest[0], again].map(txidOf)).root),
  ],
  [
    'bad-txns-duplicate',
    () => judged(block([...three, three[2]])),
    'a repeated tail',
    'each transaction once',
  ],
  ['bad-blk-length', () => judged(withPayment(filler(1_000_000))), expect.any(Number), 1_000_000],
  ['bad-cb-missing', () => judged(block([payment7])), 'a payment', 'the coinbase first'],
  ['bad-cb-multiple', () => judged(block([...honest, coinbase(HEIGHT, [pay(1, 1)], 1)])), 2, 1],
  ['bad-txns-nonfinal', () => judged(withPayment(spare)), HEIGHT, `< ${HEIGHT}`],
  ['bad-cb-height', () => judged(block([coinbase(HEIGHT - 1, [pay(25, 4)])])), '02c700', '02c800'],
  [
    'bad-witness-merkle-match',
    () => judged(committed(witnessed(40), new Uint8Array(32).fill(9))),
    '09'.repeat(32),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ],
  ['bad-blk-weight', () => judged(committed(witnessed(4_000_000))), expect.any(Number), 4_000_000],
  [
    'bad-cb-amount',
    () => judged(block([coinbase(HEIGHT, [pay(25.11, 4)]), payment7])),
    '2511000000',
    '2510000000',
  ],
  ['bad-txns-vin-empty', () => judged(withPayment({ ...payment7, inputs: [] })), 0, 1],
  ['bad-txns-vout-empty', () => judged(withPayment({ ...payment7, outputs: [] })), 0, 1],
  [
    'bad-txns-vout-negative',
    () => judged(withPayment({ ...payment7, outputs: [{ ...pay(1, 1), value: -1n }] })),
    '-1',
    0,
  ],
  [
    'bad-txns-vout-toolarge',
    () => judged(withPayment({ ...payment7, outputs: [{ ...pay(1, 1), value: BigInt(MOST_MONEY) + 1n }] })),
    String(MOST_MONEY + 1),
    MOST_MONEY,
  ],
  [
    'bad-txns-txouttotal-toolarge',
    () =>
      judged(
        withPayment({
          ...payment7,
          outputs: [{ ...pay(1, 1), value: BigInt(MOST_MONEY) }, pay(0.00000001, 2)],
        }),
      ),
    String(MOST_MONEY + 1),
    MOST_MONEY,
  ],
  [
    'bad-txns-inputs-duplicate',
    () => judged(withPayment(spending([source, source], [pay(9, 3)]))),
    pointName(source),
    'once',
  ],
  [
    'bad-cb-length',
    () =>
      judged(
        block([
          {
            ...honest[0],
            inputs: honest[0].inputs.map((input) => ({ ...input, script: new Uint8Array(101) })),
          },
        ]),
      ),
    101,
    '2..100',
  ],
  [
    'bad-txns-prevout-null',
    () => judged(withPayment(spending([source, NULL_POINT], [pay(9, 3)]))),
    pointName(NULL_POINT),
    'an output',
  ],
  [
    'bad-txns-inputs-missingorspent',
    () => judged(block([...honest, again])),
    pointName(source),
    'an unspent output',
  ],
  ['bad-txns-premature-spend-of-coinbase', () => judged(block(three), coinsAt(99)), 99, 100],
  [
    'bad-txns-in-belowout',
    () => judged(withPayment(resigned(spending([source], [pay(10.00000001, 3)])))),
    '1000000000',
    '1000000001',
  ],
  [
    'mandatory-script-verify-flag-failed',
    () => judged(withPayment(signed(payment7, 0, scriptOf(1), secretOf(3)))),
    'wrong-signature',
    hexOf(scriptOf(1).subarray(1, 34)),
  ],
];

test.each(cases)('%s', (rule, run, got, want) => {
  expect(run()).toEqual({ rule, got, want });
});

test('the table has a case for each rule, and no rule twice', () => {
  expect(cases.map(([rule]) => rule).sort()).toEqual([...RULES].sort());
  expect(RULES).toHaveLength(28);
});

describe('what opens a coin', () => {
  const fault = (transaction: Transaction) => judged(withPayment(transaction));
  test('a signature by its key over these very bytes, with the low s', () => {
    expect(fault(unsigned(payment7))?.got).toBe('not-a-signature');
    expect(fault({ ...payment7, outputs: [pay(9, 5)] })?.got).toBe('wrong-signature');
    const other = flipped(payment7, 0);
    expect(fault(other)?.got).toBe('high-s');
    expect(shown(txidOf(other))).not.toBe(shown(txidOf(payment7)));
    expect(
      connect(withPayment(other), coins, { height: HEIGHT, network: regtest, lowS: false }).broken,
    ).toBeNull();
    expect(flipped(other, 0)).toEqual(payment7);
  });

  test('a script of another form opens nothing', () => {
    const open = new Map([
      ...coins,
      [pointName(source), { ...pay(10, 1), script: Uint8Array.of(0x51), height: 1, coinbase: false }],
    ]);
    expect(judged(block(honest), open)).toEqual({
      rule: 'mandatory-script-verify-flag-failed',
      got: 'not-a-key',
      want: '51',
    });
  });

  test('a later transaction of a block spends what an earlier one made, and what is left can be spent', () => {
    const next = signed(
      spending([{ txid: txidOf(payment7), index: 0 }], [pay(9, 5)]),
      0,
      scriptOf(3),
      secretOf(3),
    );
    const { broken, fees, spent, made } = connect(block([...honest, next]), coins, {
      height: HEIGHT,
      network: regtest,
      lowS: true,
    });
    expect(broken).toBeNull();
    expect(fees).toBe(10_000_000n);
    expect(spent).toEqual([pointName(source), pointName({ txid: txidOf(payment7), index: 0 })]);
    expect([...made.keys()]).toEqual([
      pointName({ txid: txidOf(honest[0]), index: 0 }),
      pointName({ txid: txidOf(payment7), index: 1 }),
      pointName({ txid: txidOf(next), index: 0 }),
    ]);
    expect(judged(block([honest[0], next, payment7]))?.rule).toBe('bad-txns-inputs-missingorspent');
  });
});

describe('which block counts', () => {
  test('the one with the most work; of equals the first seen; a block on an invalid one never', () => {
    const tree = new BlockTree(regtest, parents[0] as Header);
    for (const one of parents.slice(1, 4)) expect(tree.add(one)).toEqual([]);
    expect(tree.tip.height).toBe(3);
    const rival = header(blockHash(parents[2] as Header), (parents[2] as Header).time + 1);
    expect(tree.add(rival)).toEqual([]);
    expect(tree.tip.hash).toBe(shown(blockHash(parents[3] as Header)));
    const longer = header(blockHash(rival), (parents[3] as Header).time + 2);
    tree.add(longer);
    expect(tree.tip.hash).toBe(shown(blockHash(longer)));
    const old = header(blockHash(longer), 1);
    expect(tree.add(old).map(({ rule }) => rule)).toEqual(['time-too-old']);
    const onOld = header(blockHash(old), (parents[3] as Header).time + 3);
    expect(tree.add(onOld).map(({ rule }) => rule)).toEqual(['bad-prevblk']);
    const orphan = header(new Uint8Array(32).fill(5), 1);
    expect(tree.add(orphan).map(({ rule }) => rule)).toEqual(['prev-blk-not-found']);
    expect(tree.tip.hash).toBe(shown(blockHash(longer)));
  });
});

describe('a proof for one who has headers alone', () => {
  const txids = [1, 2, 3, 4, 5, 6].map((n) => new Uint8Array(32).fill(n));
  const { root } = merkleRoot(txids);
  const top = { ...child, merkleRoot: root };

  test('a repeated tail has the same root, and is refused', () => {
    const twice = [...txids, ...txids.slice(4)];
    expect(merkleRoot(twice)).toEqual({ root, repeated: true });
    expect(merkleRoot(txids).repeated).toBe(false);
    expect(proven(proofOf(top, twice, [6])).fault).toBe('repeated');
    expect(proven(proofOf(top, txids, [5])).fault).toBeNull();
  });

  test('an inner node that is shown as a transaction of 64 bytes is refused', () => {
    const bytes = joined([txids[0] as Uint8Array, txids[1] as Uint8Array]);
    const inner = [0, 2, 4].map((i) => doubleSha256(joined(txids.slice(i, i + 2) as Uint8Array[])));
    const proof = proofOf(top, inner, [0]);
    expect(proven(proof).fault).toBeNull();
    expect(payment(proof, inner[0] as Uint8Array, { transaction: bytes })).toBe('inner-node');
    const coinbaseProof = { proof: proofOf(top, txids, [0]), transaction: strippedBytes(honest[0]) };
    expect(payment(proof, inner[0] as Uint8Array, { coinbase: coinbaseProof })).toBe('coinbase');
  });
});

test('all coins that will ever be are 2,099,999,997,690,000 satoshi, the last of them in block 6,929,999', () => {
  expect(supplyAt(10_000_000)).toBe(2_099_999_997_690_000);
  expect(supplyAt(6_929_999)).toBe(2_099_999_997_690_000);
  expect([subsidyAt(6_929_999), subsidyAt(6_930_000)]).toEqual([1, 0]);
  expect([0, 210_000, 420_000, 630_000, 840_000].map((height) => subsidyAt(height) / COIN)).toEqual([
    50, 25, 12.5, 6.25, 3.125,
  ]);
  expect(subsidyAt(64 * 210_000)).toBe(0);
});
