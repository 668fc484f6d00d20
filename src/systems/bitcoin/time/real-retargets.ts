// The same rule over the real history, 2009 to 2024: each period as it was stamped, the target that our rule makes of it,
// and the target that the chain has.

import { about, grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Action } from '../../../kernel/model.ts';
import { mainnet } from '../consensus/network.ts';
import { retarget } from '../consensus/retarget.ts';
import { bitsHex, difficultyOf } from '../consensus/target.ts';
import type { Period } from '../facts/periods.ts';
import { periods } from '../facts/periods.ts';
import type { Args, Play } from '../play.ts';
import { row } from '../play.ts';
import { chainScene } from '../scene-chain.ts';
import type { CurveScene } from '../scene-curve.ts';
import { curveScene } from '../scene-curve.ts';

export interface Replay {
  /** Retargets made so far. */
  readonly made: number;
  readonly clamps: number;
  /** Made, and not what the chain has. */
  readonly differ: number;
}

const at = (k: number): Period => periods()[k] as Period;

/** What our rule makes of period k - 1. */
const computed = (k: number) => {
  const { firstTime, lastTime, bits } = at(k - 1);
  return retarget(mainnet, firstTime, lastTime ?? firstTime, bits);
};

const figures = (made: number): Args => {
  const { bits, height } = at(made);
  const days = made === 0 ? 14 : computed(made).actualS / 86_400;
  return {
    height: grouped(height),
    bits: bitsHex(bits),
    difficulty: grouped(difficultyOf(bits)),
    days: about(days),
    year: yearOf(at(made).firstTime),
  };
};

/** The year of a stamp, near enough for a caption: leap days are counted, hours are not. */
const yearOf = (time: number): number => Math.floor(1970 + time / 31_556_952);

let drawn: CurveScene['line'] = null;
/** Difficulty of every period, as a line. */
function history(): NonNullable<CurveScene['line']> {
  const all = periods();
  drawn ??= {
    xs: Float64Array.from(all, ({ height }) => height),
    ys: Float64Array.from(all, ({ bits }) => difficultyOf(bits)),
    text: text('curve.tell.history', {
      from: grouped(difficultyOf(at(0).bits)),
      to: grouped(difficultyOf(at(all.length - 1).bits)),
    }),
  };
  return drawn;
}

export const realRetargetsPlay: Play<Replay> = {
  words: ['system', 'curve', 'bytes', 'chain', 'import', 'retarget'],
  lanes: () => ['miners', 'network'],
  init: () => ({ made: 0, clamps: 0, differ: 0 }),
  enabled: ({ made }) =>
    made + 1 >= periods().length ? [] : [{ key: `period.${made + 1}`, kind: 'real', actor: 'network' }],
  next: ({ made, clamps, differ }) => {
    const { bits, actualS, usedS } = computed(made + 1);
    return {
      made: made + 1,
      clamps: clamps + (actualS === usedS ? 0 : 1),
      differ: differ + (bits === at(made + 1).bits ? 0 : 1),
    };
  },
  properties: () => [
    {
      name: 'as-the-chain',
      kind: 'always',
      judge: ({ differ }) => differ === 0,
      witness: ({ differ }) => ({ text: text('witness.as-the-chain', { n: differ }), actors: ['network'] }),
    },
    { name: 'clamped', kind: 'sometimes', judge: ({ clamps }) => clamps > 0 },
  ],
  deed: ({ made }) => ({
    from: 'miners',
    to: 'network',
    label: text('act.real', figures(made + 1)),
    args: figures(made + 1),
  }),
  came(_, action: Action, { made }) {
    const { bits, actualS, usedS } = computed(made);
    const ending = bits !== at(made).bits ? 'differs' : actualS === usedS ? 'set' : 'clamped';
    return {
      ending,
      answer: text('rep.real', figures(made)),
      source: '4',
      why: text(`why.${action.kind}.${ending}`),
    };
  },
  chips: ({ made }) => [{ actor: 'network', text: text('chip.difficulty', figures(made)) }],
  rows: ({ made }) => [
    {
      actor: 'network',
      rows: [
        row('height', figures(made).height as string),
        row('bits', figures(made).bits as string),
        row('difficulty', figures(made).difficulty as string),
      ],
    },
  ],
  scene: (kind, { made }) =>
    kind === 'chain'
      ? chainScene('edges')
      : kind !== 'curve'
        ? null
        : curveScene({
            x: { label: text('curve.height'), from: 0, to: 840_000, log: false },
            y: { label: text('curve.difficulty'), from: 1, to: 1e14, log: true },
            series: [],
            marks: [],
            line: history(),
            here: at(made).height,
            level: null,
          }),
  ending: (_, { state }) => ({
    said: text('retarget.end.real', { n: state.made, clamps: state.clamps }),
    facts: [{ id: 'bits', text: text('fact.bits', figures(state.made)) }],
  }),
};
