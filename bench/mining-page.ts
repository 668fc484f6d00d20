// The mining page while it mines, beside an empty page in the same browser and run: the gap between frames with one worker
// fewer than there are cores, and what held up its own thread with all of them.

import type { Page } from '@playwright/test';
import { longest, longTasks, watchLongTasks } from '../e2e/long-tasks.ts';
import { assert } from '../src/base/assert.ts';
import { inBrowser } from './browser.ts';
import type { Bench } from './measure.ts';
import { compared, percentile } from './measure.ts';
import { frameGaps, longTaskRow, ms } from './page.ts';

const WATCH_MS = 4_000;
const ROUNDS = 3;
const EMPTY = '<!doctype html><title>empty</title><body><p>0</p>';

export const miningPageBench: Bench = {
  name: 'mining-page',
  about: 'frames of the mining page while it mines, beside an empty page, and its long tasks',
  run: ({ rounds = ROUNDS, log }) =>
    inBrowser(async (page, url) => {
      await watchLongTasks(page);
      const cores = await page.evaluate(() => navigator.hardwareConcurrency);
      const gaps = { ours: [] as number[], empty: [] as number[] };
      let worst = 0;
      for (let round = 0; round < rounds; round++) {
        await page.setContent(EMPTY);
        gaps.empty.push(percentile(await page.evaluate(frameGaps, WATCH_MS), 0.95));
        await mineWith(page, url, Math.max(1, cores - 1));
        gaps.ours.push(percentile(await page.evaluate(frameGaps, WATCH_MS), 0.95));
        await stillMines(page);
        await mineWith(page, url, cores);
        await longTasks(page);
        await page.waitForTimeout(WATCH_MS);
        worst = Math.max(worst, longest(await longTasks(page)));
        await stillMines(page);
        log(`frame gap ${gaps.ours[round]?.toFixed(1)} ms (empty ${gaps.empty[round]?.toFixed(1)})`);
      }
      const rates = (all: readonly number[]): readonly number[] => all.map((gap) => 1000 / gap);
      return [
        compared(
          {
            name: `mining-page: p95 gap between frames with ${Math.max(1, cores - 1)} of ${cores} cores at work / an empty page`,
            unit: 'frames/s',
            floor: 1 / 1.5,
            goal: 1,
            note: `p95 by round ${ms(gaps.ours)}; empty page ${ms(gaps.empty)}. Floor: at most 1.5 times the empty page's.`,
          },
          rates(gaps.ours),
          rates(gaps.empty),
        ),
        longTaskRow(`mining with all ${cores} cores`, worst, rounds, 'mining-page'),
      ];
    }),
};

/** Opens the page anew and mines at difficulty 1, so that it goes on. */
async function mineWith(page: Page, url: string, workers: number): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}#/bitcoin/mine-a-block`);
  const shown = page.getByRole('group', { name: 'Workers' });
  await shown.waitFor();
  for (;;) {
    const now = Number((await shown.locator('output').innerText()).split(' ')[0]);
    if (now === workers) break;
    await shown.getByRole('button', { name: now < workers ? 'one worker more' : 'one worker fewer' }).click();
  }
  await page.getByRole('button', { name: 'Mine it', exact: true }).click();
  await page.getByText('No hash is small enough yet.').waitFor();
  // Its workers have compiled the kernel by then.
  await page.waitForTimeout(1000);
}

async function stillMines(page: Page): Promise<void> {
  assert(await page.getByRole('button', { name: /^Stop/ }).isVisible(), 'it does not mine any more');
}
