// The course page and the corrections: a newcomer's first minute, finding, coming back, and every moment they link to.

import { expect, test } from '@playwright/test';
import { home as words } from '../src/app/home/text.en.ts';
import { catalog } from '../src/systems/catalog.ts';
import { isolatedUrl } from './hosts.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { NO_APP } from './same-page.ts';
import { say } from './words.ts';

test('a newcomer steps the race on the first page to its end, and opens it there', async ({ page }) => {
  await page.goto(isolatedUrl);
  const next = page.getByRole('button', { name: say('transport.next') });
  const race = page.getByRole('region', { name: words['home.live'] });
  for (let step = 1; step <= 5; step++) {
    await next.click();
    await expect(race.getByText(words['home.live.step'].replace('{step}', String(step)))).toBeVisible();
  }
  await expect(race.getByText(/violated/)).toBeVisible();
  await expect(page.getByRole('button', { name: words['home.live.again'] })).toBeVisible();
  await page.getByRole('link', { name: words['home.live.open'] }).click();
  const there = new ScenarioPage(page);
  await there.moment(5);
});

test('search narrows the scenarios as one types', async ({ page }) => {
  await page.goto(isolatedUrl);
  const search = page.getByRole('searchbox', { name: words['home.search'] });
  const found = page.getByRole('region', { name: words['home.search'] }).getByRole('link');
  await search.fill('shard');
  await expect(found).not.toHaveCount(0);
  const some = await found.count();
  await search.fill('shard coordinator');
  await expect.poll(() => found.count()).toBeLessThan(some);
  await search.fill('nobody says this');
  await expect(page.getByText(words['home.searchNone'])).toBeVisible();
  await search.fill('');
  await expect(found).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: 'Blockstack' })).toBeVisible();
});

test('what was run to its end is ticked, and where one left is one press away', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(5);
  await page.getByRole('link', { name: say('page.name') }).click();
  await expect(
    page.getByRole('link', { name: new RegExp(`Stale set.*${words['home.done']}`) }),
  ).toBeVisible();
  await page.getByText(words['home.continue']).locator('..').getByRole('button').click();
  await there.moment(5);
});

test('each correction opens at its moment', async ({ page }) => {
  const corrections = (await Promise.all(catalog.map((system) => system.corrections()))).flat();
  await page.goto(`${isolatedUrl}#/corrections`);
  const links = page.getByRole('link', { name: /^See it at step/ });
  await expect(links).toHaveCount(corrections.length);
  const hrefs = async (): Promise<readonly (string | null)[]> =>
    Promise.all((await links.all()).map((link) => link.getAttribute('href')));
  await expect.poll(async () => (await hrefs()).every((href) => href?.startsWith('#/v1/'))).toBe(true);
  for (const [index, href] of (await hrefs()).entries()) {
    // Another scenario's page in between, so that each link is opened from nothing.
    await page.goto(NO_APP);
    const there = await ScenarioPage.open(page, href ?? '');
    await there.moment(corrections[index]?.step ?? 0);
    await expect(there.notice).toHaveCount(0);
  }
});
