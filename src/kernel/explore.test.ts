// The explorer against state spaces small enough to count by hand, and against a naive search of random graphs.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginExplore, explore } from './explore.ts';
import type { Model } from './model.ts';
import { plainSearch } from './testing/plain-search.ts';
import { jugs, lattice } from './toys/jugs.ts';

describe('the water jugs', () => {
  it('have 16 states, 96 transitions, and the shortest way to four takes 6 steps', () => {
    const found = explore(jugs());
    expect(found).toMatchObject({ complete: true, states: 16, edges: 96, depth: 7 });
    expect(found.statesByDepth).toEqual([1, 2, 3, 2, 2, 2, 2, 2]);
    expect(found.properties['not-four']).toEqual({
      verdict: 'violated',
      length: 6,
      choices: ['fill:big', 'pour:big', 'empty:small', 'pour:big', 'fill:big', 'pour:big'],
    });
    expect(found.properties['both-full']).toEqual({
      verdict: 'reached',
      length: 2,
      choices: ['fill:small', 'fill:big'],
    });
    expect(found.properties.overflow).toEqual({ verdict: 'not reached' });
    expect(found.properties.moot).toEqual({ verdict: 'does not apply' });
  });

  it('are searched from any given state', () => {
    const found = explore(jugs(), { from: { small: 3, big: 3 } });
    expect(found.properties['not-four']?.choices).toEqual([
      'pour:small',
      'empty:big',
      'pour:small',
      'fill:small',
      'pour:small',
    ]);
  });

  it('are judged where the search begins, with no step at all', () => {
    const found = explore(jugs(), { from: { small: 0, big: 4 } });
    expect(found.properties['not-four']).toEqual({ verdict: 'violated', length: 0, choices: [] });
  });

  it('leave unknown what a bound on depth hides, and keep what it shows', () => {
    const found = explore(jugs(), { maxDepth: 5 });
    expect(found).toMatchObject({ complete: false, states: 12, depth: 5 });
    expect(found.properties).toMatchObject({
      'not-four': { verdict: 'unknown' },
      'both-full': { verdict: 'reached', length: 2 },
      overflow: { verdict: 'unknown' },
    });
  });

  it('count as complete under a bound of exactly their number, and not under one less', () => {
    expect(explore(jugs(), { maxStates: 16 })).toMatchObject({ complete: true, states: 16 });
    const found = explore(jugs(), { maxStates: 15 });
    expect(found).toMatchObject({ complete: false, states: 15 });
    expect(found.properties.overflow?.verdict).toBe('unknown');
  });

  it('give the same outcome in slices of one state, and an honest one half way', () => {
    const search = beginExplore(jugs());
    expect(search.step(1)).toBe(false);
    expect(search.outcome()).toMatchObject({ complete: false, states: 3, edges: 6 });
    expect(search.outcome().properties['not-four']?.verdict).toBe('unknown');
    while (!search.step(1));
    expect(search.outcome()).toEqual(explore(jugs()));
  });

  it('are drawn as a map of 16 states whose one bad end is marked', () => {
    const { map } = explore(jugs(), { map: true });
    expect(map?.states).toHaveLength(16);
    expect(map?.edges).toHaveLength(96);
    expect(map?.states.filter((s) => s.bad.length > 0).map((s) => s.depth)).toEqual([6, 7]);
    expect(map?.states.every((s) => !s.rest)).toBe(true);
    expect(map?.edges[1]).toEqual([0, 2, 'fill:big']);
  });
});

describe('a search that ends', () => {
  it('knows that a bound at the deepest state hides nothing', () => {
    expect(explore(lattice(2, 3), { maxDepth: 6 })).toMatchObject({ complete: true, states: 16, depth: 6 });
    expect(explore(lattice(2, 3), { maxDepth: 5 })).toMatchObject({ complete: false, states: 15, depth: 5 });
  });

  it('marks the state in which nothing is left to happen', () => {
    const { map } = explore(lattice(2, 2), { map: true });
    expect(map?.states.filter((s) => s.rest)).toEqual([{ id: 8, depth: 4, bad: [], rest: true }]);
  });

  it('draws no map of more than 500 states', () => {
    expect(explore(lattice(3, 7), { map: true }).map).toBeUndefined();
  });

  it('counts every state of a larger lattice once', () => {
    const found = explore(lattice(3, 19));
    expect(found).toMatchObject({ complete: true, states: 8000, edges: 3 * 19 * 400, depth: 57 });
    expect(found.properties.corner).toMatchObject({ verdict: 'reached', length: 57 });
    expect(found.properties['not-steep']).toMatchObject({ verdict: 'violated', length: 19 });
  });
});

/** A graph by adjacency lists; state n is the number n, or a word holding n. */
function graph(edges: readonly (readonly number[])[], bad: number): Model<{ readonly at: number }> {
  return {
    init: () => ({ at: 0 }),
    enabled: ({ at }) =>
      (edges[at] ?? []).map((to, i) => ({ key: `${at}-${i}-${to}`, kind: 'go', actor: 'a' })),
    next: (_, action) => ({ at: Number(action.key.split('-')[2]) }),
    properties: [{ name: 'safe', kind: 'always', judge: ({ at }) => at !== bad }],
  };
}

const graphs = fc.array(fc.array(fc.nat(29), { maxLength: 5 }), { minLength: 1, maxLength: 30 });

describe('random graphs', () => {
  it('have the distances that a textbook search finds, and a counterexample that runs', () => {
    fc.assert(
      fc.property(graphs, fc.nat(29), (edges, bad) => {
        const distance = new Map([[0, 0]]);
        const queue = [0];
        for (const n of queue) {
          for (const to of edges[n] ?? []) {
            if (distance.has(to)) continue;
            distance.set(to, (distance.get(n) as number) + 1);
            queue.push(to);
          }
        }
        const found = explore(graph(edges, bad));
        expect(found.states).toBe(distance.size);
        expect(found.edges).toBe(queue.reduce((sum, n) => sum + (edges[n] ?? []).length, 0));
        expect(found.properties.safe?.length).toBe(distance.get(bad));
        let at = 0;
        for (const key of found.properties.safe?.choices ?? []) {
          expect(key.startsWith(`${at}-`)).toBe(true);
          at = Number(key.split('-')[2]);
        }
        if (found.properties.safe?.choices) expect(at).toBe(bad);
      }),
    );
  });

  it('give what the plain search gives, under any bounds, in everything', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.nat(29),
        fc.integer({ min: 1, max: 31 }),
        fc.nat(8),
        (edges, bad, maxStates, maxDepth) => {
          const options = { maxStates, maxDepth, map: true };
          const { stored, bytes, ...found } = explore(graph(edges, bad), options);
          expect(found).toEqual(plainSearch(graph(edges, bad), options));
          expect(stored).toBe(found.states);
          expect(bytes).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('a bound on bytes', () => {
  it('ends the search with what it has stored, and it says unknown of the rest', () => {
    const found = explore(lattice(3, 99), { maxBytes: 8e6 });
    expect(found.complete).toBe(false);
    expect(found.bytes).toBeLessThan(8e6);
    expect(found.states).toBe(found.stored);
    expect(found.states).toBeGreaterThan(50_000);
    expect(found.properties.corner).toEqual({ verdict: 'unknown' });
  });

  it('counts a state that is large by what it holds', () => {
    const tape: Model<{ readonly tape: string }> = {
      init: () => ({ tape: '' }),
      enabled: () => [{ key: 'on', kind: 'on', actor: 'a' }],
      next: ({ tape }) => ({ tape: `${tape}${'x'.repeat(1000)}` }),
      properties: [],
    };
    const found = explore(tape, { maxBytes: 10e6 });
    expect(found.complete).toBe(false);
    // After n steps a state is n thousand letters of two bytes: after a hundred all are ten megabytes.
    expect(found.depth).toBeLessThanOrEqual(100);
    expect(found.bytes).toBeGreaterThan(9e6);
  });
});

describe('states', () => {
  const oneStep = (after: unknown): Model => ({
    init: () => ({ a: 1, b: [1, 2] }),
    enabled: (state) => ((state as { a: unknown }).a === 1 ? [{ key: 'go', kind: 'go', actor: 'a' }] : []),
    next: () => after,
    properties: [],
  });

  it('are one where only the order of their fields, or a field that is undefined, differs', () => {
    expect(explore(oneStep({ b: [1, 2], a: 1 })).states).toBe(1);
    expect(explore(oneStep({ b: [1, 2], a: 1, c: undefined })).states).toBe(1);
  });

  it('are two where a field is another value, is gone, or is new', () => {
    for (const after of [{ a: 1.5, b: [1, 2] }, { a: '1', b: [1, 2] }, { a: 2 }, { a: 2, b: [1, 2], c: 3 }])
      expect(explore(oneStep(after)).states).toBe(2);
  });

  it.each([
    ['a Map', { a: 2, b: new Map() }],
    ['a bigint', { a: 2, b: 5n }],
    ['undefined', { a: 2, b: [undefined] }],
    ['NaN', { a: 2, b: Number.NaN }],
  ])('that hold %s are refused', (what, after) => {
    expect(() => explore(oneStep(after))).toThrow(what);
  });
});
