// Lecture 19.6: the hash power changes, and the target follows it. One step is a period of 2,016 blocks at the power that
// the learner chooses; its blocks take as long as is expected of them, so that chance does not hide the rule.

import { about, grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import { mainnet } from '../consensus/network.ts';
import { retarget } from '../consensus/retarget.ts';
import { bitsHex, difficultyOf, fromCompact } from '../consensus/target.ts';
import type { Args, Came, Deed, Play } from '../play.ts';
import { row } from '../play.ts';
import { chainScene } from '../scene-chain.ts';
import { curveScene } from '../scene-curve.ts';

const CHANGES = ['same', 'double', 'halve', 'tenth'] as const;
type Change = (typeof CHANGES)[number];
const TIMES: Readonly<Record<Change, number>> = { same: 1, double: 2, halve: 0.5, tenth: 0.1 };

/** Bits of the start, at which power 1 finds a block every ten minutes. */
const START = 0x1b0404cb;
const SPACING_S = 600;
const MOST_PERIODS = 8;

export interface Mining {
  readonly periods: number;
  readonly bits: number;
  /** Hash power, of that at the start. */
  readonly power: number;
  /** The period that has passed: seconds a block, and how it was held. */
  readonly blockS: number;
  readonly clamped: boolean;
  /** Bits that it was mined at. */
  readonly before: number;
  readonly changed: boolean;
  /** Seconds a block, and the hash power, of every period so far. */
  readonly past: readonly (readonly [blockS: number, power: number])[];
}

interface Step extends Action {
  readonly kind: 'period';
  readonly change: Change;
}

const ratio = (a: number, b: number): number =>
  Number((fromCompact(a).target * 1_000_000_000n) / fromCompact(b).target) / 1e9;

/** Seconds that a block takes on average at this power. */
const secondsFor = (bits: number, power: number): number => (SPACING_S * ratio(START, bits)) / power;

function next({ periods, bits, power, past }: Mining, action: Action, params: Params): Mining {
  const { change } = action as Step;
  const now = power * TIMES[change];
  const blockS = secondsFor(bits, now);
  // From the first block of the period to its last there are 2,015 intervals.
  const spanS = Math.round(blockS * (mainnet.interval - 1));
  const set = retarget(mainnet, 0, spanS, bits);
  return {
    periods: periods + 1,
    bits: params.retarget === 'off' ? bits : set.bits,
    power: now,
    blockS,
    clamped: params.retarget === 'on' && set.usedS !== set.actualS,
    before: bits,
    changed: change !== 'same',
    past: [...past, [blockS, now]],
  };
}

const keysOf = (periods: number): readonly Step[] =>
  periods >= MOST_PERIODS
    ? []
    : CHANGES.map((change) => ({ key: `${periods}.${change}`, kind: 'period', actor: 'miners', change }));

const figures = ({ bits, before, blockS, power }: Mining): Args => ({
  seconds: grouped(blockS),
  days: about((blockS * mainnet.interval) / 86_400),
  times: about(ratio(bits, before)),
  bits: bitsHex(bits),
  difficulty: grouped(difficultyOf(bits)),
  power: about(power),
});

const deed = (_: Mining, action: Action): Deed => {
  const { change } = action as Step;
  const label = text(`act.${change}`);
  return { from: 'miners', to: 'network', label, args: { change: text(`change.${change}`) } };
};

function came(_: Mining, __: Action, after: Mining, params: Params): Came {
  const ending = params.retarget === 'off' ? 'still' : after.clamped ? 'clamped' : 'set';
  return {
    ending,
    answer: text(`rep.${ending}`, figures(after)),
    why: text(`why.${ending}`, figures(after)),
    source: '4',
    args: figures(after),
  };
}

export const retargetPlay: Play<Mining> = {
  words: ['system', 'curve', 'bytes', 'chain', 'import', 'retarget'],
  lanes: () => ['miners', 'network'],
  init: () => ({
    periods: 0,
    bits: START,
    power: 1,
    blockS: SPACING_S,
    clamped: false,
    before: START,
    changed: false,
    past: [],
  }),
  enabled: ({ periods }) => keysOf(periods),
  next,
  properties: () => [
    {
      name: 'ten-minutes',
      kind: 'always',
      // While the power has just changed, or the last retarget was held back, the target is still on its way; and it
      // cannot go past the easiest.
      judge: ({ changed, blockS, bits, power, periods }) =>
        changed ||
        periods === 0 ||
        bits === mainnet.limitBits ||
        Math.abs(blockS - secondsFor(bits, power)) > 6
          ? undefined
          : Math.abs(blockS - SPACING_S) < 6,
      witness: (state) => ({ text: text('witness.ten-minutes', figures(state)), actors: ['network'] }),
    },
    { name: 'clamped', kind: 'sometimes', judge: ({ clamped }) => clamped },
    { name: 'power-changed', kind: 'sometimes', judge: ({ changed }) => changed },
  ],
  deed,
  came,
  chips: (state) => [
    { actor: 'miners', text: text('chip.power', figures(state)) },
    { actor: 'network', text: text('chip.difficulty', figures(state)) },
  ],
  rows: (state) => [
    { actor: 'miners', rows: [row('power', about(state.power)), row('blockS', grouped(state.blockS))] },
    {
      actor: 'network',
      rows: [
        row('height', grouped(state.periods * mainnet.interval)),
        row('bits', bitsHex(state.bits)),
        row('difficulty', grouped(difficultyOf(state.bits))),
      ],
    },
  ],
  scene: (kind, { past }) =>
    kind === 'chain'
      ? chainScene('edges')
      : kind !== 'curve'
        ? null
        : curveScene({
            x: { label: text('curve.period'), from: 0, to: MOST_PERIODS, log: false },
            y: { label: text('curve.seconds'), from: 60, to: 20_000, log: true },
            series: [{ id: 'block', label: text('curve.block') }],
            marks: past.map(([blockS, power], i) => ({
              series: 'block',
              x: i + 1,
              y: blockS,
              step: i + 1,
              text: text('curve.tell.block', { n: i + 1, seconds: grouped(blockS), power: about(power) }),
            })),
            line: null,
            here: null,
            level: { y: SPACING_S, text: text('curve.tell.level') },
          }),
  ending(params, { state, soFar }) {
    const id = params.retarget === 'off' ? 'off' : soFar.clamped === 'reached' ? 'clamped' : 'follows';
    return {
      said: text(`retarget.end.${id}`, { ...figures(state), periods: state.periods }),
      facts: [
        { id: 'bits', text: text('fact.bits', figures(state)) },
        { id: 'block', text: text('fact.block', figures(state)) },
      ],
    };
  },
};
