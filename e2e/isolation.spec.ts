// Workers keep the page's own thread free, on a host that isolates the page and on one that cannot; without any worker
// everything works in the page itself, with the same results.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { endlessSearch } from './headless.ts';
import { isolatedUrl, plainUrl } from './hosts.ts';
import { shareDuring } from './main-thread.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

const HASH = '#/memcache/stale-set';
const MEASURED = '#/memcache/thundering-herd';
/** A page that only shows how far a search is takes less of what is used, one that searches itself takes more. */
const FREE = 0.4;
const LOOK_MS = 2_000;

interface Results {
  readonly fingerprint: string;
  readonly search: string;
  readonly measured: string;
}

/** What a person finds out there: four steps, a search, and a measurement. */
async function resultsAt(page: Page, host: string): Promise<Results> {
  const there = await ScenarioPage.open(page, HASH, host);
  const { fingerprint } = await there.stepOn(4);
  const dialog = await ExploreDialog.open(there);
  const search = await dialog.search();
  await page.keyboard.press('Escape');
  return { fingerprint, search, measured: await measure(page, host) };
}

/** What the load scenario's simulation says under another seed: the first one's was measured when the page was built. */
async function measure(page: Page, host: string): Promise<string> {
  await ScenarioPage.open(page, MEASURED, host);
  await page.keyboard.press('v');
  await page.getByRole('button', { name: say('measure.seed') }).click();
  const answer = page.getByText(/seed 2\./);
  await expect(answer).toBeVisible({ timeout: 30_000 * patience });
  return answer.innerText();
}

/** What the page's workers do, by their names. */
const roles = (page: Page): Promise<readonly string[]> =>
  Promise.all(page.workers().map((worker) => worker.evaluate(() => self.name)));

interface Searching {
  readonly share: number;
  readonly roles: readonly string[];
}

/** How much of the processor time taken is the page's own thread's while a search runs. */
async function whileSearching(page: Page, host: string): Promise<Searching> {
  const { hash } = await endlessSearch();
  const dialog = await ExploreDialog.open(await ScenarioPage.open(page, hash, host));
  await dialog.begin();
  const seen = { share: await shareDuring(page, LOOK_MS), roles: await roles(page) };
  await dialog.stop.click();
  await expect(dialog.answer).toBeVisible();
  return seen;
}

const isolated = (page: Page): Promise<boolean> => page.evaluate(() => crossOriginIsolated);

/** As a browser that forbids workers. */
async function withoutWorkers(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      Worker: class {
        constructor() {
          throw new DOMException('Workers are blocked.', 'SecurityError');
        }
      },
    });
  });
  return page;
}

for (const [host, isolates] of [
  [isolatedUrl, true],
  [plainUrl, false],
] as const) {
  const where = isolates ? 'an isolated page' : 'a page on a host that cannot set headers';

  test(`a search leaves the thread of ${where} free`, async ({ page }) => {
    const { share, roles } = await whileSearching(page, host);
    expect(await isolated(page)).toBe(isolates);
    expect(roles).toEqual(expect.arrayContaining(['session', 'search']));
    console.log(`the page’s thread takes ${(share * 100).toFixed(0)} % of the time while a worker searches`);
    expect(share).toBeLessThan(FREE);
  });

  test(`${where} measures in a worker of its own`, async ({ page }) => {
    await measure(page, host);
    expect(await isolated(page)).toBe(isolates);
    expect(await roles(page)).toEqual(expect.arrayContaining(['session', 'job']));
  });
}

test('where no worker starts, the search takes the page’s own thread: what the tests above would see', async ({
  page,
}) => {
  const { share, roles } = await whileSearching(await withoutWorkers(page), isolatedUrl);
  expect(roles).toEqual([]);
  expect(share).toBeGreaterThan(FREE);
});

test.describe('elsewhere', () => {
  // One after another in one process: what they are held against is found once.
  test.describe.configure({ mode: 'default' });
  let found: Results | undefined;
  const usual = async (page: Page): Promise<Results> => {
    if (!found) {
      found = await resultsAt(page, isolatedUrl);
      expect(await isolated(page)).toBe(true);
    }
    return found;
  };

  test('an isolated host and one that cannot set headers give the same results', async ({ page }) => {
    const with_ = await usual(page);
    const without = await resultsAt(page, plainUrl);
    expect(await isolated(page)).toBe(false);
    expect(without).toEqual(with_);
  });

  test('a browser without SharedArrayBuffer gives the same results', async ({ page, browser }) => {
    const expected = await usual(page);
    const other = await browser.newPage();
    await other.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
    });
    expect(await resultsAt(other, plainUrl)).toEqual(expected);
    expect(await other.evaluate(() => 'SharedArrayBuffer' in globalThis)).toBe(false);
    await other.close();
  });

  test('a browser in which no worker starts says so and gives the same results', async ({
    page,
    browser,
  }) => {
    const expected = await usual(page);
    const other = await withoutWorkers(await browser.newPage());
    const there = await ScenarioPage.open(other, HASH);
    // The first sign of somebody there wakes the session.
    await other.mouse.move(5, 5);
    await expect(there.notice).toContainText(say('notice.inline'));
    expect(await resultsAt(other, isolatedUrl)).toEqual(expected);
    await other.close();
  });
});

test('a worker whose script does not load is done without', async ({ page }) => {
  await page.route(/\/worker-/, (route) => route.abort());
  const there = await ScenarioPage.open(page, HASH);
  await page.mouse.move(5, 5);
  await expect(there.notice).toContainText(say('notice.inline'));
  await there.stepOn(2);
});
