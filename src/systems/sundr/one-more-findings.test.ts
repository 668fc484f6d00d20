import { expect, it } from 'vitest';
import { createJobRunner } from '../../compute/job-runner.ts';
import { functionsOf } from '../../compute/job-server.ts';
import { catalog } from '../catalog.ts';
import { newSession } from '../testing/new-session.ts';
import type { findingsOf } from './one-more-findings.ts';
import { timedOneMore } from './one-more-findings.ts';

const runner = createJobRunner({
  workers: 0,
  start: () => {
    throw new Error('no workers here');
  },
  load: functionsOf(catalog),
});
const SMALL = { kind: timedOneMore.kind, input: { sizes: [2, 20], rounds: 1 } };

it('is timed by whoever does the work, and its titles have the figures of this time', async () => {
  const shares: number[] = [];
  const bytes = await runner.time(SMALL, { onProgress: (done) => shares.push(done) });
  const { plots, metrics } = timedOneMore.read(bytes);
  expect(plots.map(({ id, series }) => [id, series.length])).toEqual([
    ['ms', 5],
    ['bytes', 5],
    ['verifies', 5],
  ]);
  expect(metrics['straw-every-signature-20Ms']).toBeGreaterThan(0);
  expect(plots[2]?.title.args).toMatchObject({ entries: '20', whole: '20', structures: '3', small: '2' });
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

it('is done anew each time, and stops within an operation', async () => {
  const [one, two] = [await runner.time(SMALL), await runner.time(SMALL)];
  const of = (bytes: Uint8Array) =>
    JSON.parse(new TextDecoder().decode(bytes)) as Parameters<typeof findingsOf>[0];
  const counts = (bytes: Uint8Array) => of(bytes).map(({ ms: _, ...rest }) => rest);
  expect(counts(two)).toEqual(counts(one));
  expect(of(two).map(({ ms }) => ms)).not.toEqual(of(one).map(({ ms }) => ms));
  const stop = new AbortController();
  const stopped = runner.time(SMALL, {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  });
  await expect(stopped).rejects.toThrow('enough');
});

it('is in nothing that a run is known by: opening, playing and measuring the scenario do none of it', async () => {
  const session = newSession();
  const { head } = await session.open({ system: 'sundr', scenario: 'merkle-path' });
  expect(head.scenario.timed).toEqual(['one-more']);
  expect(await session.experiment()).toBeNull();
  expect((await session.summary()).link).not.toContain('one-more');
});
