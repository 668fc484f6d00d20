import { expect, test } from 'vitest';
import { coursesOf, pathOf } from './courses.ts';
import { guessesIn } from './progress.ts';

test('each system is a course, with what it says of itself', () => {
  const listed = ['memcache', 'spark'].map((id) => ({
    id,
    card: { lecture: 1, core: [], groups: [], scenarios: [] },
    words: { 'system.title': id.toUpperCase() },
  }));
  const courses = coursesOf(listed);
  expect(courses.map(({ id }) => id)).toEqual(['memcache', 'spark']);
  expect(courses[1]?.title).toBe('SPARK');
});

test('every scenario is on the core path or in a group, and none twice', () => {
  const scenarios = ['c', 'a', 'b'].map((id) => ({ id, right: [], properties: [], switches: [] }));
  const groups = [
    { id: 'one', scenarios: ['a'] },
    { id: 'two', scenarios: ['b', 'a', 'gone', 'c'] },
  ];
  expect(pathOf({ core: ['a', 'missing'], groups, scenarios })).toEqual({
    core: ['a'],
    groups: [{ id: 'two', scenarios: ['b', 'c'] }],
  });
});

test('the first answer to a question counts, over all kept runs; a skipped one does not', () => {
  const scenario = { id: 's', right: ['p.x', 'q.x'] };
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
