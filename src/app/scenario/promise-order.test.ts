import { expect, test } from 'vitest';
import type { PropertyView } from '../../session/frame.ts';
import { inOrder } from './promise-order.ts';

const view = (name: string, soFar: PropertyView['soFar'] = 'holds'): PropertyView =>
  ({
    name,
    kind: 'always',
    here: soFar,
    soFar,
    broken: soFar === 'violated',
    firstFlip: null,
  }) as unknown as PropertyView;
const names = (views: readonly PropertyView[], about: readonly string[], room?: number): readonly string[] =>
  inOrder(views, about, room)
    .filter(({ folded }) => !folded)
    .map(({ view: { name } }) => name);
const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

test('a few promises are all shown, but for those that do not apply', () => {
  expect(names([view('a'), view('b', 'does not apply'), view('c')], ['c'])).toEqual(['a', 'c']);
});

test('of many, those that the scenario is about are shown', () => {
  expect(
    names(
      many.map((name) => view(name)),
      ['b', 'e'],
    ),
  ).toEqual(['b', 'e']);
});

test('of many, one that is violated comes first, whatever the scenario is about', () => {
  const views = many.map((name) => view(name, name === 'g' ? 'violated' : 'holds'));
  expect(names(views, ['b', 'e'])).toEqual(['g', 'b', 'e']);
});

test('in a low window fewer of those that hold are shown, and each that is violated', () => {
  const views = many.map((name) => view(name, name > 'd' ? 'violated' : 'holds'));
  expect(names(views.slice(0, 5), many, 3)).toEqual(['e', 'a', 'b']);
  expect(
    names(
      many.map((name) => view(name)),
      many,
      3,
    ),
  ).toEqual(['a', 'b', 'c']);
  expect(names(views, many, 2)).toEqual(['e', 'f', 'g']);
});

test('one that is violated stays first for those who cannot tell', () => {
  const [a, b] = [view('a'), view('b', 'violated')];
  expect(names([a, { ...b, here: 'unknown', soFar: 'unknown' }], [])).toEqual(['b', 'a']);
});
