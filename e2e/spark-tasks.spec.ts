// Spark's tasks are computed by the page's compute workers: two that have started are at work at once, the page goes where
// it is told meanwhile, and every step is the step that Node takes, on a host that isolates the page and on one that cannot.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { headlessSession } from './headless.ts';
import { isolatedUrl, plainUrl } from './hosts.ts';
import { tasksDuring } from './main-thread.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';

const HOSTS = [
  ['over shared memory', isolatedUrl],
  ['by messages', plainUrl],
] as const;
/** More steps than the run has. */
const ALL = 200;
/** Each of its two tasks works for some seconds, in patterns: these are as slow in printed code as in closures. */
const HEAVY =
  "sc.parallelize(range(1, 720), 2).map(x => range(1, 60).filter(i => /^(a|b)*$/.test('ab'.repeat(100))).length + x).sum()";

/** Those that compute come from a folder of their own; they are shut in, and cannot be asked. */
const jobWorkers = (page: Page): number =>
  page.workers().filter((worker) => new URL(worker.url()).pathname.includes('/compute/')).length;

async function heavyLink(): Promise<string> {
  const session = headlessSession();
  await session.open({ system: 'spark', scenario: 'stages', params: { program: HEAVY } });
  const link = await session.link();
  return link.slice(link.indexOf('#'));
}

/** The checksum where the run has come to its end. */
async function atEnd(there: ScenarioPage): Promise<string | null> {
  await there.last.click();
  await there.moment(4);
  return there.live.getAttribute('data-fingerprint');
}

for (const [name, host] of HOSTS) {
  for (const scenario of ['stages', 'wide-crash']) {
    test(`${scenario} ends as in Node, ${name}`, async ({ page }) => {
      const session = headlessSession();
      await session.open({ system: 'spark', scenario });
      const { fingerprint } = await session.advance(ALL);
      const there = await ScenarioPage.open(page, `#/spark/${scenario}`, host);
      await there.last.click();
      await expect(there.live).toHaveAttribute('data-fingerprint', fingerprint, {
        timeout: 20_000 * patience,
      });
      expect(jobWorkers(page)).toBeGreaterThan(0);
    });
  }

  test(`two tasks that run are computed at once, and a step back gives one up, ${name}`, async ({ page }) => {
    const hash = await heavyLink();
    const there = await ScenarioPage.open(page, hash, host);
    await there.stepOn(2);
    // The second worker starts because the first is not free: nobody has asked for an end yet.
    await expect.poll(() => jobWorkers(page), { timeout: 10_000 * patience }).toBe(2);
    for (const step of [1, 0]) {
      await there.back.click();
      await there.moment(step);
    }
    await there.stepOn(2);
    const after = await atEnd(there);
    await page.goto('about:blank');
    expect(await atEnd(await ScenarioPage.open(page, hash, host))).toBe(after);
  });
}

test('workers that have run tasks, and were shut in for it, sign for another system as before', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/sundr/rollback');
  for (const [system, scenario, title] of [
    ['sundr', 'rollback', /rollback/i],
    ['spark', 'wide-crash', /wide crash/i],
    ['sundr', 'timestamp-box', /timestamp box/i],
  ] as const) {
    const session = headlessSession();
    await session.open({ system, scenario });
    const { fingerprint } = await session.advance(ALL);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${system}/${scenario}`);
    await expect(page).toHaveTitle(title);
    await there.ready();
    await there.last.click();
    await expect(there.live).toHaveAttribute('data-fingerprint', fingerprint, {
      timeout: 20_000 * patience,
    });
  }
});

test('two tasks are seen at work at once, and the page is not held up while they compute', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, await heavyLink());
  const { count, longestMs } = await tasksDuring(page, async () => {
    await there.stepOn(2);
    await expect(page.getByRole('listitem').filter({ hasText: /^W\d: runs task/ })).toHaveCount(2);
    await expect.poll(() => jobWorkers(page), { timeout: 10_000 * patience }).toBe(2);
    await atEnd(there);
  });
  expect(count).toBeGreaterThan(0);
  expect(longestMs, 'the longest task of the page, in ms').toBeLessThanOrEqual(50 * patience);
});
