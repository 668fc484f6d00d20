// Lecture 19.6: somebody floods a node with wrong solutions. What it costs to check one, beside what it costs to make one;
// and what would come of it if signatures were checked before the work. The blocks are small and real; how many signatures
// a block has and how long one takes are settings.

import { about, grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Block } from '../consensus/block.ts';
import { blockBroken, connect, heightScript } from '../consensus/block.ts';
import type { Header } from '../consensus/header.ts';
import { blockHash, mined } from '../consensus/header.ts';
import { hasWork, headerBroken } from '../consensus/header-rules.ts';
import { merkleRoot } from '../consensus/merkle.ts';
import type { Network } from '../consensus/network.ts';
import { mainnet, regtest } from '../consensus/network.ts';
import type { Broken } from '../consensus/rules.ts';
import { workOf } from '../consensus/target.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { FINAL, NULL_POINT } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { COIN_VALUE, coinsAtStart, NEXT_HEIGHT, output, POINTS, payment } from '../ledger/coins.ts';
import { saidOf } from '../ledger/said.ts';
import type { Args, Came, Deed, Play } from '../play.ts';
import { row } from '../play.ts';

/** Without work; with work and a payment that nobody signed; honest. */
type Kind = 'junk' | 'worked' | 'honest';
const MOST: Readonly<Record<Kind, number>> = { junk: 10, worked: 2, honest: 1 };

export interface Flood {
  readonly queue: readonly Kind[];
  readonly sent: Readonly<Record<Kind, number>>;
  readonly checked: Readonly<Record<Kind, number>>;
  /** Time that the node has spent, in microseconds. */
  readonly spentUs: number;
  /** Time that stood before the honest block when it came. */
  readonly waitedUs: number | null;
}

interface Step extends Action {
  readonly kind: 'send' | 'check';
  readonly what: Kind;
}

/** Two hashes of 80 bytes, rounded up. */
const HASH_US = 1;
/** An honest block waits no longer than this before it is looked at. */
const PATIENCE_US = 1_000_000;
/** Bits of block 832,608: what a block with work costs its maker on mainnet. */
const MAINNET_BITS = 0x1703ba5d;

/** The same in a few characters. */
const MAKE = ((digits: string): string => `${digits[0]}.${digits[1]} × 10^${digits.length - 1}`)(
  String(workOf(MAINNET_BITS)),
);

const BITS = 0x1f7fffff;
const network: Network = { ...regtest, namedHeight: 1, halving: mainnet.halving };

const build = (what: Kind): Block => {
  const coinbase: Transaction = {
    version: 1,
    inputs: [{ ...NULL_POINT, script: heightScript(NEXT_HEIGHT), sequence: FINAL, witness: [] }],
    outputs: [output(50n * COIN_VALUE, what === 'honest' ? 'M' : 'Q')],
    lockTime: 0,
  };
  const signer = what === 'honest' ? 'X' : 'Q';
  const transactions = [coinbase, payment(POINTS.t6, [output(COIN_VALUE, 'Q')], 'X', signer)];
  const root = merkleRoot(transactions.map(txidOf)).root;
  const none = new Uint8Array(32);
  const plain: Header = {
    version: 1,
    previous: none,
    merkleRoot: root,
    time: 1_600_000_000,
    bits: BITS,
    nonce: 0,
  };
  const works = (hash: Uint8Array): boolean => hasWork(hash, BITS, network);
  const header = mined(plain, what === 'junk' ? (hash) => !works(hash) : works);
  return { header, transactions };
};

const judged = new Map<Kind, Broken | null>();
function answerOf(what: Kind): Broken | null {
  const known = judged.get(what);
  if (known !== undefined) return known;
  const block = build(what);
  const found =
    headerBroken(block.header, blockHash(block.header), {}, network)[0] ??
    blockBroken(block) ??
    connect(block, coinsAtStart, { height: NEXT_HEIGHT, network, lowS: true }).broken;
  judged.set(what, found);
  return found;
}

const signaturesUs = ({ signatures, signatureUs }: Params): number =>
  Number(signatures) * Number(signatureUs);

/** What it takes to check one: where the work is looked at first, a block without it costs two hashes and no more. */
const costUs = (what: Kind, params: Params): number =>
  what === 'junk' && params.order === 'work-first' ? HASH_US : HASH_US + signaturesUs(params);

function next(state: Flood, action: Action, params: Params): Flood {
  const { kind, what } = action as Step;
  if (kind === 'send') {
    const ahead = state.queue.reduce((sum, one) => sum + costUs(one, params), 0);
    return {
      ...state,
      queue: [...state.queue, what],
      sent: { ...state.sent, [what]: state.sent[what] + 1 },
      waitedUs: what === 'honest' ? ahead : state.waitedUs,
    };
  }
  return {
    ...state,
    queue: state.queue.slice(1),
    checked: { ...state.checked, [what]: state.checked[what] + 1 },
    spentUs: state.spentUs + costUs(what, params),
  };
}

function enabled({ queue, sent }: Flood): readonly Step[] {
  const kinds: readonly Kind[] = ['junk', 'worked', 'honest'];
  const sends = kinds
    .filter((what) => sent[what] < MOST[what])
    .map(
      (what): Step => ({
        key: `${what}.${sent[what] + 1}`,
        kind: 'send',
        actor: what === 'honest' ? 'M' : 'Q',
        what,
      }),
    );
  const [first] = queue;
  const done = kinds.reduce((sum, what) => sum + sent[what], 0) - queue.length;
  return first ? [...sends, { key: `check.${done + 1}`, kind: 'check', actor: 'node', what: first }] : sends;
}

const inWords = (us: number): string => (us < 1000 ? `${us} µs` : `${about(us / 1000)} ms`);

const figures = (state: Flood, params: Params): Args => ({
  spent: inWords(state.spentUs),
  waited: inWords(state.waitedUs ?? 0),
  queue: state.queue.length,
  junk: state.checked.junk,
  signatures: grouped(Number(params.signatures)),
  make: MAKE,
});

const deed = (state: Flood, action: Action, params: Params): Deed => {
  const { kind, what, actor } = action as Step;
  const args = {
    ...figures(state, params),
    what: text(`block.${what}`),
    cost: inWords(costUs(what, params)),
  };
  return { from: actor, to: 'node', label: text(kind === 'send' ? `act.${what}` : 'act.check', args), args };
};

function came(before: Flood, action: Action, after: Flood, params: Params): Came {
  const { kind, what } = action as Step;
  if (kind === 'send')
    return {
      ending: what,
      answer: null,
      why: text(`why.send.${what}`, figures(after, params)),
      source: '4',
      args: figures(after, params),
    };
  const found = answerOf(what);
  const early = what === 'junk' && params.order === 'signatures-first';
  return {
    ending: found ? 'refused' : 'taken',
    answer: found ? text('rep.refused', { rule: found.rule }) : text('rep.taken'),
    why: found
      ? text(early ? 'why.early' : `rule.${found.rule}`, {
          ...figures(before, params),
          got: saidOf(found.got),
          want: saidOf(found.want),
        })
      : text('why.taken', figures(after, params)),
    source: '4',
    args: { ...figures(after, params), rule: found?.rule ?? '' },
  };
}

export const floodPlay: Play<Flood> = {
  words: ['system', 'rules', 'invalid-flood'],
  lanes: () => ['Q', 'M', 'node'],
  init: () => ({
    queue: [],
    sent: { junk: 0, worked: 0, honest: 0 },
    checked: { junk: 0, worked: 0, honest: 0 },
    spentUs: 0,
    waitedUs: null,
  }),
  enabled,
  next,
  properties: (params) => [
    {
      name: 'honest-soon',
      kind: 'always',
      judge: ({ waitedUs }) => (waitedUs === null ? undefined : waitedUs <= PATIENCE_US),
      witness: (state) => ({
        text: text('witness.honest-soon', figures(state, params)),
        actors: ['node', 'M'],
      }),
    },
    { name: 'flood-refused', kind: 'sometimes', judge: ({ checked }) => checked.junk > 0 },
    { name: 'work-wasted', kind: 'sometimes', judge: ({ checked }) => checked.worked > 0 },
  ],
  deed,
  came,
  chips: (state, params) => [
    {
      actor: 'Q',
      text:
        state.sent.junk + state.sent.worked === 0
          ? text('chip.none')
          : text('chip.sent', { n: state.sent.junk + state.sent.worked }),
    },
    {
      actor: 'node',
      text: text('chip.queue', figures(state, params)),
      ...((state.waitedUs ?? 0) > PATIENCE_US ? { tone: 'bad' as const } : {}),
    },
  ],
  rows: (state, params) => [
    {
      actor: 'node',
      rows: [
        row('queue', state.queue.length),
        row('spent', inWords(state.spentUs)),
        row('check.junk', inWords(costUs('junk', params))),
        row('check.worked', inWords(costUs('worked', params))),
      ],
    },
    { actor: 'Q', rows: [row('make', text('row.make.value', figures(state, params)))] },
  ],
  ending(params, { state, soFar }) {
    const id = soFar['honest-soon'] === 'violated' ? 'late' : state.waitedUs === null ? 'open' : 'soon';
    return {
      said: text(`invalid-flood.end.${id}`, figures(state, params)),
      facts: [
        { id: 'spent', text: text('fact.spent', figures(state, params)) },
        { id: 'waited', text: text('fact.waited', figures(state, params)) },
      ],
    };
  },
};
