// The built page in any engine: a scenario of every system is opened and walked, forward, back and by its link, and at
// every moment the page shows the fingerprint that Node found.

import { catalog } from '../../src/systems/catalog.ts';
import { say } from '../words.ts';
import type { Driver } from './driver.ts';
import { until } from './driver.ts';
import type { Results } from './results.ts';

const STEPS = 3;
/** A slow machine with other work beside it takes long to draw. */
const SHOWN_WITHIN_MS = 90_000;

/** Next does not pass a question that stands open. */
const SKIP_QUESTION = `document.querySelector('.predict .skip')?.click()`;

/** How many moments were looked at. */
export async function walkThePage(driver: Driver, url: string, expected: Results): Promise<number> {
  let moments = 0;
  const showsAt = async (path: readonly string[], step: number): Promise<void> => {
    await shows(driver, step, path[step] ?? '');
    moments++;
  };
  for (const entry of catalog) {
    const { id, scenarios } = await entry.head();
    const name = `${id}/${scenarios[0]?.id}`;
    const path = (expected[`${name}, seed 1, scheduler scenario`] ?? '').split(' ');
    await driver.goto(`${url}#/${name}`);
    await showsAt(path, 0);
    for (let step = 1; step <= STEPS; step++) {
      await driver.evaluate(SKIP_QUESTION);
      await driver.click(say('transport.next'));
      await showsAt(path, step);
    }
    await driver.click(say('transport.back'));
    await showsAt(path, STEPS - 1);
    await driver.goto('about:blank');
    await driver.goto(url + expected[`${name}, link`]);
    await showsAt(path, path.length - 1);
    const words = await driver.evaluate<string>('document.body.textContent');
    if (words.includes(say('notice.inline'))) throw new Error(`${name}: ${say('notice.inline')}`);
  }
  return moments;
}

/** Waits until the page tells this moment, of this fingerprint. */
async function shows(driver: Driver, step: number, fingerprint: string): Promise<void> {
  let seen = '';
  const isShown = async (): Promise<boolean> => {
    seen = await driver.evaluate<string>(
      `document.querySelector('[data-fingerprint]')?.dataset.fingerprint ?? document.body.textContent.slice(0, 500)`,
    );
    return seen === fingerprint;
  };
  await until(`step ${step}, ${fingerprint}`, isShown, SHOWN_WITHIN_MS).catch((error: Error) => {
    throw new Error(`${error.message}; the page shows ${seen}`);
  });
}
