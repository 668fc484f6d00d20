import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { catalog } from '../systems/catalog.ts';
import { runCli } from './cli.ts';
import type { Io } from './command.ts';
import { newSession } from './open-session.ts';

interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function cli(argv: readonly string[], over: { input?: readonly string[]; stopAfterMs?: number } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    async *lines() {
      yield* over.input ?? [];
    },
    onInterrupt: (stop) => {
      if (over.stopAfterMs !== undefined) setTimeout(stop, over.stopAfterMs);
    },
  };
  const code = await runCli(argv, io);
  return { code, out, err } satisfies Ran;
}

const json = async (...argv: string[]) => {
  const ran = await cli([...argv, '--json']);
  expect(ran.out).toHaveLength(1);
  return { ...ran, value: JSON.parse(ran.out[0] ?? '') };
};

/** In a process of its own, with so much memory and no more. */
function limited(argv: readonly string[]): { readonly code: number | null; readonly out: string } {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const node = ['--max-old-space-size=128', '--import', 'tsx', main, ...argv];
  const { status, stdout } = spawnSync(process.execPath, node, { encoding: 'utf8', maxBuffer: 1e9 });
  return { code: status, out: stdout };
}

const STALE = 'memcache/stale-set';

describe('the command line', () => {
  test('lists systems, scenarios, claims and switches', async () => {
    const { code, value } = await json('list');
    expect(code).toBe(0);
    const memcache = value.find(({ system }: { system: string }) => system === 'memcache');
    const stale = memcache.scenarios.find(({ id }: { id: string }) => id === 'stale-set');
    expect(stale).toMatchObject({
      claims: { 'cache-ends-right': 'violated' },
      switches: {
        lease: { values: ['off', 'on'], default: 'off' },
        readers: { values: { min: 0 }, default: 1 },
      },
    });
    expect(stale.title).not.toBe('stale-set.title');
  });

  test('runs a scenario to its claims, with every step in words', async () => {
    const { code, value, err } = await json('run', STALE);
    expect([code, err]).toEqual([0, []]);
    expect(value).toMatchObject({
      steps: 5,
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      properties: { 'cache-ends-right': 'violated' },
      link: expect.stringMatching(/^#\/v1\/memcache\/stale-set\?/),
    });
    expect(value.events).toHaveLength(5);
    expect(value.events[2]).toMatchObject({ step: 3, actor: 'C2', action: 'C2.0.write' });
    const chinese = await json('run', STALE, '--lang', 'zh');
    expect(chinese.value.events[0].text).toMatch(/\p{Script=Han}/u);
  });

  test('takes a setting from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lamplight-'));
    const path = join(folder, 'lease');
    await writeFile(path, 'on');
    const { value } = await json('run', STALE, '--set-file', `lease=${path}`);
    expect(value.properties['cache-ends-right']).toBe('holds');
    const twice = await cli(['run', STALE, '--set', 'lease=off', '--set-file', `lease=${path}`]);
    expect(twice).toMatchObject({ code: 2, err: ['lease is set twice'] });
    const missing = await cli(['run', STALE, '--set-file', `lease=${path}.none`]);
    expect(missing.err[0]).toContain('There is no file');
    await rm(folder, { recursive: true });
  });

  test('says with exit 1 where a run ends otherwise than claimed, and does not judge other settings', async () => {
    const other = await cli(['run', STALE, '--choose', '1,0']);
    expect(other.code).toBe(1);
    expect(other.err[0]).toContain("the scenario claims 'violated', this run ends with 'holds'");
    expect((await cli(['run', STALE, '--set', 'lease=on'])).code).toBe(0);
    expect((await json('run', STALE, '--steps', '2')).value.steps).toBe(2);
  });

  test('reads files as other programs and the page write them: a byte-order mark, a backup of many runs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lamplight-'));
    const path = join(folder, 'runs.json');
    const session = newSession({ out() {}, err() {}, async *lines() {}, onInterrupt() {} });
    await session.open({ system: 'memcache', scenario: 'stale-set' });
    const { fingerprint } = await session.advance(3).then(() => session.summary());
    const saved = await session.save();

    await writeFile(path, `\uFEFF${JSON.stringify(saved)}`);
    expect((await json('replay', path)).value.fingerprint).toBe(fingerprint);

    await writeFile(path, JSON.stringify({ lamplightRuns: 1, runs: [saved, null, saved] }));
    const all = await json('replay', path);
    expect(all.code).toBe(1);
    expect(all.value.runs.map((run: { fingerprint: string }) => run.fingerprint)).toEqual([
      fingerprint,
      fingerprint,
    ]);
    expect(all.value.bad).toEqual([{ run: 2, error: expect.stringContaining('not a saved run') }]);
    expect((await json('replay', path, '--run', '2')).value.fingerprint).toBe(fingerprint);
    expect(await cli(['replay', path, '--run', '3'])).toMatchObject({ code: 2 });

    await writeFile(path, JSON.stringify({ lamplightRuns: 1, runs: [null] }));
    const none = await json('replay', path);
    expect(none).toMatchObject({ code: 1, value: { runs: [], bad: [{ run: 1 }] } });
    await rm(folder, { recursive: true });
  });

  test('replays a link, a URL and a saved file to the same fingerprint', async () => {
    const { value: made } = await json('run', STALE, '--choose', '0,1,0');
    expect((await json('replay', made.link)).value).toMatchObject({
      steps: made.steps,
      fingerprint: made.fingerprint,
      events: made.events,
    });
    expect((await json('replay', `https://example.org/?lang=zh${made.link}`)).code).toBe(0);
    const folder = await mkdtemp(join(tmpdir(), 'lamplight-'));
    try {
      const session = newSession({ out() {}, err() {}, async *lines() {}, onInterrupt() {} });
      await session.openLink(made.link);
      const path = join(folder, 'run.json');
      await writeFile(path, JSON.stringify(await session.save()));
      expect((await json('replay', path)).value.fingerprint).toBe(made.fingerprint);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('names what is wrong with a link', async () => {
    const { value } = await json('run', STALE);
    const wrong = async (link: string) => {
      const { code, out, err } = await cli(['replay', link]);
      expect([code, out.length, err.length]).toEqual([2, 0, 1]);
      return err[0];
    };
    expect(await wrong(value.link.replace('c=~F', 'c=~E'))).toContain('damaged');
    expect(await wrong(value.link.slice(0, -3))).toContain('cut off');
    expect(await wrong(value.link.replace('v1', 'v2'))).toContain('newer');
    expect(await wrong('#/bank/run')).toContain('memcache');
    expect(await wrong('/no/such/file')).toContain('neither a link');
  });

  test('explores: violated with exit 1 and a link that shows it, complete with exit 0', async () => {
    const { code, value } = await json('explore', STALE);
    expect(code).toBe(1);
    expect(value).toMatchObject({ complete: true, stopped: false });
    const { length, link } = value.properties['cache-ends-right'];
    expect(length).toBe(5);
    const replayed = await json('replay', link);
    expect(replayed.value).toMatchObject({ steps: 5, properties: { 'cache-ends-right': 'violated' } });
    const fixed = await json('explore', STALE, '--set', 'lease=on');
    expect(fixed.code).toBe(0);
    expect(fixed.value.properties['cache-ends-right']).toEqual({ verdict: 'holds' });
    const sum = fixed.value.statesByDepth.reduce((total: number, n: number) => total + n, 0);
    expect(sum).toBe(fixed.value.states);
  });

  test('says with how many finds all states are all, and nothing of it where not all were seen', async () => {
    const SPEND = ['explore', 'bitcoin/double-spend', '--set', 'attackerFinds=1'];
    const said = async (...more: string[]): Promise<string> =>
      (await cli([...SPEND, ...more])).out.join('\n');
    expect(await said()).toContain('with at most attackerFinds 1, honestFinds 1');
    expect(await said('--max-states', '20')).not.toContain('with at most');
  });

  test('explores within bounds honestly, and gives the map of a small one', async () => {
    const { code, value } = await json('explore', STALE, '--max-depth', '2');
    expect(code).toBe(0);
    expect(value.complete).toBe(false);
    expect(value.properties['cache-ends-right']).toEqual({ verdict: 'unknown' });
    const { value: mapped } = await json('explore', STALE, '--map');
    expect(mapped.map.states).toHaveLength(mapped.states);
    expect(mapped.map.edges).toHaveLength(mapped.edges);
    const text = await cli(['explore', STALE, '--max-depth', '2']);
    expect(text.out[0]).toContain('none within the bound');
  });

  test('a search that meets its bound of bytes says what it stored, and no count of all', async () => {
    const bounds = [
      '--set',
      'readers=3',
      '--set',
      'writers=2',
      '--set',
      'grain=message',
      '--max-bytes',
      '2000000',
    ];
    const { value } = await json('explore', STALE, ...bounds);
    expect(value).toMatchObject({ complete: false, stopped: false });
    expect(value.states).toBe(value.stored);
    expect(value.bytes).toBeGreaterThan(1_000_000);
    expect(value.bytes).toBeLessThan(2_500_000);
    const { out } = await cli(['explore', STALE, ...bounds]);
    expect(out.at(-1)).toMatch(/^bounded: \d+ states stored, .* MiB held$/);
  });

  test('an interrupt prints what is known by then', async () => {
    const argv = ['explore', STALE, '--set', 'readers=6', '--set', 'ops=8', '--set', 'writers=4', '--json'];
    const { code, out } = await cli(argv, { stopAfterMs: 300 });
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ stopped: true, complete: false });
  });

  test('an interrupted run prints the steps it has, and an interrupted sweep no half point', async () => {
    const run = await cli(['run', 'memcache/look-aside', '--set', 'ops=100000', '--json'], {
      stopAfterMs: 300,
    });
    expect(run.code).toBe(1);
    const { steps, events } = JSON.parse(run.out[0] ?? '');
    expect(events).toHaveLength(steps);
    const argv = ['sweep', 'memcache/look-aside', '--set', 'ops=100000', '--over', 'readers=2..3'];
    expect(await cli(argv, { stopAfterMs: 300 })).toMatchObject({ code: 1, out: [] });
  });

  test('explains a violation, each counterfactual with a link to it', async () => {
    const { value: made } = await json('run', STALE);
    const { code, value } = await json('why', made.link);
    expect(code).toBe(0);
    expect(value.property).toBe('cache-ends-right');
    expect(value.steps.length).toBeGreaterThan(1);
    expect(value.sentence).toContain('Broken in step 5');
    const [first] = value.counterfactuals;
    const replayed = await json('replay', first.link);
    expect(replayed.value.properties['cache-ends-right']).toBe(first.verdict);
    const { value: held } = await json('run', STALE, '--set', 'lease=on');
    expect((await cli(['why', held.link])).err[0]).toContain('nothing is violated');
  });

  test('compares with the scenario’s own comparison, or with what is set', async () => {
    const { code, value } = await json('compare', STALE, '--set', 'lease=on');
    expect(code).toBe(0);
    expect(value.firstDivergence).toBeGreaterThan(0);
    expect(value.a.properties['cache-ends-right']).toBe('violated');
    expect(value.b.properties['cache-ends-right']).toBe('holds');
    expect(value.b.params.lease).toBe('on');
    expect((await json('compare', STALE)).value.b.properties).toEqual(value.b.properties);
  });

  test('sweeps over ranges and seeds, one line a point', async () => {
    const argv = ['sweep', STALE, '--over', 'readers=1..3/2', '--over', 'lease=off,on', '--seeds', '2'];
    const { code, out } = await cli(argv);
    expect(code).toBe(0);
    const points = out.map((line) => JSON.parse(line));
    expect(points.map(({ point, seed }) => [point.readers, point.lease, seed])).toEqual([
      [1, 'off', 1],
      [1, 'off', 2],
      [1, 'on', 1],
      [1, 'on', 2],
      [3, 'off', 1],
      [3, 'off', 2],
      [3, 'on', 1],
      [3, 'on', 2],
    ]);
    expect(points[0].verdicts['cache-ends-right']).toBe('violated');
    expect(points[2].verdicts['cache-ends-right']).toBe('holds');
  });

  test('sweeps as a filter: one answer for each line, also for a bad one', async () => {
    const input = [
      '{"lease":"on","seed":3}',
      'lease=off readers=2',
      '',
      '{"lease":"maybe"}',
      'nonsense',
      'null',
    ];
    const { code, out } = await cli(['sweep', STALE, '--stdin'], { input });
    expect(code).toBe(2);
    const answers = out.map((line) => JSON.parse(line));
    expect(answers).toHaveLength(5);
    expect(answers[0]).toMatchObject({ point: { lease: 'on' }, seed: 3 });
    expect(answers[1]).toMatchObject({ point: { lease: 'off', readers: '2' } });
    expect(answers[2].error).toContain('off, on');
    expect(answers[3].error).toContain('NAME=VALUE');
    expect(answers[4].error).toBeTruthy();
  });

  test('a workload without end stays within little memory, is answered in JSON, and its link replays', async () => {
    const settings = { invalidate: 'stream', layout: 'two-regions', ops: 100_000, readers: 6, writers: 6 };
    const set = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
    const made = limited(['run', STALE, ...set, '--steps', '12000', '--json']);
    expect(made.code).toBe(0);
    const { steps, link, fingerprint } = JSON.parse(made.out);
    expect(steps).toBe(12_000);
    const again = limited(['replay', link, '--json']);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ steps, fingerprint });
  });

  test('a history too long to judge is unknown: no fault, and no promise broken', async () => {
    const argv = ['memcache/consistency', '--set', 'ops=30', '--set', 'writes=10'];
    const { code, value } = await json('run', ...argv, '--steps', '2000');
    expect(code).toBe(0);
    expect(value.properties).toMatchObject({ sequential: 'unknown', 'cache-ends-right': 'holds' });
    const input = ['{"ops":30}', '{"ops":2}'];
    const swept = await cli(['sweep', 'memcache/consistency', '--steps', '2000', '--stdin'], { input });
    expect(swept.code).toBe(0);
    expect(swept.out.map((line) => JSON.parse(line).verdicts.sequential)).toEqual(['unknown', 'holds']);
  });

  test('a fault of ours is one line and an exit code of its own, and a sweep goes on after it', async () => {
    const entry = catalog[0] as (typeof catalog)[number];
    const faulty = (times: number) => {
      const spy = vi.spyOn(entry, 'load');
      for (let i = 0; i < times; i++) spy.mockRejectedValueOnce(new Error('a slip\nof ours'));
    };
    try {
      faulty(1);
      const ran = await cli(['run', STALE]);
      expect([ran.code, ran.out, ran.err.length]).toEqual([3, [], 1]);
      expect(ran.err[0]).toContain('a slip of ours');
      faulty(1);
      const swept = await cli(['sweep', STALE, '--stdin'], { input: ['lease=on', 'lease=off'] });
      expect(swept.code).toBe(3);
      expect(swept.out.map((line) => JSON.parse(line))).toMatchObject([
        { fault: expect.stringContaining('a slip of ours'), line: 'lease=on' },
        { point: { lease: 'off' }, verdicts: { 'cache-ends-right': 'violated' } },
      ]);
      faulty(1);
      const over = await cli(['sweep', STALE, '--over', 'lease=on,off']);
      expect([over.code, over.out.length]).toEqual([3, 2]);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test.each([
    [['bogus'], 'there are: list'],
    [['run'], 'which scenario'],
    [['run', 'memcache'], 'not SYSTEM/SCENARIO'],
    [['run', STALE, 'more'], 'one SYSTEM/SCENARIO'],
    [['run', STALE, '--bogus'], 'unknown option --bogus'],
    [['run', STALE, '--toString'], 'unknown option --toString'],
    [['run', STALE, '--set'], '--set needs a value'],
    [['run', STALE, '--set', 'lease'], 'NAME=VALUE'],
    [['run', STALE, '--set', 'leas=on'], 'lease'],
    [['run', STALE, '--set', 'lease=perhaps'], 'off, on'],
    [['run', STALE, '--set', 'readers=99'], '0..6'],
    [['run', STALE, '--seed', '-1'], 'whole number'],
    [['run', STALE, '--seed', '4294967296'], '4294967295'],
    [['run', STALE, '--json=yes'], 'takes no value'],
    [['run', STALE, '--choose', '0,9'], 'choice 2 of --choose is 9, but then it is 0 to'],
    [['run', STALE, '--lang', 'fr'], '--lang is en or zh'],
    [['run', 'memcache/nothing'], 'stale-set'],
    [['run', 'bank/run'], 'memcache'],
    [['explore', STALE, '--workers', '2'], '--workers'],
    [['sweep', STALE], 'over what'],
    [['sweep', STALE, '--over', 'readers=3..1'], 'nothing is in that range'],
    [['replay'], 'which link'],
  ])('%j is refused in one line', async (argv, said) => {
    const { code, out, err } = await cli(argv);
    expect([code, out]).toEqual([2, []]);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(said);
  });

  test('who asks for JSON gets the same line as one value', async () => {
    for (const argv of [
      ['bogus'],
      ['run'],
      ['run', STALE, '--bogus'],
      ['run', STALE, '--set', 'readers=99'],
    ]) {
      const { err } = await cli(argv);
      expect(await cli([...argv, '--json'])).toEqual({
        code: 2,
        out: [JSON.stringify({ error: err[0] })],
        err,
      });
    }
  });
});
