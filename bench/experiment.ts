// The scenarios under load: from the address, with nothing cached, to the answer, its figures and the plot; and from a
// key on the lit slider to the new answer, or to what says that it is being computed.

import { SEVEN } from '../e2e/experiments.ts';
import { assert } from '../src/base/assert.ts';
import { inBrowser } from './browser.ts';
import type { Bench, Row } from './measure.ts';
import { median } from './measure.ts';

const OPEN_MS = 1_000;
const ANSWER_MS = 200;
const PRESSES = 6;
const ROUNDS = 3;

export const experimentBench: Bench = {
  name: 'experiment',
  about: 'opening an experiment, and a new setting to its answer',
  run: ({ rounds = ROUNDS, log }) =>
    inBrowser(async (page, url) => {
      const opened = new Map<string, number[]>();
      const answered = new Map<string, number[]>();
      for (let round = 0; round < rounds; round++) {
        for (const scenario of SEVEN) {
          const context = await page
            .context()
            .browser()
            ?.newContext({ viewport: { width: 1440, height: 900 } });
          assert(context, 'the page has no browser');
          const tab = await context.newPage();
          await tab.addInitScript('globalThis.__name ??= (wrapped) => wrapped');
          const began = performance.now();
          await tab.goto(`${url}#/memcache/${scenario}`);
          await tab.waitForSelector('.experiment-figures');
          await tab.waitForSelector('.plot-face');
          opened.set(scenario, [...(opened.get(scenario) ?? []), performance.now() - began]);
          const presses = await tab.evaluate(pressAndWait, PRESSES);
          answered.set(scenario, [...(answered.get(scenario) ?? []), ...presses]);
          await context.close();
        }
        log(`round ${round + 1} of ${rounds}`);
      }
      return SEVEN.flatMap((scenario) => [
        row(`experiment: ${scenario}, from the address to the plot`, opened.get(scenario) ?? [], OPEN_MS),
        row(
          `experiment: ${scenario}, slowest of a key to its answer or progress`,
          [Math.max(...(answered.get(scenario) ?? []))],
          ANSWER_MS,
        ),
      ]);
    }),
};

function row(name: string, took: readonly number[], mostMs: number): Row {
  const ours = median(took);
  return {
    name,
    ours,
    peer: mostMs,
    unit: 'ms',
    ratio: mostMs / ours,
    min: mostMs / Math.max(...took),
    max: mostMs / Math.min(...took),
    rounds: took.length,
    floor: 1,
    goal: 1,
    note: `At most ${mostMs} ms.`,
    skipped: false,
  };
}

/** In the page: from a key to the first change of what the answer says, in ms, press after press, there and back. */
async function pressAndWait(presses: number): Promise<number[]> {
  const took: number[] = [];
  // What is asked is said at once, in .experiment-now: that is no answer.
  const parts = '.experiment-here, .experiment-figures, .experiment-running';
  const said = (): string => [...document.querySelectorAll(parts)].map((one) => one.textContent).join();
  for (let press = 0; press < presses; press++) {
    const before = said();
    took.push(
      await new Promise<number>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('no answer within ten seconds')), 10_000);
        const began = performance.now();
        const seen = new MutationObserver(() => {
          if (said() === before) return;
          seen.disconnect();
          clearTimeout(late);
          requestAnimationFrame(() => resolve(performance.now() - began));
        });
        seen.observe(document.body, { subtree: true, childList: true, characterData: true });
        const key = press % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }),
    );
    await new Promise<void>((resolve) => setTimeout(resolve, 1_000));
  }
  return took;
}
