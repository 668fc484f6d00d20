import { expect, test } from 'vitest';
import { explore } from '../../kernel/explore.ts';
import type { MapGraph } from './map-types.ts';
import { badPath, lostStates } from './no-return.ts';

/** States by number with where their steps lead; those named break the promise. */
function graph(ways: readonly (readonly number[])[], bad: readonly number[]): MapGraph {
  return {
    states: ways.map((to, id) => ({
      id,
      depth: id,
      bad: bad.includes(id) ? ['p'] : [],
      rest: to.length === 0,
    })),
    edges: ways.flatMap((all, from) => all.map((to) => [from, to, `${from}-${to}`] as const)),
  };
}
const lost = (ways: readonly (readonly number[])[], bad: readonly number[]): number[] =>
  [...lostStates(graph(ways, bad), 'p')].sort((a, b) => a - b);

test('a state is lost where every way on breaks the promise, and not where one does not', () => {
  expect(lost([[1, 2], [3], [4], [], []], [3])).toEqual([1, 3]);
  expect(lost([[1, 2], [3], [3], []], [3])).toEqual([0, 1, 2, 3]);
  expect(lost([[1], [2], []], [])).toEqual([]);
});

test('going round for ever keeps the promise; a step that changes nothing does not', () => {
  expect(lost([[1], [0, 2], []], [2])).toEqual([2]);
  expect(lost([[1], [1, 2], []], [2])).toEqual([0, 1, 2]);
});

test('two ways to the same state are two ways: both have to be lost', () => {
  const twice: MapGraph = {
    ...graph([[1, 2], [], []], [1]),
    edges: [
      [0, 1, 'a'],
      [0, 1, 'b'],
      [0, 2, 'c'],
    ],
  };
  expect([...lostStates(twice, 'p')]).toEqual([1]);
  const all: MapGraph = {
    ...graph([[1], []], [1]),
    edges: [
      [0, 1, 'a'],
      [0, 1, 'b'],
    ],
  };
  expect([...lostStates(all, 'p')].sort()).toEqual([0, 1]);
});

test('the point of no return is the first lost state of the path', () => {
  const map = graph([[1, 4], [2, 4], [3], [], []], [3]);
  const path = badPath(map, 'p', ['0-1', '1-2', '2-3']);
  expect(path.states).toEqual([0, 1, 2, 3]);
  expect(path.lostAt).toBe(2);
  expect(badPath(graph([[1, 2], [], []], [1]), 'p', ['0-1']).lostAt).toBe(1);
  expect(badPath(graph([[1], []], [1]), 'p', ['0-1']).lostAt).toBe(0);
});

/** A lamp that is carried over a bridge of planks: past the third plank nobody turns round, and the last is rotten. */
test('it holds on a model that is searched', () => {
  const { map, properties } = explore(
    {
      init: () => 0,
      enabled: (at: number) =>
        (at === 5 || at === -1 ? [] : at < 3 ? ['on', 'back'] : ['on']).map((key) => ({
          key,
          kind: key,
          actor: 'walker',
        })),
      next: (at, { key }) => (key === 'on' ? at + 1 : -1),
      properties: [{ name: 'dry', kind: 'always', judge: (at) => at !== 5 }],
    },
    { map: true },
  );
  const { choices = [] } = properties.dry ?? {};
  expect(choices).toHaveLength(5);
  expect(map && badPath(map, 'dry', choices).lostAt).toBe(3);
});
