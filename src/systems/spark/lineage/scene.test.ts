// What the picture of a moment says beside its cells: how each attempt went, and which stage a row is just now.
import { expect, test } from 'vitest';
import { newSession } from '../../testing/new-session.ts';
import type { DrawnRow, LineageScene } from './scene.ts';

/** The rows after each step of a scenario's own run. */
async function rowsOf(scenario: string): Promise<readonly (readonly DrawnRow[])[]> {
  const session = newSession();
  await session.open({ system: 'spark', scenario });
  const { length, cursor } = await session.advance(1000);
  const all: (readonly DrawnRow[])[] = [];
  for (let step = 0; step <= length; step++) {
    const { scenes } = await session.seek({ ...cursor, step });
    all.push((scenes.find(({ kind }) => kind === 'lineage') as LineageScene).rows);
  }
  return all;
}

const saidOf = (rows: readonly DrawnRow[], stage: number, attempt: number) =>
  rows
    .flatMap(({ attempts }) => attempts)
    .find(({ args }) => args?.stage === stage && args.attempt === attempt);

test('an attempt in which a fetch failed has failed, also when none of its tasks is left', async () => {
  const moments = await rowsOf('checkpoint-interval');
  const failed = moments.findIndex((rows) => saidOf(rows, 10, 0)?.key === 'attempt.failed');
  expect(failed).toBeGreaterThan(0);
  const later = moments.slice(failed).flatMap((rows) => saidOf(rows, 10, 0)?.key ?? []);
  expect(new Set(later)).toEqual(new Set(['attempt.failed']));
});

test('a row is the stage of the last job that wanted it', async () => {
  const moments = await rowsOf('wide-crash');
  expect(moments.at(0)?.map(({ stage }) => stage)).toEqual([0, 1, 4]);
  expect(moments.at(-1)?.map(({ stage }) => stage)).toEqual([2, 3, 4]);
});
