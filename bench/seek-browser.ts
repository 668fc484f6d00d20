// Seeking in the browser, as a person does it: a press on the ruler of a look-aside run of more than 100,000 steps until
// that step stands in the page (worker, frame, React and all), beside playing the run whole: opening its link.

import { assert } from '../src/base/assert.ts';
import { inBrowser, lookAside, openRun } from './browser.ts';
import type { Bench } from './measure.ts';
import { compared, median, percentile } from './measure.ts';

const STEPS = 100_000;
const OPS = 50_000;
const SEEKS = 200;
const ROUNDS = 3;

export const seekBrowserBench: Bench = {
  name: 'seek',
  about: 'the same in the browser: a press on the ruler, beside opening the link of the whole run',
  run: ({ rounds = ROUNDS, log }) =>
    inBrowser(async (page, url) => {
      const run = await lookAside(OPS, 10 * STEPS);
      assert(run.steps > STEPS, `the run has only ${run.steps} steps`);
      log(`the run has ${run.steps} steps`);
      const whole: number[] = [];
      const seeks: number[][] = [];
      for (let round = 0; round < rounds; round++) {
        whole.push(await openRun(page, url, run));
        const took = await page.evaluate(pressRuler, SEEKS);
        seeks.push(took);
        log(`whole ${whole[round]?.toFixed(0)} ms; seek p95 ${percentile(took, 0.95).toFixed(1)} ms`);
      }
      const all = seeks.flat();
      const spread = `median ${median(all).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms`;
      return [
        compared(
          {
            name: `seek in the browser: playing ${run.steps} steps / p95 of a press on the ruler`,
            unit: '1/s',
            floor: 50,
            goal: 100,
            note: `From the press to the step in the page: ${spread}; the whole run: ${median(whole).toFixed(0)} ms.`,
          },
          seeks.map((took) => 1000 / percentile(took, 0.95)),
          whole.map((ms) => 1000 / ms),
        ),
      ];
    }),
};

/** In the page: presses the ruler at places of a fixed order; in ms, each until the slider stands there. */
async function pressRuler(times: number): Promise<number[]> {
  const ruler = document.querySelector('[role="slider"]');
  if (!(ruler instanceof HTMLElement)) throw new Error('there is no ruler');
  ruler.scrollIntoView({ block: 'center' });
  const box = ruler.getBoundingClientRect();
  const press = (x: number): void => {
    const at = { bubbles: true, clientX: x, clientY: box.top + box.height / 2, pointerId: 1, button: 0 };
    ruler.dispatchEvent(new PointerEvent('pointerdown', at));
    ruler.dispatchEvent(new PointerEvent('pointerup', at));
  };
  // A made-up pointer cannot be captured; the ruler only needs to be told where it is.
  ruler.setPointerCapture = () => undefined;
  const took: number[] = [];
  // Steps of a golden section over the ruler come near every place, never twice to the same.
  for (let turn = 1; turn <= times; turn++) {
    const share = (turn * 0.618033988749895) % 1;
    await new Promise<void>((resolve, reject) => {
      const began = performance.now();
      setTimeout(() => reject(new Error(`press ${turn} moved nothing: ${ruler.isConnected}`)), 20_000);
      const seen = new MutationObserver(() => {
        seen.disconnect();
        took.push(performance.now() - began);
        resolve();
      });
      seen.observe(ruler, { attributes: true, attributeFilter: ['aria-valuenow'] });
      press(box.left + 12 + share * (box.width - 24));
    });
    // Nothing of one press is to weigh on the next.
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  }
  return took;
}
