// A shared search against the inline one: the same outcome to the last digit, however many share it and whoever is slow.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import { Expander } from './explore-expander.ts';
import type { RemoteExpander } from './explore-sharded.ts';
import { exploreSharded } from './explore-sharded.ts';
import { FingerprintSet } from './explore-table.ts';
import type { Action, Model } from './model.ts';
import { jugs, lattice } from './toys.ts';

/** An expander that answers after so many turns of the event loop. */
function slow<S>(model: Model<S, Action>, turns: () => number): RemoteExpander<S> {
  const expander = new Expander(model, new FingerprintSet(), true);
  const later = async <T>(value: T): Promise<T> => {
    for (let n = turns(); n > 0; n--) await new Promise((resolve) => setImmediate(resolve));
    return value;
  };
  return {
    load: (states) => expander.load(states),
    expand: (count) => later(expander.expand(count)),
    keep: (fresh) => expander.keep(fresh),
    advance: () => later(expander.advance()),
    release: (from, to) => later(expander.release(from, to)),
    adopt: (head, tail) => expander.adopt(head, tail),
    restless: () => later(expander.restless()),
  };
}

const go = async (): Promise<boolean> => true;

describe('a shared search', () => {
  it('of a lattice finds what the inline search finds, with 1, 2, 3 and 7 expanders', async () => {
    const model = lattice(4, 9);
    const inline = explore(model);
    expect(inline).toMatchObject({ complete: true, states: 10_000, edges: 36_000, depth: 36 });
    for (const count of [1, 2, 3, 7]) {
      const found = await exploreSharded(
        model,
        {},
        {
          expanders: () => Array.from({ length: count }, (_, i) => slow(model, () => i % 3)),
          breathe: go,
          shareFrom: 50,
          slice: 64,
        },
      );
      expect(found).toEqual(inline);
    }
  });

  it('is the inline one under any bounds, number of expanders, slice and order of answers', async () => {
    const shape = fc.record({
      count: fc.integer({ min: 1, max: 5 }),
      shareFrom: fc.integer({ min: 1, max: 60 }),
      slice: fc.integer({ min: 1, max: 40 }),
      maxStates: fc.integer({ min: 1, max: 700 }),
      maxDepth: fc.nat(25),
      delays: fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ count, shareFrom, slice, maxStates, maxDepth, delays }) => {
        const model = lattice(3, 7);
        let turn = 0;
        const delay = (): number => delays[turn++ % delays.length] as number;
        const found = await exploreSharded(
          model,
          { maxStates, maxDepth, map: true },
          {
            expanders: () => Array.from({ length: count }, () => slow(model, delay)),
            breathe: go,
            shareFrom,
            slice,
          },
        );
        expect(found).toEqual(explore(model, { maxStates, maxDepth, map: true }));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the parts of the frontier even though the first part finds most states first', async () => {
    const model = lattice(4, 9);
    const totals: number[] = [0, 0, 0];
    await exploreSharded(
      model,
      {},
      {
        expanders: () =>
          [0, 1, 2].map((part) => {
            const expander = slow(model, () => 0);
            return {
              ...expander,
              expand: async (count: number) => {
                const batch = await expander.expand(count);
                totals[part] = (totals[part] as number) + batch.parents;
                return batch;
              },
            };
          }),
        breathe: go,
        shareFrom: 100,
        slice: 64,
      },
    );
    expect(Math.max(...totals) / Math.min(...totals)).toBeLessThan(1.3);
  });

  it('never asks for an expander where the frontier stays small', async () => {
    const found = await exploreSharded(
      jugs(),
      {},
      {
        expanders: () => {
          throw new Error('not needed');
        },
        breathe: go,
      },
    );
    expect(found).toEqual(explore(jugs()));
  });

  it('stops when told to, inline or shared, and then claims nothing', async () => {
    for (const stopAt of [20, 3000]) {
      const model = lattice(4, 9);
      const found = await exploreSharded(
        model,
        {},
        {
          expanders: () => [slow(model, () => 1), slow(model, () => 0)],
          breathe: async ({ states }) => states < stopAt,
          shareFrom: 500,
          slice: 10,
        },
      );
      expect(found.complete).toBe(false);
      expect(found.states).toBeGreaterThanOrEqual(stopAt);
      expect(found.states).toBeLessThan(10_000);
      expect(found.properties.corner?.verdict).toBe('unknown');
    }
  });
});
