import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../base/canonical.ts';
import type { JobFinder } from '../kernel/job.ts';
import { addressOf } from '../kernel/job.ts';
import type { Action, Model } from '../kernel/model.ts';
import type { Moment } from '../kernel/moment.ts';
import { firstMoment, nextMoment } from '../kernel/moment.ts';
import type { SchedulerSpec } from '../kernel/scheduler.ts';
import { jugs } from '../kernel/toys/jugs.ts';
import type { Bounds } from './bounds.ts';
import { TooMuch } from './bounds.ts';
import { JobNeeded, Timeline } from './timeline.ts';
import type { Place } from './tries.ts';

const NO_RESULTS: JobFinder = { find: () => undefined };
const noFold = { start: () => 0, step: (count: number) => count + 1 };

function timelineOf<S, A extends Action>(
  model: Model<S, A>,
  over: { clock?: () => number; scheduler?: SchedulerSpec; results?: JobFinder; bounds?: Bounds } = {},
): Timeline<S, A, number> {
  return new Timeline<S, A, number>({
    model,
    seed: 7,
    scheduler: { kind: 'first' },
    fold: noFold,
    results: NO_RESULTS,
    clock: () => 0,
    ...over,
  });
}

/** The moment after these keys, by running them from the start. */
function plainly<S>(model: Model<S>, keys: readonly string[]): Moment<S> {
  let at = firstMoment(model, 7);
  for (const key of keys) {
    const action = model.enabled(at.state).find((one) => one.key === key);
    if (!action) throw new Error(key);
    at = nextMoment(model, 7, at, action);
  }
  return at;
}

/** A counter with a message whose delivery takes time. */
interface Ticks {
  readonly count: number;
  readonly flying: readonly number[];
}
const ticks: Model<Ticks> = {
  init: () => ({ count: 0, flying: [] }),
  enabled: ({ count, flying }) => [
    { key: `send ${count}`, kind: 'send', actor: 'a' },
    ...flying.map((id) => ({ key: `take ${id}`, kind: 'take', actor: 'b' })),
  ],
  next: ({ count, flying }, { key, kind }) =>
    kind === 'send'
      ? { count: count + 1, flying: flying.length < 3 ? [...flying, count] : flying }
      : { count, flying: flying.filter((id) => key !== `take ${id}`) },
  pending: ({ flying }) => flying.map((id) => ({ id: `m${id}`, key: `take ${id}`, delayMs: 20 })),
  properties: [
    { name: 'few', kind: 'always', judge: ({ flying }) => flying.length < 3 },
    { name: 'ten', kind: 'sometimes', judge: ({ count }) => count >= 10 },
  ],
};

/** Every reading of the clock is this much later than the one before: checkpoints stand elsewhere for each. */
const tickingClock = (stepMs: number): (() => number) => {
  let now = 0;
  return () => {
    now += stepMs;
    return now;
  };
};

describe('a timeline', () => {
  test('sums up what was observed on a path the same way, whatever else was tried and wherever checkpoints stand', () => {
    const rank = fc.nat(5);
    fc.assert(
      fc.property(
        fc.array(rank, { minLength: 1, maxLength: 30 }),
        fc.array(rank, { minLength: 1, maxLength: 5 }),
        fc.nat(30),
        fc.constantFrom(0, 3, 9),
        (path, aside, leftAt, stepMs) => {
          const take = (
            timeline: Timeline<Ticks, Action, number>,
            at: Place,
            ranks: readonly number[],
          ): Place => {
            let here = at;
            for (const each of ranks) {
              const enabled = timeline.enabled(timeline.at(here));
              const { key } = enabled[each % enabled.length] as Action;
              here = timeline.choose(here, key)?.place ?? here;
            }
            return here;
          };
          const fresh = timelineOf(ticks);
          const { try: only } = take(fresh, { try: 0, step: 0 }, path);
          const busy = timelineOf(ticks, { clock: tickingClock(stepMs) });
          const step = Math.min(leftAt, path.length);
          const start = take(busy, { try: 0, step: 0 }, path.slice(0, step));
          const other = take(busy, start, aside);
          const { try: same } = take(busy, start, path.slice(step));
          if (busy.length(same) === path.length) expect(busy.observed(same)).toBe(fresh.observed(only));
          if (busy.tries.keys(other.try).join() !== fresh.tries.keys(only).join()) {
            expect(busy.observed(other.try)).not.toBe(fresh.observed(only));
          }
        },
      ),
    );
  });

  test('goes anywhere to the same moment as running it from the start, wherever checkpoints stand', () => {
    const move = fc.record({ back: fc.nat(30), rank: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), fc.constantFrom(0, 0.3, 3, 9), (moves, stepMs) => {
        const timeline = timelineOf(ticks, { clock: tickingClock(stepMs) });
        let at = { try: 0, step: 0 };
        for (const { back, rank } of moves) {
          at = { try: at.try, step: Math.max(0, at.step - (back > 20 ? back - 20 : 0)) };
          const actions = timeline.enabled(timeline.at(at));
          const key = actions[rank % actions.length]?.key as string;
          const chosen = timeline.choose(at, key);
          expect(chosen).not.toBeNull();
          at = chosen?.place ?? at;
        }
        for (const { id } of timeline.tries.list()) {
          const keys = timeline.tries.keys(id);
          expect(keys.length).toBe(timeline.length(id));
          for (const step of [0, keys.length >> 1, keys.length]) {
            const stand = timeline.at({ try: id, step });
            const expected = plainly(ticks, keys.slice(0, step));
            expect(canonicalJson(stand.moment.state)).toBe(canonicalJson(expected.state));
            expect([...stand.moment.pending]).toEqual([...expected.pending]);
            expect(stand.moment.nowMs).toBe(expected.nowMs);
            expect(stand.note).toBe(step);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the old future when another action is taken in the past, and finds both again', () => {
    const timeline = timelineOf(jugs());
    let at = { try: 0, step: 0 };
    for (const key of ['fill:big', 'pour:big', 'empty:small']) at = timeline.choose(at, key)?.place ?? at;
    expect(at).toEqual({ try: 0, step: 3 });

    const fork = timeline.choose({ try: 0, step: 1 }, 'fill:small');
    expect(fork?.place).toEqual({ try: 1, step: 2 });
    expect(timeline.tries.keys(0)).toEqual(['fill:big', 'pour:big', 'empty:small']);
    expect(timeline.tries.keys(1)).toEqual(['fill:big', 'fill:small']);

    // The same action from the same node moves on to what is there, seen from either line.
    expect(timeline.choose({ try: 0, step: 1 }, 'fill:small')).toEqual({
      place: { try: 1, step: 2 },
      taken: null,
    });
    expect(timeline.choose({ try: 1, step: 1 }, 'pour:big')?.place).toEqual({ try: 0, step: 2 });
    expect(timeline.choose({ try: 1, step: 0 }, 'fill:big')?.place).toEqual({ try: 1, step: 1 });
    expect(timeline.tries.count).toBe(2);
    expect(timeline.tries.forks(0)).toEqual([1]);
    expect(timeline.tries.forks(1)).toEqual([1]);
  });

  test('begins another try at the very start, beside the first', () => {
    const timeline = timelineOf(jugs());
    timeline.choose({ try: 0, step: 0 }, 'fill:big');
    expect(timeline.choose({ try: 0, step: 0 }, 'fill:small')?.place).toEqual({ try: 1, step: 1 });
    expect(timeline.at({ try: 1, step: 1 }).moment.state).toEqual({ small: 3, big: 0 });
    expect(timeline.tries.forks(1)).toEqual([0]);
    expect(timeline.verdict({ try: 1, step: 0 }, 0)).toBe('holds');
  });

  test('says when a key is not enabled and changes nothing', () => {
    const timeline = timelineOf(ticks);
    expect(timeline.choose({ try: 0, step: 0 }, 'take 0')).toBeNull();
    expect(timeline.length(0)).toBe(0);
  });

  test('remembers the first violation of each line, through its parents up to where it left', () => {
    const timeline = timelineOf(ticks);
    let at = { try: 0, step: 0 };
    for (let i = 0; i < 4; i++) at = timeline.choose(at, `send ${i}`)?.place ?? at;
    expect(timeline.firstFlip(0, 0)).toBe(3);
    expect(timeline.soFar({ try: 0, step: 2 }, 0)).toBe('holds');
    expect(timeline.verdict({ try: 0, step: 4 }, 0)).toBe('violated');

    const early = timeline.choose({ try: 0, step: 2 }, 'take 0')?.place ?? at;
    expect(timeline.firstFlip(early.try, 0)).toBeNull();
    const late = timeline.choose({ try: 0, step: 4 - 1 }, 'take 0')?.place ?? at;
    expect(timeline.verdict(late, 0)).toBe('holds');
    expect(timeline.soFar(late, 0)).toBe('violated');
    expect(timeline.verdict(late, 1)).toBe('not reached');
  });

  test('says in which steps up to a place a promise was broken, through the tries it came by', () => {
    const timeline = timelineOf(ticks);
    let at = { try: 0, step: 0 };
    for (const key of ['send 0', 'send 1', 'send 2', 'send 3', 'take 0', 'send 4', 'take 1'])
      at = timeline.choose(at, key)?.place ?? at;
    expect(timeline.shown(at, 0)).toEqual({ first: 3, last: 6, spans: 2 });
    expect(timeline.shown({ try: 0, step: 5 }, 0)).toEqual({ first: 3, last: 4, spans: 1 });
    expect(timeline.shown({ try: 0, step: 2 }, 0)).toBeNull();
    expect(timeline.shown({ try: 0, step: 3 }, 0)).toEqual({ first: 3, last: 3, spans: 1 });
    // A try that leaves in the middle of a span goes on with it.
    const fork = timeline.choose({ try: 0, step: 3 }, 'take 2')?.place ?? at;
    expect(timeline.shown(fork, 0)).toEqual({ first: 3, last: 3, spans: 1 });
    const longer = timeline.choose({ try: 0, step: 4 }, 'send 4')?.place ?? at;
    expect(timeline.shown(longer, 0)).toEqual({ first: 3, last: 5, spans: 1 });
    expect(timeline.shown({ ...longer, step: 4 }, 0)).toEqual({ first: 3, last: 4, spans: 1 });
    const again = timeline.choose(timeline.choose(at, 'take 3')?.place ?? at, 'take 2')?.place ?? at;
    expect(timeline.shown({ try: again.try, step: 4 }, 0)).toEqual({ first: 3, last: 4, spans: 1 });
  });

  test('keeps ranks and whether they were the scheduler’s', () => {
    const timeline = timelineOf(jugs());
    timeline.schedule(0);
    timeline.choose({ try: 0, step: 1 }, 'fill:big');
    expect(timeline.tries.rankOf({ try: 0, step: 1 })).toEqual({ rank: 0, isDefault: true });
    expect(timeline.tries.rankOf({ try: 0, step: 2 })).toEqual({ rank: 1, isDefault: false });
  });

  test('asks for the job an action needs, and goes on where its bytes are', () => {
    const job = { kind: 'toy/double', input: { n: 4 } };
    const kept = new Map<string, Uint8Array>();
    const model: Model<number> = {
      init: () => 4,
      enabled: (n) => (n === 4 ? [{ key: 'double', kind: 'double', actor: 'a' }] : []),
      job: () => job,
      next: (_, __, result) => result?.[0] ?? -1,
      properties: [],
    };
    const timeline = timelineOf(model, { results: { find: (job) => kept.get(addressOf(job)) } });
    let needed: unknown;
    try {
      timeline.choose({ try: 0, step: 0 }, 'double');
    } catch (error) {
      needed = error;
    }
    expect(needed).toBeInstanceOf(JobNeeded);
    expect(needed).toMatchObject({ job });
    expect(timeline.length(0)).toBe(0);
    kept.set(addressOf(job), Uint8Array.of(8));
    timeline.choose({ try: 0, step: 0 }, 'double');
    expect(timeline.at({ try: 0, step: 1 }).moment.state).toBe(8);
  });

  test('replays at most two spacings of work in a run of 100,000 steps', () => {
    let replayed = 0;
    const counter: Model<number> = {
      init: () => 0,
      enabled: () => [{ key: 'up', kind: 'up', actor: 'a' }],
      next: (n) => {
        replayed++;
        return n + 1;
      },
      properties: [],
    };
    // A step costs a hundredth of a millisecond, a seek may replay eight milliseconds: 800 steps.
    const timeline = timelineOf(counter, { clock: () => replayed / 100 });
    for (let i = 0; i < 100_000; i++) timeline.schedule(0);
    expect(timeline.checkpointCount).toBeGreaterThan(200);
    expect(timeline.checkpointCount).toBeLessThan(400);
    for (const step of [1, 50_000, 99_999, 12_345, 77_777]) {
      replayed = 0;
      expect(timeline.at({ try: 0, step }).moment.state).toBe(step);
      expect(replayed).toBeLessThanOrEqual(800);
    }
  });

  test('notices a model that reads something besides its state', () => {
    let flips = 0;
    const fickle: Model<number> = {
      init: () => 0,
      enabled: (n) => [{ key: `${n} ${flips++ < 5 ? 'a' : 'b'}`, kind: 'k', actor: 'a' }],
      next: (n) => n + 1,
      properties: [],
    };
    const timeline = timelineOf(fickle);
    for (let i = 0; i < 12; i++) timeline.schedule(0);
    expect(() => timeline.at({ try: 0, step: 5 })).toThrow(/differs at step 1/);
  });
});

describe('what a timeline holds', () => {
  /** A text that grows by so many characters a step, or doubles. */
  const growing = (by: number): Model<{ readonly text: string }> => ({
    init: () => ({ text: 'x' }),
    enabled: () => [
      { key: 'grow', kind: 'grow', actor: 'a' },
      { key: 'double', kind: 'double', actor: 'a' },
      { key: 'stay', kind: 'stay', actor: 'a' },
    ],
    next: ({ text }, { key }) => ({
      text: key === 'grow' ? text + 'x'.repeat(by) : key === 'double' ? text + text : text,
    }),
    properties: [],
  });
  const bounds: Bounds = { state: 10_000, run: 100_000, checkpoints: 20_000 };
  const start = { try: 0, step: 0 };

  test('a step whose state would hold too much is not taken, at the same step on every path to it', () => {
    for (const stepMs of [0, 9]) {
      const timeline = timelineOf(growing(1000), { bounds, clock: tickingClock(stepMs) });
      let place: Place = start;
      const grow = (): void => {
        place = timeline.choose(place, 'grow')?.place ?? place;
      };
      expect(() => {
        for (;;) grow();
      }).toThrow(TooMuch);
      expect(place.step).toBe(4);
      expect(timeline.length(0)).toBe(4);
      timeline.at({ try: 0, step: 1 });
      expect(timeline.choose(place, 'stay')?.place).toEqual({ try: 0, step: 5 });
      expect(() => timeline.choose({ try: 0, step: 4 }, 'grow')).toThrow('a state of more than 10000 bytes');
    }
  });

  test('is counted from content, however fast it grows', () => {
    const timeline = timelineOf(growing(1), { bounds });
    let place: Place = start;
    expect(() => {
      for (;;) place = timeline.choose(place, 'double')?.place ?? place;
    }).toThrow(TooMuch);
    expect(place.step).toBe(12);
  });

  test('a run of too many steps, or too many tries, goes no further and stays whole', () => {
    const long = timelineOf(growing(1), { bounds });
    let place: Place = start;
    expect(() => {
      for (;;) place = long.choose(place, 'stay')?.place ?? place;
    }).toThrow('a run of more than 100000 bytes');
    expect(place.step).toBeGreaterThan(1000);
    expect(long.at(place).moment.step).toBe(place.step);
    const wide = timelineOf(growing(1500), { bounds });
    const grown = wide.choose(start, 'grow')?.place ?? start;
    wide.choose(grown, 'stay');
    let tries = 0;
    expect(() => {
      for (let from = grown; ; tries++) {
        from = wide.choose(from, 'stay')?.place ?? from;
        wide.choose({ try: from.try, step: from.step - 1 }, 'double');
      }
    }).toThrow('a run of more than');
    expect(tries).toBeLessThan(20);
  });

  test('checkpoints are thinned where they hold too much, and a seek finds the same', () => {
    const roomy = timelineOf(growing(1), { clock: tickingClock(9), bounds: { ...bounds, checkpoints: 1e9 } });
    const tight = timelineOf(growing(1), { clock: tickingClock(9), bounds });
    for (const timeline of [roomy, tight]) {
      for (let step = 0; step < 600; step++) timeline.choose({ try: 0, step }, step % 2 ? 'grow' : 'stay');
    }
    expect(roomy.checkpointCount).toBeGreaterThan(500);
    expect(tight.checkpointCount).toBeLessThan(100);
    for (const step of [0, 1, 57, 300, 599]) {
      expect(tight.at({ try: 0, step })).toEqual(roomy.at({ try: 0, step }));
    }
  });
});
