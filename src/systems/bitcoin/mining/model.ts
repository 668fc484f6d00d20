// Miners of one header: each claims the next range of 2^k nonces and tries it. To claim and to try are a step each, so that
// every order in which they can happen may be played. Trying is real work, a Job. Which nonce counts is a rule of theirs:
// the lowest that will do, whoever is first to find one; then no order changes it. A header of which every nonce was tried
// gets another extra nonce in its coinbase, and so another Merkle root, or a later time: it is another header then. What is
// left out: how long it takes, which only the page has, where the same is done by real workers.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Job } from '../../../kernel/job.ts';
import { addressOf } from '../../../kernel/job.ts';
import type { Action, Blocked, Model } from '../../../kernel/model.ts';
import type { Property } from '../../../kernel/property.ts';
import { withCoinbase } from './coinbase.ts';
import { NONCES } from './nonces.ts';
import type { Mined, RangeInput } from './range.ts';
import { minedOf, minedPlainly } from './range.ts';
import type { MiningSettings } from './settings.ts';

export interface Tried {
  readonly range: number;
  readonly by: string;
  readonly hit: number | null;
}

/** How a header differs from the one that was given, once no nonce of it was left. */
export interface Changed {
  /** By how many seconds its time was moved on. */
  readonly later: number;
  /** The extra nonce in a coinbase of the miners' own; 0: the Merkle root is the one that was given. */
  readonly extra: number;
}

export interface Miners extends Changed {
  /** The range that is claimed next. */
  readonly next: number;
  /** Which range each worker is trying; null: none. One that was taken away is not in it. */
  readonly at: Readonly<Record<string, number | null>>;
  /** Ranges of workers that were taken away, lowest first: they are claimed before any other. */
  readonly left: readonly number[];
  readonly tried: readonly Tried[];
  /** The lowest hash so far: its highest 32 bits, its nonce, and which header it was of. */
  readonly nearest: ({ readonly score: number; readonly at: number } & Changed) | null;
  /** The nonce that counts, once that is known. */
  readonly won: number | null;
}

export interface Mining extends Action {
  readonly kind: 'claim' | 'try' | 'lose' | 'extra' | 'later';
  /** Of the last two: the extra nonce, the seconds. */
  readonly range: number;
}

/** Of a range: its first nonce, and the one after its last. */
export const edgesOf = ({ from, length }: MiningSettings, range: number): { from: number; to: number } => ({
  from: from + range * length,
  to: Math.min(NONCES, from + (range + 1) * length),
});

/** The header with its own coinbase and its time so many seconds later. */
export function headerAt({ header }: MiningSettings, { later, extra }: Changed): string {
  const own = extra === 0 ? header : withCoinbase(header, 'M', extra);
  if (later === 0) return own;
  const bytes = bytesOfHex(own);
  const view = new DataView(bytes.buffer);
  view.setUint32(68, view.getUint32(68, true) + later, true);
  return hexOf(bytes);
}

const UNCHANGED: Changed = { later: 0, extra: 0 };

export const rangeJob = (settings: MiningSettings, range: number, changed = UNCHANGED): Job => ({
  kind: 'bitcoin/mine-range',
  input: {
    header: headerAt(settings, changed),
    target: settings.target,
    ...edgesOf(settings, range),
  } satisfies RangeInput,
});

const KEPT = 4096;
const known = new Map<string, Mined>();

/** Where no result is at hand (in a search), the range is tried here: the same, once for each range. */
function minedHere(job: Job): Mined {
  const address = addressOf(job);
  const found = known.get(address);
  if (found) return found;
  if (known.size >= KEPT) known.clear();
  const mined = minedPlainly(job.input as RangeInput);
  known.set(address, mined);
  return mined;
}

const act = (kind: Mining['kind'], actor: string, range: number): Mining => ({
  key: kind === 'lose' ? `lose.${actor}` : `${kind}.${actor}.${range}`,
  kind,
  actor,
  range,
});

/** The lowest range that held a nonce; beyond all where none has. */
export const bestRange = ({ tried }: Miners): number =>
  Math.min(Number.POSITIVE_INFINITY, ...tried.filter(({ hit }) => hit !== null).map(({ range }) => range));

export const lowestHit = ({ tried }: Miners): number | null => {
  const hits = tried.flatMap(({ hit }) => (hit === null ? [] : [hit]));
  return hits.length === 0 ? null : Math.min(...hits);
};

export function miners(settings: MiningSettings): Model<Miners, Mining> {
  const { workers, wins } = settings;
  const ranges = Math.ceil((NONCES - settings.from) / settings.length);

  /** The range this worker would claim now; null where there is none to claim. */
  function claimable(state: Miners): number | null {
    const range = state.left[0] ?? state.next;
    return range < ranges && range < bestRange(state) ? range : null;
  }

  function settled(state: Miners): Miners {
    if (state.won !== null) return state;
    const best = bestRange(state);
    if (best === Number.POSITIVE_INFINITY) return state;
    const lower = [...state.left, ...workers.map((worker) => state.at[worker] ?? best)];
    const open = wins === 'lowest' && lower.some((range) => range < best);
    return open ? state : { ...state, won: lowestHit(state) };
  }

  const present = ({ at }: Miners): readonly string[] => workers.filter((worker) => at[worker] !== undefined);

  return {
    init: () => ({
      ...UNCHANGED,
      next: 0,
      at: Object.fromEntries(workers.map((worker) => [worker, null])),
      left: [],
      tried: [],
      nearest: null,
      won: null,
    }),
    faults: new Set(['lose']),
    enabled(state) {
      if (state.won !== null) return [];
      const here = present(state);
      const claim = claimable(state);
      const best = bestRange(state);
      const none = claim === null && best === Number.POSITIVE_INFINITY;
      const idle = here.every((worker) => state.at[worker] === null);
      return [
        ...here.flatMap((worker) => {
          const range = state.at[worker] as number | null;
          if (range !== null) return range < best ? [act('try', worker, range)] : [];
          return claim === null ? [] : [act('claim', worker, claim)];
        }),
        ...(none && idle
          ? [
              act('extra', here[0] as string, state.extra + 1),
              act('later', here[0] as string, state.later + 1),
            ]
          : []),
        ...(here.length < 2 ? [] : here.map((worker) => act('lose', worker, state.at[worker] ?? state.next))),
      ];
    },
    blocked(state): readonly Blocked[] {
      if (state.won !== null) return [];
      const best = bestRange(state);
      const waits: Blocked[] = present(state).flatMap((worker) => {
        const range = state.at[worker] as number | null;
        if (best === Number.POSITIVE_INFINITY || (range !== null && range < best)) return [];
        const reason = text('blocked.higher', { range: best });
        return [
          { ...(range === null ? act('claim', worker, state.next) : act('try', worker, range)), reason },
        ];
      });
      return [
        ...waits,
        { key: 'copy', kind: 'copy', actor: workers[0] as string, reason: text('blocked.copy') },
      ];
    },
    job: (state, action) => (action.kind === 'try' ? rangeJob(settings, action.range, state) : undefined),
    next(state, { kind, actor, range }, result) {
      switch (kind) {
        case 'claim': {
          const again = state.left.includes(range);
          const left = state.left.filter((one) => one !== range);
          return {
            ...state,
            left,
            next: again ? state.next : range + 1,
            at: { ...state.at, [actor]: range },
          };
        }
        case 'lose': {
          const { [actor]: was = null, ...at } = state.at;
          const left = was === null ? state.left : [...state.left, was].sort((a, b) => a - b);
          return { ...state, left, at };
        }
        case 'extra':
          return { ...state, extra: range, next: 0, tried: [] };
        case 'later':
          return { ...state, later: range, next: 0, tried: [] };
        case 'try': {
          const { hit, nearest } = result ? minedOf(result) : minedHere(rangeJob(settings, range, state));
          const before = state.nearest;
          const nearer = before === null || nearest.score < before.score;
          return settled({
            ...state,
            at: { ...state.at, [actor]: null },
            tried: [...state.tried, { range, by: actor, hit }],
            nearest: nearer ? { ...nearest, later: state.later, extra: state.extra } : before,
          });
        }
      }
    },
    properties: propertiesOf(settings),
  };
}

function propertiesOf(settings: MiningSettings): readonly Property<Miners>[] {
  /** The lowest nonce that will do in ranges that were claimed before the winner's and not tried; null where there is none. */
  function missed(state: Miners): number | null {
    const { at, left, won } = state;
    if (won === null) return null;
    const open = [...left, ...settings.workers.flatMap((worker) => at[worker] ?? [])].sort((a, b) => a - b);
    for (const range of open) {
      if (edgesOf(settings, range).from > won) break;
      const { hit } = minedHere(rangeJob(settings, range, state));
      if (hit !== null && hit < won) return hit;
    }
    return null;
  }
  return [
    {
      name: 'lowest-wins',
      kind: 'always',
      judge: (state) => (state.won === null ? undefined : missed(state) === null),
      witness: (state) => ({
        text: text('witness.lowest-wins', { won: state.won ?? 0, lower: missed(state) ?? 0 }),
        actors: state.tried.filter(({ hit }) => hit === state.won).map(({ by }) => by),
      }),
    },
    {
      name: 'block-found',
      kind: 'sometimes',
      judge: ({ won }) => won !== null,
      witness: ({ won }) => ({ text: text('witness.block-found', { won: won ?? 0 }), actors: [] }),
    },
  ];
}

export const workerName = (id: string): Text => text('actor.worker', { n: id.slice(1) });
