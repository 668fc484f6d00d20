import { describe, expect, it } from 'vitest';
import { inAttempt } from './attempt.ts';
import { parseProgram } from './parse.ts';
import { driverOf } from './program.ts';

/** The value of an expression or of `sc => {...}`. */
const value = async (source: string): Promise<unknown> => driverOf(await parseProgram(source))({});
const of = (expression: string): Promise<unknown> => value(`() => ${expression}`);

describe('what the language computes', () => {
  it.each([
    ['1 + 2 * 3 ** 2', 19],
    ["'a' + 1 + true + null", 'a1truenull'],
    ['`x${[1, [2, 3]]}y${null}`', 'x1,2,3ynull'],
    ['[1, 2, 3].map(x => x * 2).filter(x => x > 2)', [4, 6]],
    ['(([a, [b, , c], ...rest]) => [a, b, c, rest])([1, [2, 3, 4], 5, 6])', [1, 2, 4, [5, 6]]],
    ["'b a c'.split(' ').toSorted()", ['a', 'b', 'c']],
    ['[3, 1, 2].toSorted((a, b) => b - a)', [3, 2, 1]],
    ['[[1, 2], [3, 4]].reduce((sum, [a, b]) => sum + a * b, 0)', 14],
    ['[1, 2] === [1, 2]', true],
    ['NaN === NaN', false],
    ["'abc'[1] + 'abc'.at(-1)", 'bc'],
    ['[1][5] ?? 7', 7],
    ['Math.max(...[1, 5, 2], 4)', 5],
    ['parseInt("12px") + Number("3") + +"4"', 19],
    ["'Hello World'.replace(/o(.)/g, (all, c) => `[${c}]`)", 'Hell[ ]W[r]ld'],
    ["'2024-01-02'.match(/(\\d+)-(\\d+)/)", ['2024-01', '2024', '01']],
    ['range(1, 4)', [1, 2, 3, 4]],
    ["'ÄÖ straße'.toLowerCase()", 'äö straße'],
    ['(1.005).toFixed(2)', '1.00'],
  ])('%s', async (expression, expected) => {
    expect(await of(expression)).toEqual(expected);
  });

  it('a block with const, if and return; a function that calls itself', async () => {
    expect(
      await value(`() => {
        const f = n => n < 2 ? 1 : n * f(n - 1);
        const sign = x => { if (x < 0) return 'minus'; const [a] = [x]; return a > 0 ? 'plus' : 'none' };
        let all = [];
        for (let i = -1; i <= 1; i++) all = [...all, sign(i)];
        for (const x of [1, 2]) { all = all.concat(f(x + 3)) }
        return all
      }`),
    ).toEqual(['minus', 'none', 'plus', 24, 120]);
  });

  it('a driver calls the engine by Spark’s names, with task functions and the line', async () => {
    const seen: unknown[] = [];
    const rdd = {
      map(f: { call(args: unknown[]): unknown; source: string; line: number }) {
        seen.push(['map', f.call([20]), f.source, f.line, sc.line]);
        return rdd;
      },
      collect: () => [1, 2],
    };
    const sc = {
      line: 0,
      parallelize(list: unknown[], n: number) {
        seen.push([list, n]);
        return rdd;
      },
    };
    const tree = await parseProgram(
      `const by = 2;\nsc.parallelize(range(1, 3), 2)\n  .map(x => x * by + 1)\n  .collect()`,
    );
    driverOf(tree)(sc);
    expect(seen).toEqual([
      [[1, 2, 3], 2],
      ['map', 41, 'x => x * by + 1', 3, 3],
    ]);
  });

  it('what differs from attempt to attempt is flagged, and the same for the same attempt', async () => {
    const seen: { unsafe: boolean; call(args: unknown[]): unknown }[] = [];
    const rdd = { map: (f: (typeof seen)[number]) => seen.push(f) };
    driverOf(
      await parseProgram(
        'const r = () => unsafeRandom(); sc.emptyRDD().map(x => [attemptNumber(), r(), r()])',
      ),
    )({ emptyRDD: () => rdd });
    const of = (attempt: number) => inAttempt({ seed: 7, task: 3, attempt }, () => seen[0]?.call([1]));
    expect(of(0)).toEqual(of(0));
    expect(of(1)).not.toEqual(of(0));
    expect((of(1) as unknown[])[0]).toBe(1);
  });
});
