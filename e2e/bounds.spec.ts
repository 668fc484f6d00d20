// Too much is asked of the page, by a link that somebody forged or by a learner who presses End. All along the page
// answers, Stop stops, another page is there at once, memory stays within bounds, and it is said what is not done.
// `BOUNDS=all` takes every number of every scenario at its largest, alone on a machine: half an hour.

import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { answered } from './answered.ts';
import type { Forged } from './forged.ts';
import { largest, millionSteps } from './forged.ts';
import { linkAfter } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { tasksDuring } from './main-thread.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { beginningOf, say } from './words.ts';

const ALL = process.env.BOUNDS === 'all';
/** What the page's own thread may be busy for: in processor time, which other programs neither lengthen nor excuse. */
const BUSY_MS = 200 * patience;
/** From a press to what it does, on the clock: on a machine that runs other tests meanwhile, several times as long. */
const ANSWER_MS = (ALL ? 200 : 1_000) * patience;
const MOST_BYTES = 2 ** 30;
/** How long a link is left to itself before it is stopped. */
const WAIT_MS = 4_000;

/** The most that the page's process and its threads hold while something is done. */
async function memoryDuring(browser: Browser, act: () => Promise<void>): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const cdp = await browser.newBrowserCDPSession();
  let most = 0;
  let on = true;
  const watching = (async () => {
    while (on) {
      const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
      let sum = 0;
      for (const { id } of processInfo.filter(({ type }) => type === 'renderer')) {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        sum += 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
      }
      most = Math.max(most, sum);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  try {
    await act();
  } finally {
    on = false;
    await watching;
    await cdp.detach();
  }
  return most;
}

/** A run that stands still, an experiment, or a sentence in its place. */
const SOMETHING =
  '.transport .last, .small-run .button, .experiment-bar .button, .opens-steps, [role="alert"]';
const opening = (page: Page) => page.locator('.opening');

/** Opens it, stops it where it takes long, plays it to its end, stops that, and leaves. What was said on the way. */
async function bear(page: Page, { name, hash }: Forged): Promise<string> {
  const stop = say('transport.stop');
  const took: Record<string, number> = {};
  let said = '';
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser to look at');
  await page.goto(isolatedUrl);
  await page.locator('.home').waitFor();
  let busy = 0;
  const held = await memoryDuring(browser, async () => {
    const { longestMs } = await tasksDuring(page, async () => {
      await page.evaluate((address) => {
        location.hash = address;
      }, hash);
      await page.locator(`.opening, ${SOMETHING}`).first().waitFor();
      await page.waitForTimeout(WAIT_MS);
      if (await opening(page).isVisible()) took.stop = await answered(page, { button: stop }, SOMETHING);
      await page.locator(SOMETHING).first().waitFor();
      said = await page
        .locator('.notice, [role="alert"]')
        .allTextContents()
        .then((all) => all.join(' '));
      const last = page.locator('.transport .last');
      if ((await last.isVisible()) && (await last.isEnabled())) {
        await last.click();
        await page.waitForTimeout(WAIT_MS / 2);
        if (await page.getByRole('button', { name: new RegExp(`^${stop}`) }).isVisible()) {
          took.stopEnd = await answered(page, { button: stop }, '.transport .last:not(:disabled)');
        }
      }
      took.leave = await answered(page, { hash: '#/' }, '.home');
    });
    busy = longestMs;
  });
  const figures = Object.entries({ busy, ...took }).map(([what, ms]) => `${what} ${ms.toFixed(0)} ms`);
  console.log(`${name}: ${figures.join(', ')}, ${(held / 2 ** 20).toFixed(0)} MB; ${said}`);
  expect.soft(busy, `${name}: the longest task`).toBeLessThanOrEqual(BUSY_MS);
  for (const [what, ms] of Object.entries(took)) expect.soft(ms, `${name}: ${what}`).toBeLessThan(ANSWER_MS);
  expect.soft(held, `${name}: bytes held`).toBeLessThan(MOST_BYTES);
  expect.soft(said, `${name}: says what it did not do`).not.toBe('');
  return said;
}

const RACE = { invalidate: 'stream', layout: 'two-regions', ops: 100_000, readers: 6, writers: 6 };

test('a link to a million steps of a race of twelve', async ({ page }) => {
  await bear(page, millionSteps('stale-set', RACE));
});

test('a link to a million steps that would take minutes is stopped, and shown as far as it got', async ({
  page,
}) => {
  const said = await bear(page, millionSteps('look-aside', { ops: 100_000 }));
  expect(said).toContain(beginningOf('link.stopped'));
});

test('a link to a million steps of which a history is judged', async ({ page }) => {
  await bear(page, millionSteps('consistency', { ops: 100_000, readers: 6, writers: 6, history: 'on' }));
});

test('a learner goes to the end of a million steps, stops there, goes on by hand, and leaves', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, (await linkAfter('look-aside', 1, { ops: 100_000 })).hash);
  const { longestMs } = await tasksDuring(page, async () => {
    await there.last.click();
    await page.waitForTimeout(WAIT_MS);
    const took = await answered(page, { button: say('transport.stop') }, '.transport .last:not(:disabled)');
    expect(took, 'ms until it stopped').toBeLessThan(ANSWER_MS);
    const length = await there.length();
    expect(length).toBeGreaterThan(10_000);
    await there.moment(length);
    await there.next.click();
    await there.moment(length + 1);
    await there.last.click();
    await page.waitForTimeout(500);
    expect(await answered(page, { hash: '#/' }, '.home'), 'ms until home').toBeLessThan(ANSWER_MS);
  });
  expect(longestMs, 'the longest task').toBeLessThanOrEqual(BUSY_MS);
});

if (ALL) {
  test('every number of every scenario at its largest', async ({ page }) => {
    test.setTimeout(3 * 60 * 60_000);
    for (const link of await largest()) await bear(page, link);
  });
}
