import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metered, TASK_BOUNDS } from '../meter.ts';
import { Amiss } from '../refusal.ts';
import { Pattern } from './pattern.ts';

const piece: fc.Arbitrary<string> = fc.letrec<{ one: string; some: string }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'a',
      'b',
      'A',
      '.',
      '\\d',
      '\\w',
      '\\s',
      '[ab]',
      '[^a]',
      '[a-c1]',
      '\\b',
      '^',
      '$',
      '\\1',
    ),
    tie('some').map((s) => `(${s})`),
    tie('some').map((s) => `(?:${s})`),
    tie('some').map((s) => `(?=${s})`),
    tie('some').map((s) => `(?!${s})`),
    fc.tuple(tie('some'), tie('some')).map(([a, b]) => `(${a}|${b})`),
  ),
  some: fc
    .array(
      fc.tuple(tie('one'), fc.constantFrom('', '', '*', '+', '?', '*?', '{1,2}', '{2}', '+?', '{0,2}?')),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((terms) => terms.map(([t, q]) => (/^(\^|\$|\\b|\(\?[=!])/.test(t) ? t : t + q)).join('')),
})).some;

const nulls = (v: unknown): unknown =>
  Array.isArray(v) ? Array.from(v, (x) => (x === undefined ? null : x)) : v;

/** A random pattern may be a bomb; then there is nothing to compare. */
function bounded(run: () => void): void {
  try {
    metered({ ...TASK_BOUNDS, steps: 3e5 }, run);
  } catch (error) {
    if (!(error instanceof Amiss)) throw error;
  }
}

describe('our own regular expressions', () => {
  it('find what the engine’s find: match, replace, split, on random patterns and texts', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        piece,
        fc.constantFrom('', 'g', 'i', 'm', 'gi', 'gs'),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', '1', ' ', '\n'), maxLength: 9 }),
        (source, flags, s) => {
          let theirs: RegExp;
          try {
            theirs = new RegExp(source, flags);
          } catch {
            return;
          }
          if (/\\1/.test(source) && !/\((?!\?)/.test(source)) return;
          const ours = new Pattern(source, flags);
          bounded(() => {
            expect(ours.match(0, s), `match /${source}/${flags}`).toEqual(nulls(s.match(theirs)));
            expect(ours.search(0, s)).toBe(s.search(theirs));
            expect(ours.split(0, s, 4294967295), `split /${source}/${flags}`).toEqual(nulls(s.split(theirs)));
            expect(ours.replace(0, s, '<$&$1>', false)).toBe(s.replace(theirs, '<$&$1>'));
            compared++;
          });
        },
      ),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(800);
  });

  it.each([
    ['(a+)+$', `${'a'.repeat(40)}b`],
    ['(a|a)*$', `${'a'.repeat(40)}b`],
    ['^(.*?,){12}x', ','.repeat(200)],
    ['(\\w*)*@', 'w'.repeat(60)],
    ['.*.*.*.*=', 'x'.repeat(4000)],
  ])('/%s/ is stopped by its meter, not by luck', (source, s) => {
    const begin = performance.now();
    expect(() => metered(TASK_BOUNDS, () => new Pattern(source, '').match(7, s))).toThrow();
    try {
      metered(TASK_BOUNDS, () => new Pattern(source, '').match(7, s));
    } catch (error) {
      expect(error).toBeInstanceOf(Amiss);
      expect((error as Amiss).at).toBe(7);
    }
    expect(performance.now() - begin).toBeLessThan(8000);
  });
});
