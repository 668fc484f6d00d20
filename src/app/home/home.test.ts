import { expect, test } from 'vitest';
import { coursesWith, pathOf } from './courses.ts';
import { guessesIn } from './progress.ts';
import { search } from './search.ts';

test('what is built stands first, and all five systems are there', () => {
  expect(coursesWith(['memcache']).map(({ id }) => id)).toEqual([
    'memcache',
    'spark',
    'sundr',
    'bitcoin',
    'blockstack',
  ]);
  expect(coursesWith([]).map(({ lecture }) => lecture)).toEqual([16, 17, 18, 19, 20]);
});

test('every scenario is on the core path or a variant, and none twice', () => {
  const scenarios = ['c', 'a', 'b'].map((id) => ({ id }));
  expect(pathOf(['a', 'missing'], scenarios)).toEqual({ core: ['a'], variants: ['c', 'b'] });
});

test('the first answer to a question counts, over all kept runs; a skipped one does not', () => {
  const scenario = {
    id: 's',
    predictions: [
      {
        id: 'p',
        options: [
          { id: 'x', right: true },
          { id: 'y', right: false },
        ],
      },
      { id: 'q', options: [{ id: 'x', right: true }] },
    ],
  };
  const run = (updated: number, guesses: Record<string, string>, of = 's') => ({
    system: 'm',
    scenario: of,
    updated,
    guesses,
  });
  expect(guessesIn('m', scenario, [run(2, { p: 'x' }), run(1, { p: 'y', q: '' })])).toEqual({
    right: 0,
    answered: 1,
  });
  expect(guessesIn('m', scenario, [run(1, { p: 'x', q: 'x' }), run(0, { p: 'y' }, 'other')])).toEqual({
    right: 2,
    answered: 2,
  });
});

test('search takes the parts in any order and looks at all that is said', () => {
  const all = [
    { system: 'm', scenario: 'a', words: 'Stale set: one old value stays' },
    { system: 'm', scenario: 'b', words: '过期写入' },
  ];
  expect(search(all, 'OLD set').map(({ scenario }) => scenario)).toEqual(['a']);
  expect(search(all, '过期').map(({ scenario }) => scenario)).toEqual(['b']);
  expect(search(all, 'nothing')).toEqual([]);
});
