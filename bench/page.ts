// The page beside an empty one, in the same browser and run: from a key to the drawn step in a run of 1,000 steps, the
// gap between frames while playing at ten steps a second, and what ever held up the main thread.

import type { Page } from '@playwright/test';
import { longest, longTasks, watchLongTasks } from '../e2e/long-tasks.ts';
import { en } from '../src/app/text.en.ts';
import { assert } from '../src/base/assert.ts';
import { inBrowser, lookAside, openRun } from './browser.ts';
import type { Bench, Row } from './measure.ts';
import { compared, percentile } from './measure.ts';

const STEPS = 1_000;
const PRESSES = 100;
const PLAY_MS = 4_000;
const ROUNDS = 3;

/** A page that does nothing but show which key was pressed last. */
const EMPTY = `<!doctype html><title>empty</title><body><p id="shown">0</p><script>
let count = 0;
addEventListener('keydown', () => { document.getElementById('shown').textContent = String(++count); });
</script>`;

export const pageBench: Bench = {
  name: 'page',
  about: 'drawing a step, frames while playing and long tasks, beside an empty page',
  run: ({ rounds = ROUNDS, log }) =>
    inBrowser(async (page, url) => {
      await watchLongTasks(page);
      const run = await lookAside(1_000, STEPS);
      assert(run.steps === STEPS, `the run has ${run.steps} steps`);
      const long = await lookAside(16_000, 1_000_000);
      const draw = { ours: [] as number[], empty: [] as number[] };
      const gap = { ours: [] as number[], empty: [] as number[] };
      const tasks = new Map<string, number>();
      const note = async (what: string): Promise<void> => {
        tasks.set(what, Math.max(tasks.get(what) ?? 0, longest(await longTasks(page))));
      };
      for (let round = 0; round < rounds; round++) {
        await page.setContent(EMPTY);
        draw.empty.push(
          percentile(await page.evaluate(pressKeys, { presses: PRESSES, shown: '#shown' }), 0.95),
        );
        gap.empty.push(percentile(await page.evaluate(frameGaps, PLAY_MS), 0.95));
        await openRun(page, url, run);
        await page.keyboard.press('Home');
        await standsAt(page, 0);
        await longTasks(page);
        const slider = '[role="slider"]';
        draw.ours.push(percentile(await page.evaluate(pressKeys, { presses: PRESSES, shown: slider }), 0.95));
        await note('stepping');
        await playAtTen(page);
        gap.ours.push(percentile(await page.evaluate(frameGaps, PLAY_MS), 0.95));
        assert((await stepNow(page)) > PRESSES + PLAY_MS / 200, 'it did not play at ten steps a second');
        await note('playing');
        await explore(page, url);
        await note('exploring');
        await openRun(page, url, long);
        await note(`opening ${long.steps} steps`);
        log(
          `step drawn ${draw.ours[round]?.toFixed(1)} ms (empty ${draw.empty[round]?.toFixed(1)}), ` +
            `frame gap ${gap.ours[round]?.toFixed(1)} ms (empty ${gap.empty[round]?.toFixed(1)})`,
        );
      }
      const rates = (ms: readonly number[]): readonly number[] => ms.map((value) => 1000 / value);
      return [
        compared(
          {
            name: 'page: p95 from a key to the drawn step, run of 1,000 steps / the same on an empty page',
            unit: '1/s',
            floor: null,
            goal: null,
            note: `p95 by round ${ms(draw.ours)}; empty page ${ms(draw.empty)}.`,
          },
          rates(draw.ours),
          rates(draw.empty),
        ),
        compared(
          {
            name: 'page: p95 gap between frames while playing 10 steps/s / on an empty page',
            unit: 'frames/s',
            floor: 1 / 1.5,
            goal: 1,
            note: `p95 by round ${ms(gap.ours)}; empty page ${ms(gap.empty)}. Floor: at most 1.5 times the empty page's.`,
          },
          rates(gap.ours),
          rates(gap.empty),
        ),
        ...[...tasks].map(([what, worst]) => longTaskRow(what, worst, rounds)),
      ];
    }),
};

export const ms = (values: readonly number[]): string =>
  values.map((value) => `${value.toFixed(1)} ms`).join(', ');

/** 50 ms is what the browser calls long: without an entry there was none. */
export const longTaskRow = (what: string, worst: number, rounds: number, of = 'page'): Row => ({
  name: `${of}: longest task while ${what}`,
  ours: worst,
  peer: 50,
  unit: 'ms',
  ratio: worst === 0 ? 1 : 50 / worst,
  min: null,
  max: null,
  rounds,
  floor: 1,
  goal: 1,
  note: worst === 0 ? 'None over 50 ms.' : 'The browser’s own long-task entries.',
  skipped: false,
});

async function standsAt(page: Page, step: number): Promise<void> {
  await page.waitForSelector(`[role="slider"][aria-valuenow="${step}"]`);
}

const stepNow = async (page: Page): Promise<number> =>
  Number(await page.getAttribute('[role="slider"]', 'aria-valuenow'));

/** Can any order of the consistency scenario break it? It has the most states of those that start as they are. */
async function explore(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/memcache/consistency`);
  await page.getByRole('button', { name: en['ask.explore'] }).click();
  await page.waitForSelector('.explore-answer');
}

async function playAtTen(page: Page): Promise<void> {
  await page.keyboard.press(' ');
  const speed = page.locator('.speed select');
  await speed.selectOption('10');
  await speed.evaluate((select) => (select as HTMLElement).blur());
}

/** In the page: from a key to the frame that shows what it did, in ms, press after press. */
async function pressKeys(ask: { readonly presses: number; readonly shown: string }): Promise<number[]> {
  const shown = document.querySelector(ask.shown);
  if (!shown) throw new Error(`there is no ${ask.shown}`);
  const took: number[] = [];
  for (let press = 0; press < ask.presses; press++) {
    await new Promise<void>((resolve) => {
      const began = performance.now();
      const seen = new MutationObserver(() => {
        seen.disconnect();
        // The frame after the change, once it is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            took.push(performance.now() - began);
            port1.close();
            resolve();
          };
          port2.postMessage(null);
        });
      });
      seen.observe(shown, { attributes: true, childList: true, characterData: true, subtree: true });
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    });
    await new Promise<void>((resolve) => setTimeout(resolve, 30));
  }
  return took;
}

/** In the page: the time between frames, for so long. */
export async function frameGaps(forMs: number): Promise<number[]> {
  const gaps: number[] = [];
  const began = performance.now();
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  while (performance.now() - began < forMs) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    gaps.push(now - last);
    last = now;
  }
  return gaps;
}
