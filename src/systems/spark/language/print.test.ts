import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closuresOf } from './closures.ts';
import { parseProgram } from './parse.ts';
import { printedOf, printFn } from './print.ts';
import type { MakeFn, ProgramFn } from './program.ts';
import { driverOf, taskOf } from './program.ts';
import { ProgramRefusal } from './refusal.ts';
import { HOSTILE } from './testing/hostile.ts';

const compile = (text: string): unknown => new Function(`return ${text}`)();

/** The functions that a program hands to the engine, each by closures and by printed code. */
async function both(program: string): Promise<readonly (readonly [ProgramFn, ProgramFn])[]> {
  const tree = await parseProgram(program);
  const handed: ProgramFn[] = [];
  const rdd = {
    map(f: ProgramFn) {
      handed.push(f);
      return rdd;
    },
    collect: () => null,
  };
  driverOf(tree)({ parallelize: () => rdd });
  const printed: MakeFn = printedOf(tree, compile);
  const closures: MakeFn = closuresOf(tree).make;
  return handed.map((f) => [
    taskOf(tree, closures, f.id, f.captured),
    taskOf(tree, printed, f.id, f.captured),
  ]);
}

/** What a call comes to, to the last bit: its value, or its refusal with its place. */
function outcome(f: ProgramFn, args: readonly unknown[]): string {
  try {
    return spelt(f.call(args));
  } catch (error) {
    if (!(error instanceof ProgramRefusal)) throw error;
    return `${error.why.key} ${JSON.stringify(error.why.args ?? {})} ${error.line}:${error.column}`;
  }
}

function spelt(v: unknown): string {
  if (Array.isArray(v)) return `[${v.map(spelt).join(', ')}]`;
  if (typeof v === 'number') return Object.is(v, -0) ? '-0' : String(v);
  if (typeof v === 'function') return 'function';
  return JSON.stringify(v) ?? `no ${typeof v}`;
}

/** A random program may be one that is refused before it runs. */
async function orNone<T>(made: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof ProgramRefusal) return [];
    throw error;
  }
}

const NAMES = ['x', 'y', 'n', 'list'];
const grammar = fc.letrec<{ e: string; f: string }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'e' },
    fc.constantFrom(
      ...NAMES,
      '0',
      '1',
      '2.5',
      "'a b'",
      "''",
      'true',
      'null',
      '[]',
      '[3, [4]]',
      '/a(b)?/g',
      'NaN',
    ),
    fc
      .tuple(
        tie('e'),
        fc.constantFrom('+', '+', '-', '*', '/', '%', '**', '<', '>=', '===', '!==', '&', '>>>', '&&', '||'),
        tie('e'),
      )
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom('!', '-', '+', '~'), tie('e')).map(([op, a]) => `(${op} ${a})`),
    fc.tuple(tie('e'), tie('e'), tie('e')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `[${a}, ...${b}]`),
    fc.array(tie('e'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.tuple(tie('e'), tie('e')).map(([a, i]) => `${a}[${i}]`),
    fc.tuple(tie('e')).map(([a]) => `${a}.length`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `\`<$\{${a}}|$\{${b}}>\``),
    fc
      .tuple(tie('e'), fc.constantFrom('map', 'filter', 'flatMap', 'some', 'findIndex', 'toSorted'), tie('f'))
      .map(([a, m, f]) => `${a}.${m}(${f})`),
    fc.tuple(tie('e'), tie('f'), tie('e')).map(([a, f, b]) => `${a}.reduce(${f}, ${b})`),
    fc
      .tuple(
        tie('e'),
        fc.constantFrom('split', 'includes', 'concat', 'slice', 'join', 'repeat', 'match', 'at', 'toFixed'),
        tie('e'),
      )
      .map(([a, m, b]) => `${a}.${m}(${b})`),
    fc
      .tuple(
        fc.constantFrom(
          'Math.sqrt',
          'Math.sin',
          'Math.log',
          'Math.floor',
          'String',
          'Number',
          'Array.isArray',
        ),
        tie('e'),
      )
      .map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `Math.max(${a}, ...${b})`),
    fc.tuple(tie('f'), tie('e')).map(([f, a]) => `(${f})(${a})`),
  ),
  f: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'e' },
    tie('e').map((e) => `x => ${e}`),
    tie('e').map((e) => `(x, y) => ${e}`),
    tie('e').map((e) => `([x, [y], ...list]) => ${e}`),
    fc
      .tuple(tie('e'), tie('e'), tie('e'))
      .map(
        ([a, b, c]) => `(x, n) => { const y = ${a}; if (${b}) { const n = y; return [n, x] } return ${c} }`,
      ),
    fc
      .tuple(tie('e'), tie('e'))
      .map(([a, b]) => `n => { const go = y => y > 3 ? ${a} : go(y + 1); return [go(n), ${b}] }`),
  ),
}));

const RECORDS: readonly (readonly unknown[])[] = [
  [1, 2],
  ['a b', [1, 'x']],
  [[1, [2, 3], 4], 0],
  [null, ['a', 'b']],
  [-0.5, Number.NaN],
];

describe('printed code and closures', () => {
  it('write a value of a template before they work out the next', async () => {
    for (const [closures, printed] of await both(
      'sc.parallelize([]).map(x => `$' + '{/a/}$' + '{x.y()}`)'.replace('.y()', '.at()'),
    ))
      expect(outcome(printed, [1])).toBe(outcome(closures, [1]));
  });

  it('give the same values and the same refusals, on random programs', async () => {
    const ends = { values: 0, refusals: 0 };
    await fc.assert(
      fc.asyncProperty(grammar.f, async (f) => {
        const program = `const n = 2; const list = [1, 'a', [2]]; const y = x => x; const x = 7;\nsc.parallelize([], 1).map(${f})`;
        for (const [closures, printed] of await orNone(both(program))) {
          for (const args of RECORDS) {
            const end = outcome(closures, args);
            expect(outcome(printed, args), program).toBe(end);
            if (end.startsWith('program.')) ends.refusals++;
            else ends.values++;
          }
        }
      }),
      { numRuns: 600 },
    );
    expect(ends.values).toBeGreaterThan(200);
    expect(ends.refusals).toBeGreaterThan(200);
  });

  it.each(HOSTILE.filter((one) => one.stopped))(
    'stop at the same place: $name',
    async ({ program, at, why }) => {
      const tree = await parseProgram(program);
      const f = taskOf(tree, printedOf(tree, compile), 0, []);
      expect(outcome(f, [1])).toMatch(new RegExp(`^program\\.${why} .* ${at}$`));
    },
  );

  it('a function that captures functions is made again from what was captured', async () => {
    const program =
      'const by = 3; const f = x => x * by; const g = x => f(x) + 1;\nsc.parallelize([]).map(x => [g(x), f(x)])';
    for (const [closures, printed] of await both(program)) {
      expect(printed.call([2])).toEqual([7, 6]);
      expect(closures.call([2])).toEqual([7, 6]);
    }
  });

  it('what is printed holds no name and no member of what was typed', async () => {
    const tree = await parseProgram(
      'const secret = 1; sc.parallelize([]).map(typed => typed.split(" ")[0] + secret)',
    );
    const text = printFn(tree, 0);
    expect(text).not.toMatch(/secret|typed/);
    expect(text.replace(/"[^"]*"|\d\.\d/g, '')).not.toContain('.');
  });
});
