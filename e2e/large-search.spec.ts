// A search of hundreds of thousands of states in the page: in a worker of its own, with progress and a way to stop, and
// with nothing that holds the page up.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { headlessSession, linkAfter } from './headless.ts';
import { tasksDuring } from './main-thread.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

const LARGE = { grain: 'message', readers: 3, writers: 2 };
const STATES = 443_018;
const LIMIT_MS = 50 * patience;

/** The dialog with a bound on depth that is never met: so that every state is stored, also those that are alike. */
async function openLarge(there: ScenarioPage): Promise<ExploreDialog> {
  const dialog = await ExploreDialog.open(there);
  await dialog.under('explore.depth', '1000');
  return dialog;
}

test('it visits every one of 443,018 states, tells how far it is, and has no task over 50 ms', async ({
  page,
}) => {
  test.setTimeout(180_000 * patience);
  const { hash } = await linkAfter('stale-set', 0, LARGE);
  const there = await ScenarioPage.open(page, hash);
  const dialog = await openLarge(there);
  const seen = new Set<string>();
  let answer = '';
  const { longestMs } = await tasksDuring(page, async () => {
    const searching = dialog.search();
    const way = dialog.dialog.locator('.explore-way');
    await way.waitFor();
    while (!(await dialog.answer.isVisible())) {
      for (const text of await way.allInnerTexts()) if (/[1-9]/.test(text)) seen.add(text);
      await page.waitForTimeout(50);
    }
    answer = await searching;
  });
  expect(answer).toContain(STATES.toLocaleString('en'));
  // A quick machine has little to tell.
  expect(seen.size).toBeGreaterThan(1);
  console.log(`longest task while 443,018 states were searched: ${longestMs.toFixed(1)} ms`);
  expect(longestMs).toBeLessThanOrEqual(LIMIT_MS);
});

test('it stops at once when told to, and says what it has stored', async ({ page }) => {
  const { hash } = await linkAfter('stale-set', 0, LARGE);
  const there = await ScenarioPage.open(page, hash);
  const mine = await there.moment(0);
  const dialog = await openLarge(there);
  await expect(dialog.dialog.locator('.explore-way')).toContainText(/[1-9][\d,]* states/);
  const began = Date.now();
  await dialog.dialog.getByRole('button', { name: say('explore.stop') }).click();
  await expect(dialog.answer).toBeVisible();
  expect(Date.now() - began).toBeLessThan(2_000 * patience);
  await expect(dialog.answer).not.toContainText(STATES.toLocaleString('en'));
  await page.keyboard.press('Escape');
  expect(await there.moment(0)).toEqual(mine);
});

test.describe('of signed structures', () => {
  /** Four operations of three users that overlap, in every order of their messages and checks. */
  const SIGNED = { server: 'honest', users: 3, maxOps: 4, history: 'off' };
  const SIGNED_STATES = 103_243;

  async function openSigned(page: Page): Promise<ExploreDialog> {
    const session = headlessSession();
    await session.open({ system: 'sundr', scenario: 'concurrent', params: SIGNED });
    const link = await session.link();
    return openLarge(await ScenarioPage.open(page, link.slice(link.indexOf('#'))));
  }

  test('103,243 states are told as they come, and are all of them', async ({ page }) => {
    test.setTimeout(240_000 * patience);
    const dialog = await openSigned(page);
    const seen = new Set<string>();
    const began = Date.now();
    const way = dialog.dialog.locator('.explore-way');
    await way.waitFor();
    while (!(await dialog.answer.isVisible())) {
      for (const text of await way.allInnerTexts()) if (/[1-9]/.test(text)) seen.add(text);
      await page.waitForTimeout(50);
    }
    console.log(`103,243 states of SUNDR in the page: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await expect(dialog.answer).toContainText(SIGNED_STATES.toLocaleString('en'));
    expect(seen.size).toBeGreaterThan(1);
  });

  test('stopped, it says how many it has stored', async ({ page }) => {
    test.setTimeout(120_000 * patience);
    const dialog = await openSigned(page);
    await expect(dialog.dialog.locator('.explore-way')).toContainText(/[1-9][\d,]* states/);
    const began = Date.now();
    await dialog.stop.click();
    await expect(dialog.answer).toBeVisible();
    expect(Date.now() - began).toBeLessThan(2_000 * patience);
    await expect(dialog.answer).not.toContainText(SIGNED_STATES.toLocaleString('en'));
  });
});
