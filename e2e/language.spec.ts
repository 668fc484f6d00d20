// What a program may do in a browser: hostile ones are refused or stopped where they stand, in a worker that is shut in
// by the policy of its folder; the page goes on; and what Math gives there is what Node gives, to the last bit.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { COMPUTE_POLICY, ISOLATION } from '../scripts/headers.mjs';
import { serve } from '../scripts/serve.mjs';
import { runInline } from '../src/systems/spark/engine/inline.ts';
import { GIVEN_ALONE } from '../src/systems/spark/given.ts';
import { closuresOf } from '../src/systems/spark/language/closures.ts';
import { parseProgram } from '../src/systems/spark/language/parse.ts';
import { driverOf, taskOf } from '../src/systems/spark/language/program.ts';
import { HOSTILE } from '../src/systems/spark/language/testing/hostile.ts';
import { LARGE } from '../src/systems/spark/language/testing/large.ts';
import type { Asked } from './language/page.ts';
import { patience } from './patience.ts';

/** A bomb's worker is back by then. */
const BACK_MS = 2_000 * patience;

let folder: string;
let host: Awaited<ReturnType<typeof serve>>;
let plain: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'language-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'compute'),
      target: 'es2022',
      rolldownOptions: {
        input: ['worker', 'tasks', 'page'].map((name) => join(import.meta.dirname, `language/${name}.ts`)),
      },
      modulePreload: false,
    },
  });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>alive</title>');
  const isolation = Object.entries(ISOLATION).map(([name, value]) => `  ${name}: ${value}`);
  await writeFile(
    join(folder, '_headers'),
    ['/*', ...isolation, '/compute/*', `  Content-Security-Policy: ${COMPUTE_POLICY}`].join('\n'),
  );
  host = await serve({ port: 0, folder });
  plain = await serve({ port: 0, folder, plain: true });
});

test.afterAll(async () => {
  await host.close();
  await plain.close();
  await rm(folder, { recursive: true });
});

interface Told {
  readonly prints: boolean;
  readonly reached: readonly string[];
}
interface End {
  readonly end: string;
  readonly values: readonly string[];
  readonly ms: number;
}

/** The file that was built of an entry. */
async function built(entry: string): Promise<string> {
  const names = await readdir(join(folder, 'compute/assets'));
  return `compute/assets/${names.find((name) => name.startsWith(`${entry}-`) && name.endsWith('.js'))}`;
}

/** A page with the worker in it, and what the worker said of itself; the page counts that it is alive. */
async function opened(page: Page, url: string): Promise<Told> {
  const entry = await built('worker');
  await page.goto(url);
  return page.evaluate((path) => {
    const worker = new Worker(path, { type: 'module', name: 'job' });
    Object.assign(window, { worker, ticks: 0 });
    setInterval(
      () => Object.assign(window, { ticks: (window as unknown as { ticks: number }).ticks + 1 }),
      20,
    );
    return new Promise<Told>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || 'the worker did not start'));
    });
  }, entry);
}

const run = (page: Page, program: string): Promise<End> =>
  page.evaluate((text) => {
    const { worker } = window as unknown as { worker: Worker };
    return new Promise<End>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(text);
    });
  }, program);

test('hostile programs are refused or stopped in place, the page lives, and nothing leaves the worker', async ({
  page,
}) => {
  test.setTimeout(180_000 * patience);
  const told = await opened(page, host.url);
  expect(told).toEqual({ prints: true, reached: [] });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const { program, at, why } of HOSTILE) {
    const { end, ms } = await run(page, program);
    expect(end, program).toBe(`program.${why} ${at}`);
    expect(ms, program).toBeLessThan(BACK_MS);
    expect(await page.title()).toBe('alive');
  }
  // The parser, once.
  expect(asked.filter((url) => !url.startsWith(`${host.url}compute/assets/`))).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { ticks: number }).ticks)).toBeGreaterThan(10);
  expect((await run(page, 'sc.parallelize([]).map(x => x + 1)')).values).toEqual(['2', '2']);
});

const FUNCTIONS = [
  'sin',
  'cos',
  'tan',
  'asin',
  'atan',
  'sinh',
  'tanh',
  'asinh',
  'cbrt',
  'exp',
  'expm1',
  'log',
  'log1p',
];
const MATH = `sc.parallelize([], 1).map(n => range(-40, 40).map(i => [${FUNCTIONS.map((f) => `Math.${f}(i * 0.37)`).join(', ')},
  Math.atan2(i, 3), Math.hypot(i, 2, 1), Math.abs(i) ** 1.7, 10 ** i, Math.cos(i * 1e9)].map(x => String(x))))`;

test('printed code, closures and Node give the same digits; without the policy no code is made', async ({
  page,
}) => {
  const tree = await parseProgram(MATH);
  const ours = JSON.stringify(taskOf(tree, closuresOf(tree).make, 0, []).call([1]));
  expect((await opened(page, host.url)).prints).toBe(true);
  expect((await run(page, MATH)).values).toEqual([ours, ours]);
  const told = await opened(page, plain.url);
  expect(told).toEqual({ prints: false, reached: [] });
  expect((await run(page, MATH)).values).toEqual([ours]);
});

const COUNTS = `const words = sc.textFile('words', 5).flatMap(line => line.split(' ')).map(word => [word, Math.sin(word.length)]);
  const sums = words.reduceByKey((a, b) => a + b, 3).persist();
  sums.join(words.groupByKey(2).mapValues(list => list.length)).sortByKey(true, 2).collect();
  sums.mapValues(x => [x, x / 0, null]).collect()`;
const WORDS = Array.from({ length: 200 }, (_, i) => `wide ${i % 17} words \u4e2d${i % 5}`).join('\n');

test('a run ends with the checksum it has in Node: 1, 2 and 4 workers, shared memory or messages, printed code or closures', async ({
  page,
}) => {
  test.setTimeout(120_000 * patience);
  const program = driverOf(await parseProgram(COUNTS), GIVEN_ALONE);
  const { checksum, failed } = runInline({ program, workers: 3, input: () => WORDS });
  expect(failed).toBe(undefined);
  const [script, worker] = [await built('page'), await built('tasks')];
  for (const [url, code] of [
    [host.url, 'printed'],
    [plain.url, 'closures'],
  ] as const) {
    await page.goto(url);
    await page.addScriptTag({ url: script, type: 'module' });
    await page.waitForFunction(() => 'runTasks' in window);
    for (const [workers, shareMemory, closures] of [
      [1, true, false],
      [2, true, true],
      [4, true, false],
      [2, false, false],
    ] as const) {
      const asked: Asked = { program: COUNTS, text: WORDS, worker, workers, shareMemory, closures };
      const told = await page.evaluate(
        (one) => (window as unknown as { runTasks(one: Asked): Promise<unknown> }).runTasks(one),
        asked,
      );
      const isIsolated = url === host.url;
      expect(told, JSON.stringify(asked)).toEqual({
        checksum,
        code: closures ? 'closures' : code,
        failed: null,
        shared: shareMemory && isIsolated,
        isolated: isIsolated,
      });
    }
  }
});

test('a run that is too much in all is stopped in the place where Node stops it', async ({ page }) => {
  test.setTimeout(240_000 * patience);
  const [script, worker] = [await built('page'), await built('tasks')];
  await page.goto(host.url);
  await page.addScriptTag({ url: script, type: 'module' });
  await page.waitForFunction(() => 'runTasks' in window);
  const text = 'a line\n'.repeat(20);
  for (const program of LARGE) {
    const driver = driverOf(await parseProgram(program), GIVEN_ALONE);
    const { failed = null } = runInline({ program: driver, workers: 3, input: () => text });
    const asked: Asked = { program, text, worker, workers: 2, shareMemory: true, closures: false };
    const told = await page.evaluate(
      (one) => (window as unknown as { runTasks(one: Asked): Promise<unknown> }).runTasks(one),
      asked,
    );
    expect(told, program).toMatchObject({ failed });
  }
});
