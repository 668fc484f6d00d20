// Lecture 19.1: made-up coins, altered amounts, coins spent twice, a block that pays its miner too much, a solution copied
// from another miner. Each is made for real and held against the rules by each node, or by one that believes everything.
// One step sends a forgery to all nodes: they do not ask each other, so in which order they answer changes nothing.

import { unreachable } from '../../../base/assert.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Chip, Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Block } from '../consensus/block.ts';
import { heightScript } from '../consensus/block.ts';
import { mined } from '../consensus/header.ts';
import { hasWork } from '../consensus/header-rules.ts';
import { merkleRoot } from '../consensus/merkle.ts';
import type { Broken, Rule } from '../consensus/rules.ts';
import { FORGED_BLOCK_RULES, TRANSACTION_RULES } from '../consensus/rules.ts';
import { MOST_MONEY } from '../consensus/subsidy.ts';
import type { Transaction } from '../consensus/transaction.ts';
import { FINAL, NULL_POINT } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import type { Came, Deed, Play } from '../play.ts';
import { actorName, row } from '../play.ts';
import type { About, BytesScene } from '../scene-bytes.ts';
import { blockScene, nothingShown, transactionScene } from '../scene-bytes.ts';
import type { Person } from './coins.ts';
import { COIN_VALUE, made, NEXT_HEIGHT, output, POINTS, payment, unsigned } from './coins.ts';
import { EASY_BITS, easyNetwork, judgedBlock } from './easy-block.ts';
import { refusalOf } from './node.ts';
import { saidOf } from './said.ts';
import { sumsOf } from './sums.ts';

/** What Q tries, in order. */
export const FORGERIES = [
  'made-up',
  'more-out',
  'not-mine',
  'negative',
  'too-large',
  'twice',
  'young',
  'greedy',
  'copied',
  'copied-root',
] as const;
type Forgery = (typeof FORGERIES)[number];
const BLOCKS: readonly Forgery[] = ['greedy', 'copied', 'copied-root'];
const NODES = ['N1', 'N2', 'N3'] as const;
type Node = (typeof NODES)[number];

/** What Q has tried, in the order of FORGERIES, and what of it last. What a node made of it follows from the rules. */
export interface Forged {
  readonly tried: readonly Forgery[];
  readonly last: Forgery | null;
}

interface Step extends Action {
  readonly kind: 'forge';
  readonly what: Forgery;
}

const transactionOf = made((what: Forgery): Transaction => {
  switch (what) {
    case 'made-up':
      return payment(POINTS.madeUp, [output(COIN_VALUE, 'Q')], 'Q', 'Q');
    case 'more-out':
      return payment(POINTS.t6, [output(10n * COIN_VALUE, 'Q')], 'X', 'X');
    case 'not-mine':
      return payment(POINTS.t6, [output(COIN_VALUE, 'Q')], 'X', 'Q');
    case 'negative':
      return unsigned([POINTS.t6], [output(3n * COIN_VALUE, 'Q'), output(-2n * COIN_VALUE, 'M')]);
    case 'too-large':
      return unsigned([POINTS.t6], [output(BigInt(MOST_MONEY) + 1n, 'Q')]);
    case 'twice':
      return unsigned([POINTS.t6, POINTS.t6], [output(2n * COIN_VALUE, 'Q')]);
    case 'young':
      return payment(POINTS.reward, [output(50n * COIN_VALUE, 'Q')], 'M', 'M');
    case 'greedy':
      return coinbase('Q', 60n);
    case 'copied':
    case 'copied-root':
      return coinbase('Q', 50n);
    default:
      return unreachable(what, 'transactionOf');
  }
});

const coinbase = (to: Person, coins: bigint): Transaction => ({
  version: 1,
  inputs: [{ ...NULL_POINT, script: heightScript(NEXT_HEIGHT), sequence: FINAL, witness: [] }],
  outputs: [output(coins * COIN_VALUE, to)],
  lockTime: 0,
});

function blockOf(to: Person, coins: bigint): Block {
  const transactions = [coinbase(to, coins)];
  const header = {
    version: 1,
    previous: new Uint8Array(32),
    merkleRoot: merkleRoot(transactions.map(txidOf)).root,
    time: 1_600_000_000,
    bits: EASY_BITS,
    nonce: 0,
  };
  return { header: mined(header, (hash) => hasWork(hash, EASY_BITS, easyNetwork)), transactions };
}

let solved: Block | undefined;
/** M's honest block, whose solution may be copied. */
const solution = (): Block => {
  solved ??= blockOf('M', 50n);
  return solved;
};

function forgedBlock(what: Forgery): Block {
  if (what === 'greedy') return blockOf('Q', 60n);
  const { header } = solution();
  const transactions = [transactionOf('copied')];
  // With the old root the transactions do not fit; with the new one the header has another hash.
  if (what === 'copied') return { header, transactions };
  return { header: { ...header, merkleRoot: merkleRoot(transactions.map(txidOf)).root }, transactions };
}

const known = new Map<Forgery, Broken | null>();
function ruleFor(what: Forgery): Broken | null {
  const answer = known.get(what);
  if (answer !== undefined) return answer;
  const found = BLOCKS.includes(what)
    ? judgedBlock(forgedBlock(what))
    : refusalOf(transactionOf(what), [], true);
  known.set(what, found);
  return found;
}

/** A node with nothing in its pool. */
const ALONE: About = { kind: 'payment', pool: [], lowS: true };

/** What was sent last, beside what it was made from, and what a node that checks finds in it. */
function inspected(what: Forgery | null): BytesScene {
  if (!what) return nothingShown;
  const at = text('bytes.at', { tx: thing(what), node: actorName('N1') });
  const found = ruleFor(what);
  if (!BLOCKS.includes(what))
    return transactionScene(
      at,
      transactionOf(what),
      null,
      TRANSACTION_RULES,
      found,
      ALONE,
      sumsOf(transactionOf(what), []),
    );
  const from = what === 'greedy' ? null : solution();
  return blockScene(at, forgedBlock(what), from, FORGED_BLOCK_RULES, found);
}

const believes = (node: Node, params: Params): boolean => node === 'N3' && params.believer === 'on';

/** What the node answers. */
const answerOf = (what: Forgery, node: Node, params: Params): Broken | null =>
  believes(node, params) ? null : ruleFor(what);

const takenBy = (node: Node, { tried }: Forged, params: Params): readonly Forgery[] =>
  tried.filter((what) => answerOf(what, node, params) === null);
const refusedBy = (node: Node, { tried }: Forged, params: Params): readonly Rule[] =>
  tried.flatMap((what) => answerOf(what, node, params)?.rule ?? []);

function next({ tried }: Forged, action: Action): Forged {
  const { what } = action as Step;
  return { tried: FORGERIES.filter((one) => one === what || tried.includes(one)), last: what };
}

const thing = (what: Forgery): Text => text(`forged.${what}`);

function deed(_: Forged, action: Action): Deed {
  const { what } = action as Step;
  const args = { what: thing(what), how: text(`forged.${what}.how`) };
  return { from: 'Q', to: NODES, label: text('act.forge', args), args };
}

function came(_: Forged, action: Action, __: Forged, params: Params): Came {
  const { what } = action as Step;
  const found = ruleFor(what);
  const fooled = NODES.filter((node) => answerOf(what, node, params) === null);
  const answer = found ? text('rep.refused', { rule: found.rule }) : text('rep.taken');
  const others = Object.fromEntries(fooled.map((node) => [node, text('rep.taken')]));
  const node = actorName(fooled[0] ?? NODES[0]);
  const rule = found?.rule ?? '';
  const why = found
    ? text(`rule.${found.rule}`, { got: saidOf(found.got), want: saidOf(found.want) })
    : text('why.believes', { node });
  const ending = fooled.length > 0 ? 'taken' : 'refused';
  return {
    ending,
    answer,
    others,
    why: ending === 'taken' ? text('why.believes', { node }) : why,
    source: '5',
    args: { rule, node },
  };
}

const chips = (state: Forged, params: Params): readonly Chip[] =>
  NODES.map((actor): Chip => {
    const wrong = takenBy(actor, state, params).length;
    if (wrong > 0) return { actor, text: text('chip.taken', { n: wrong }), tone: 'bad' };
    const n = state.tried.length;
    return { actor, text: n > 0 ? text('chip.refused', { what: n }) : text('chip.none') };
  });

export const forgeryPlay: Play<Forged> = {
  words: ['system', 'rules', 'ledger', 'bytes', 'forgery'],
  lanes: () => ['Q', ...NODES],
  init: () => ({ tried: [], last: null }),
  enabled: ({ tried }) =>
    FORGERIES.filter((what) => !tried.includes(what)).map(
      (what): Step => ({ key: what, kind: 'forge', actor: 'Q', what }),
    ),
  next,
  properties: (params) => [
    {
      name: 'no-forgery-taken',
      kind: 'always',
      judge: (state) => NODES.every((node) => takenBy(node, state, params).length === 0),
      witness: (state) => {
        const node = fooledIn(state, params) ?? 'N1';
        const [what = 'made-up'] = takenBy(node, state, params);
        return {
          text: text('witness.no-forgery-taken', { node: actorName(node), what: thing(what) }),
          actors: [node],
        };
      },
    },
    {
      name: 'nodes-agree',
      kind: 'always',
      judge: (state) => {
        const [first, ...others] = NODES.map((node) => takenBy(node, state, params).join(' '));
        return others.every((taken) => taken === first);
      },
      witness: () => ({ text: text('witness.nodes-agree'), actors: NODES }),
    },
    {
      name: 'forgery-refused',
      kind: 'sometimes',
      judge: (state) => NODES.some((node) => refusedBy(node, state, params).length > 0),
    },
  ],
  deed,
  came,
  chips,
  rows: ({ tried }, params) =>
    NODES.map((actor) => ({
      actor,
      rows: tried.map((what) => row(`met.${what}`, answerOf(what, actor, params)?.rule ?? text('rep.taken'))),
    })),
  scene: (kind, { last }) => (kind === 'bytes' ? inspected(last) : null),
  ending(params, { state }) {
    const fooled = fooledIn(state, params);
    const rules = new Set(NODES.flatMap((node) => refusedBy(node, state, params)));
    return {
      said: fooled
        ? text('forgery.end.taken', {
            node: actorName(fooled),
            n: takenBy(fooled, state, params).length,
          })
        : rules.size > 0
          ? text('forgery.end.refused', { n: rules.size })
          : text('forgery.end.open'),
      facts: NODES.flatMap((node) => [
        {
          id: `taken.${node}`,
          text: text('fact.taken', { node: actorName(node), n: takenBy(node, state, params).length }),
        },
        {
          id: `refusals.${node}`,
          text: text('fact.refusals', { node: actorName(node), n: refusedBy(node, state, params).length }),
        },
      ]),
    };
  },
};

const fooledIn = (state: Forged, params: Params): Node | undefined =>
  NODES.find((node) => takenBy(node, state, params).length > 0);
