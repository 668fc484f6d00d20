// Lecture 19.6 and 19.7: what keeps a miner's clock honest. A block must be stamped later than the median of the eleven
// before it and at most two hours ahead of the clock of who checks. In a small network, whose target is set anew every
// twelve blocks, a miner who finds every block tries what that leaves open. A step stamps all blocks of a period but the
// last in one way, or the last: the target is measured from the stamp of the first to that of the last. Each block's work
// is taken as done, in the time that is expected of it.

import { about, grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import { headerBroken } from '../consensus/header-rules.ts';
import type { Network } from '../consensus/network.ts';
import { MEDIAN_OF, MOST_AHEAD_S, regtest } from '../consensus/network.ts';
import { medianTime, retarget } from '../consensus/retarget.ts';
import type { Broken, Rule } from '../consensus/rules.ts';
import { bitsHex, fromCompact } from '../consensus/target.ts';
import type { Args, Came, Deed, Play } from '../play.ts';
import { row } from '../play.ts';
import { chainScene } from '../scene-chain.ts';
import { curveScene } from '../scene-curve.ts';

const network: Network = { ...regtest, retargets: true, interval: 12, timespanS: 7200 };
const START_BITS = 0x1c7fffff;
const SPACING_S = 600;
/** Three periods, the first block of all among them. */
const MOST_BLOCKS = 36;

const STAMPS = ['honest', 'back', 'ahead', 'too-old', 'too-new'] as const;
type Stamp = (typeof STAMPS)[number];
const FAULTS: readonly Stamp[] = ['too-old', 'too-new'];

export interface Stamps {
  /** Of every block, in seconds after the first. */
  readonly times: readonly number[];
  /** True times of the same. */
  readonly clocks: readonly number[];
  readonly bits: number;
  readonly refused: Rule | null;
}

interface Step extends Action {
  readonly kind: 'stretch' | 'stamp' | 'lie';
  readonly stamp: Stamp;
}

const median = ({ times }: Stamps): number => medianTime(times.slice(-MEDIAN_OF));

const clockOf = ({ clocks }: Stamps): number => clocks.at(-1) as number;

const ease = ({ bits }: Stamps): number =>
  Number((fromCompact(bits).target * 1_000_000n) / fromCompact(START_BITS).target) / 1e6;

/** Seconds that the next block takes at a steady hash power. */
const nextS = (state: Stamps): number => Math.max(1, Math.round(SPACING_S / ease(state)));

function stampOf(state: Stamps, stamp: Stamp): number {
  const clockS = clockOf(state) + nextS(state);
  switch (stamp) {
    case 'back':
      return median(state) + 1;
    case 'ahead':
      return clockS + MOST_AHEAD_S;
    case 'too-old':
      return median(state);
    case 'too-new':
      return clockS + MOST_AHEAD_S + 1;
    default:
      // Whose clock is behind the median stamps the earliest time that is allowed.
      return Math.max(clockS, median(state) + 1);
  }
}

/** The rule that the next block breaks with this stamp. */
function refusal(state: Stamps, time: number): Broken | null {
  const none = new Uint8Array(32);
  const header = { version: 1, previous: none, merkleRoot: none, time, bits: state.bits, nonce: 0 };
  const context = { medianTime: median(state), now: clockOf(state) + nextS(state) };
  return headerBroken(header, none, context, network)[0] ?? null;
}

/** Target for the block after these: new at the end of a period. */
function bitsAfter(times: readonly number[], bits: number, params: Params): number {
  const { interval } = network;
  if (times.length % interval !== 0) return bits;
  // As Bitcoin does it, the first interval of a period is left out: from the first block, not from the one before it.
  const from = times.length - interval - (params.offByOne === 'off' && times.length > interval ? 1 : 0);
  return retarget(network, times[from] as number, times.at(-1) as number, bits).bits;
}

/** Heights of the blocks that the next step stamps. */
function stretchOf({ times }: Stamps): { readonly from: number; readonly to: number } {
  const from = times.length;
  const last = from + network.interval - 1 - (from % network.interval);
  return { from, to: Math.max(from, last - 1) };
}

function stamped(state: Stamps, stamp: Stamp, params: Params): Stamps {
  const time = stampOf(state, stamp);
  const found = refusal(state, time);
  if (found) return { ...state, refused: found.rule };
  const times = [...state.times, time];
  return {
    times,
    clocks: [...state.clocks, clockOf(state) + nextS(state)],
    bits: bitsAfter(times, state.bits, params),
    refused: null,
  };
}

function next(state: Stamps, action: Action, params: Params): Stamps {
  const { stamp } = action as Step;
  const { from, to } = stretchOf(state);
  let after = state;
  for (let height = from; height <= to; height++) {
    after = stamped(after, stamp, params);
    if (after.refused) break;
  }
  return after;
}

const clock = (seconds: number): string => {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const sign = seconds < 0 ? '−' : '';
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

const figures = (state: Stamps): Args => ({
  height: state.times.length - 1,
  time: clock(state.times.at(-1) as number),
  clock: clock(clockOf(state)),
  median: clock(median(state)),
  ease: about(ease(state)),
  seconds: grouped(nextS(state)),
  bits: bitsHex(state.bits),
});

const deed = (state: Stamps, action: Action, params: Params): Deed => {
  const { kind, stamp } = action as Step;
  const { from } = stretchOf(state);
  const after = kind === 'stretch' ? next(state, action, params) : null;
  const args = {
    from,
    height: after ? after.times.length - 1 : from,
    stamp: text(`stamp.${stamp}`),
    time: clock(after ? (after.times.at(-1) as number) : stampOf(state, stamp)),
    clock: clock(after ? clockOf(after) : clockOf(state) + nextS(state)),
  };
  const label = text(kind === 'stretch' ? 'act.stretch' : 'act.stamp', args);
  return { from: 'miner', to: 'node', label, args };
};

function came(before: Stamps, action: Action, after: Stamps): Came {
  const { stamp } = action as Step;
  const found = refusal(before, stampOf(before, stamp));
  if (found)
    return {
      ending: 'refused',
      answer: text('rep.refused', { rule: found.rule }),
      why: text(`why.${stamp}`, figures(before)),
      source: '7',
      args: { rule: found.rule },
    };
  const set = after.bits !== before.bits;
  const back = (after.times.at(-1) as number) < (after.times.at(-2) as number);
  return {
    ending: set ? 'retarget' : 'taken',
    answer: set ? text('rep.retarget', figures(after)) : text('rep.taken'),
    why: text(set ? 'why.retarget' : back ? 'why.before-parent' : `why.${stamp}`, figures(after)),
    source: '7',
    args: figures(after),
  };
}

/** The step that stamps the block of this height, where none was refused before it. */
const stepOf = (height: number): number =>
  2 * Math.floor(height / network.interval) + (height % network.interval === network.interval - 1 ? 2 : 1);

export const timestampsPlay: Play<Stamps> = {
  words: ['system', 'curve', 'bytes', 'chain', 'import', 'timestamps'],
  faults: ['lie'],
  lanes: () => ['miner', 'node'],
  init: () => ({ times: [0], clocks: [0], bits: START_BITS, refused: null }),
  enabled: (state) => {
    const { from, to } = stretchOf(state);
    if (from >= MOST_BLOCKS) return [];
    return STAMPS.map((stamp): Step => {
      const kind = FAULTS.includes(stamp) ? 'lie' : to > from ? 'stretch' : 'stamp';
      return { key: `${from}.${stamp}`, kind, actor: 'miner', stamp };
    });
  },
  next,
  properties: () => [
    {
      name: 'target-honest',
      kind: 'always',
      judge: (state) => ease(state) < 1.5,
      witness: (state) => ({ text: text('witness.target-honest', figures(state)), actors: ['node'] }),
    },
    {
      name: 'before-parent',
      kind: 'sometimes',
      judge: ({ times }) => times.some((time, i) => i > 0 && time < (times[i - 1] as number)),
    },
    { name: 'lie-refused', kind: 'sometimes', judge: ({ refused }) => refused !== null },
  ],
  deed,
  came,
  chips: (state) => [
    { actor: 'miner', text: text('chip.clock', figures(state)) },
    {
      actor: 'node',
      text: text(state.refused ? 'chip.refused' : 'chip.node', {
        ...figures(state),
        rule: state.refused ?? '',
      }),
      ...(state.refused || ease(state) >= 1.5 ? { tone: 'bad' as const } : {}),
    },
  ],
  rows: (state) => [
    { actor: 'miner', rows: [row('clock', clock(clockOf(state))), row('seconds', grouped(nextS(state)))] },
    {
      actor: 'node',
      rows: [
        row('height', state.times.length - 1),
        row('time', clock(state.times.at(-1) as number)),
        row('median', clock(median(state))),
        row('bits', bitsHex(state.bits)),
        row('ease', about(ease(state))),
      ],
    },
  ],
  scene: (kind, { times, clocks }) =>
    kind === 'chain'
      ? chainScene('before-parent')
      : kind !== 'curve'
        ? null
        : curveScene({
            x: { label: text('curve.block-height'), from: 0, to: MOST_BLOCKS, log: false },
            y: { label: text('curve.hours'), from: 0, to: 8, log: false },
            series: [
              { id: 'stamp', label: text('curve.stamp') },
              { id: 'clock', label: text('curve.clock') },
            ],
            marks: times.slice(1).flatMap((time, i) => {
              const true_ = clocks[i + 1] as number;
              const step = stepOf(i + 1);
              const tell = text('curve.tell.stamp', { n: i + 1, time: clock(time), clock: clock(true_) });
              return [
                {
                  series: 'clock',
                  x: i + 1,
                  y: true_ / 3600,
                  step,
                  text: text('curve.tell.clock', { n: i + 1, clock: clock(true_) }),
                },
                { series: 'stamp', x: i + 1, y: time / 3600, step, text: tell },
              ];
            }),
            line: null,
            here: null,
            level: null,
          }),
  ending(params, { state, soFar }) {
    const warped = soFar['target-honest'] === 'violated';
    // With every interval counted it was easier for a period, and no more.
    const closed = params.offByOne === 'off' && (warped || soFar['before-parent'] === 'reached');
    const id = closed ? 'closed' : warped ? 'warped' : 'honest';
    return {
      said: text(`timestamps.end.${id}`, figures(state)),
      facts: [
        { id: 'ease', text: text('fact.ease', figures(state)) },
        { id: 'clock', text: text('fact.clock', figures(state)) },
      ],
    };
  },
};
