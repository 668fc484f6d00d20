// Lecture 19.9: what miners are paid. One step is an era of 210,000 blocks, about four years: the subsidy of each block is
// half of the one before, rounded down, and the fees are what the learner makes of them.

import { about, grouped, short } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import { COIN, MOST_MONEY, subsidyAt, supplyAt } from '../consensus/subsidy.ts';
import { workOf } from '../consensus/target.ts';
import type { Args, Came, Deed, Play } from '../play.ts';
import { row } from '../play.ts';
import { curveScene } from '../scene-curve.ts';

const ERA = 210_000;
const FIRST_YEAR = 2009;
/** The 34th era pays nothing any more. */
const LAST_ERA = 34;
const CHANGES = ['same', 'double', 'halve'] as const;
type Change = (typeof CHANGES)[number];

export interface Pay {
  /** Eras that have passed. */
  readonly eras: number;
  /** Satoshi that exist. */
  readonly supply: number;
  /** Fees of a block, in satoshi. */
  readonly fees: number;
  /** Blocks that our miner won, as is expected of a share of one in `rarity`. */
  readonly won: number;
}

interface Step extends Action {
  readonly kind: 'era';
  readonly change: Change;
}

/** Hashes that one core of this program makes in thirty days, at two million a second. */
const MONTH = 2e6 * 86_400 * 30;
/** Hashes that a block took on average from block 826,560 on: ten minutes of the whole network. */
const BITS = 0x1704005a;

/** What honest miners earn in that time is about what it costs to outmine them for as long. */
const BLOCKS_AN_HOUR = 6;

/** Twice as much as this is no longer said to be a fee. */
const MOST_FEES = 100 * COIN;

function next({ eras, fees, won }: Pay, action: Action, params: Params): Pay {
  const { change } = action as Step;
  const now =
    change === 'double' ? Math.min(MOST_FEES, fees * 2) : change === 'halve' ? Math.floor(fees / 2) : fees;
  return {
    eras: eras + 1,
    supply: supplyAt((eras + 1) * ERA - 1),
    fees: now,
    won: won + Math.floor(ERA / Number(params.rarity)),
  };
}

const coins = (satoshi: number): string => {
  const whole = satoshi / COIN;
  return whole >= 1000 ? grouped(whole) : about(whole);
};

const subsidyIn = (eras: number): number => (eras === 0 ? 0 : subsidyAt((eras - 1) * ERA));

const figures = (state: Pay): Args => {
  const { eras, supply, fees, won } = state;
  const subsidy = subsidyIn(eras);
  const paid = subsidy + fees;
  return {
    era: eras,
    year: FIRST_YEAR + 4 * eras,
    subsidy: subsidy >= COIN / 100 ? coins(subsidy) : (subsidy / COIN).toFixed(8),
    pays:
      subsidy >= COIN / 100
        ? text('pays.coins', { n: coins(subsidy) })
        : text('pays.sat', { n: short(subsidy) }),
    supply: coins(supply),
    about: short(supply / COIN),
    satoshi: grouped(supply),
    left: grouped(MOST_MONEY - supply),
    fees: fees === 0 ? '0' : coins(fees),
    share: paid === 0 ? '0' : about((100 * fees) / paid),
    won: grouped(won),
    hour: coins(BLOCKS_AN_HOUR * paid),
  };
};

const deed = (state: Pay, action: Action): Deed => {
  const { change } = action as Step;
  const args = { ...figures(state), era: state.eras + 1, change: text(`change.${change}`) };
  return { from: 'network', to: 'miners', label: text(`act.${change}`, args), args };
};

function came(_: Pay, __: Action, after: Pay): Came {
  const subsidy = subsidyIn(after.eras);
  const ending = subsidy === 0 ? 'none' : subsidy === 1 ? 'last' : 'paid';
  const after840 = after.eras === 5 ? 'why.now' : `why.${ending}`;
  return {
    ending,
    answer: text(`rep.${ending}`, figures(after)),
    why: text(after840, figures(after)),
    source: '6',
    args: figures(after),
  };
}

export const incentivesPlay: Play<Pay> = {
  words: ['system', 'curve', 'incentives'],
  lanes: () => ['network', 'miners'],
  init: (params) => ({ eras: 0, supply: 0, fees: Number(params.fees) * 1000, won: 0 }),
  enabled: ({ eras }) =>
    eras >= LAST_ERA
      ? []
      : CHANGES.map(
          (change): Step => ({ key: `${eras + 1}.${change}`, kind: 'era', actor: 'network', change }),
        ),
  next,
  properties: () => [
    {
      name: 'supply-capped',
      kind: 'always',
      judge: ({ supply }) => supply < MOST_MONEY,
    },
    {
      name: 'miners-paid',
      kind: 'always',
      judge: ({ eras, fees }) => eras === 0 || subsidyIn(eras) + fees > 0,
      witness: (state) => ({ text: text('witness.miners-paid', figures(state)), actors: ['miners'] }),
    },
    {
      name: 'fees-outweigh',
      kind: 'sometimes',
      judge: ({ eras, fees }) => eras > 0 && fees > subsidyIn(eras),
    },
    { name: 'last-satoshi', kind: 'sometimes', judge: ({ eras }) => subsidyIn(eras) === 1 },
  ],
  deed,
  came,
  chips: (state) => [
    { actor: 'network', text: text('chip.supply', figures(state)) },
    {
      actor: 'miners',
      text: text('chip.paid', figures(state)),
      ...(state.eras > 0 && subsidyIn(state.eras) + state.fees === 0 ? { tone: 'bad' as const } : {}),
    },
  ],
  rows: (state) => [
    {
      actor: 'network',
      rows: [row('supply', figures(state).satoshi as string), row('left', figures(state).left as string)],
    },
    {
      actor: 'miners',
      rows: [
        row('subsidy', figures(state).subsidy as string),
        row('fees', figures(state).fees as string),
        row('hour', text('row.coins', { n: figures(state).hour as string })),
        row('share', text('row.percent', { n: figures(state).share as string })),
        row('won', figures(state).won as string),
        row('month', text('row.parts', { n: short(Number(workOf(BITS)) / MONTH) })),
      ],
    },
  ],
  scene: (kind, { eras, fees }) =>
    kind !== 'curve'
      ? null
      : curveScene({
          x: { label: text('curve.year'), from: FIRST_YEAR, to: FIRST_YEAR + 4 * LAST_ERA + 4, log: false },
          y: { label: text('curve.coins'), from: 1e-8, to: 100, log: true },
          series: [{ id: 'subsidy', label: text('curve.subsidy') }],
          marks: Array.from({ length: eras }, (_, i) => i + 1).flatMap((era) => {
            const y = subsidyIn(era) / COIN;
            const x = FIRST_YEAR + 4 * (era - 1);
            const said = text('curve.tell.subsidy', { era, year: x, subsidy: y });
            return y > 0 ? [{ series: 'subsidy', x, y, step: era, text: said }] : [];
          }),
          line: null,
          here: null,
          // What fees were before is not kept: where they stand now is a level, which the subsidy falls below.
          level: fees > 0 ? { y: fees / COIN, text: text('curve.tell.fees', { fees: fees / COIN }) } : null,
        }),
  ending(_, { state, soFar }) {
    const id =
      soFar['miners-paid'] === 'violated' ? 'unpaid' : soFar['last-satoshi'] === 'reached' ? 'fees' : 'early';
    return {
      said: text(`incentives.end.${id}`, figures(state)),
      facts: [
        { id: 'supply', text: text('fact.supply', figures(state)) },
        { id: 'fees', text: text('fact.fees', figures(state)) },
        { id: 'hour', text: text('fact.hour', figures(state)) },
        { id: 'won', text: text('fact.won', figures(state)) },
      ],
    };
  },
};
