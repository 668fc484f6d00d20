// Shared memory and workers are accelerators, never a gate: without them everything works, with the same results.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { isolatedUrl, plainUrl } from './hosts.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

const HASH = '#/memcache/stale-set';

interface Results {
  readonly fingerprint: string;
  readonly search: string;
}

/** What a person finds out there: four steps, and a search with two workers under another setting. */
async function resultsAt(page: Page, host: string): Promise<Results> {
  const there = await ScenarioPage.open(page, HASH, host);
  const { fingerprint } = await there.stepOn(4);
  const dialog = await ExploreDialog.open(there);
  await dialog.setWorkers(2);
  return { fingerprint, search: await dialog.search() };
}

const isolated = (page: Page): Promise<boolean> => page.evaluate(() => crossOriginIsolated);

test('an isolated host and one that cannot set headers give the same run and the same search', async ({
  page,
}) => {
  const with_ = await resultsAt(page, isolatedUrl);
  expect(await isolated(page)).toBe(true);
  const without = await resultsAt(page, plainUrl);
  expect(await isolated(page)).toBe(false);
  expect(without).toEqual(with_);
});

test('a browser without SharedArrayBuffer gives the same results', async ({ page, browser }) => {
  const expected = await resultsAt(page, isolatedUrl);
  const other = await browser.newPage();
  await other.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
  });
  expect(await resultsAt(other, plainUrl)).toEqual(expected);
  expect(await other.evaluate(() => 'SharedArrayBuffer' in globalThis)).toBe(false);
  await other.close();
});

test('a browser in which no worker starts says so once and gives the same results', async ({
  page,
  browser,
}) => {
  const expected = await resultsAt(page, isolatedUrl);
  const other = await browser.newPage();
  await other.addInitScript(() => {
    Object.assign(globalThis, {
      Worker: class {
        constructor() {
          throw new DOMException('Workers are blocked.', 'SecurityError');
        }
      },
    });
  });
  const there = await ScenarioPage.open(other, HASH);
  await expect(there.notice).toContainText(say('notice.inline'));
  expect(await resultsAt(other, isolatedUrl)).toEqual(expected);
  await other.close();
});

test('a worker whose script does not load is done without', async ({ page }) => {
  await page.route(/session\.worker/, (route) => route.abort());
  const there = await ScenarioPage.open(page, HASH);
  await expect(there.notice).toContainText(say('notice.inline'));
  await there.stepOn(2);
});
