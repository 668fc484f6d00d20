// Can any order break it? And where do two settings part?

import { expect, test } from '@playwright/test';
import { headlessSession } from './headless.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

const SCENARIO = { system: 'memcache', scenario: 'stale-set' };
const HASH = '#/memcache/stale-set';
const BROKEN = 'the cache ends up matching the database';

test('the search finds the shortest order that breaks the cache, five steps, and opens it as a try', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, HASH);
  // Not the way that the counterexample goes.
  await page.keyboard.press('2');
  await there.moment(1);
  const mine = await there.stepOn(1);
  const dialog = await ExploreDialog.open(there);
  expect(await dialog.search()).toContain(say('explore.broken', { property: BROKEN, length: 5 }));
  await dialog.watch();
  const shown = await there.moment(5);
  expect(shown.sentence).toContain(say('verdict.violated'));
  const tries = there.tries.getByRole('listitem');
  await expect(tries).toHaveCount(2);
  // What was there before is a try like any other.
  await tries.first().getByRole('button').first().click();
  expect((await there.moment(2)).fingerprint).toBe(mine.fingerprint);
});

test('with leases on the search visits every state and says how many', async ({ page }) => {
  const session = headlessSession();
  await session.open({ ...SCENARIO, params: { lease: 'on' } });
  const { states, edges, complete } = await session.explore({
    from: 'start',
    maxStates: 1_000_000,
    maxDepth: 1_000,
    workers: 1,
  });
  expect(complete).toBe(true);
  const there = await ScenarioPage.open(page, HASH);
  await page.getByRole('switch', { name: /lease/i }).click();
  await expect(page.getByRole('switch', { name: /lease/i })).toBeChecked();
  const dialog = await ExploreDialog.open(there);
  const answer = await dialog.search();
  expect(answer).toContain(say('explore.none', { states: states.toLocaleString('en') }));
  expect(answer).toContain(edges.toLocaleString('en'));
});

test('a search can be stopped, says so, and leaves the run as it was', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/consistency');
  const mine = await there.stepOn(3);
  const dialog = await ExploreDialog.open(there);
  await dialog.dialog.getByRole('button', { name: say('explore.go'), exact: true }).click();
  const stop = dialog.dialog.getByRole('button', { name: say('explore.stop') });
  // A search that ends before it can be stopped has its answer: both are honest.
  await expect(stop.or(dialog.answer).first()).toBeVisible();
  if (await stop.isVisible()) await stop.click({ timeout: 2_000 }).catch(() => undefined);
  await expect(dialog.answer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(there.dialog).toHaveCount(0);
  expect(await there.moment(3)).toEqual(mine);
});

test('comparing with leases on steps both runs together and marks where they part', async ({ page }) => {
  const session = headlessSession();
  await session.open(SCENARIO);
  await session.advance(100);
  const { firstDivergence, why, a, b } = await session.compare({ lease: 'on' });
  expect(firstDivergence).not.toBeNull();

  const there = await ScenarioPage.open(page, HASH);
  await there.stepOn(5);
  await page.getByRole('button', { name: /compare with lease on/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('compare.title') })).toBeVisible();
  const words = why === 'not possible' ? 'compare.notPossible' : 'compare.differs';
  await expect(page.getByText(say(words, { step: firstDivergence ?? 0 }))).toBeVisible();
  await page.getByRole('button', { name: say('compare.goDiverge') }).click();
  const sliders = page.getByRole('slider');
  await expect(sliders).toHaveCount(2);
  await expect(sliders.nth(0)).toHaveAttribute(
    'aria-valuenow',
    String(Math.min(firstDivergence ?? 0, a.steps)),
  );
  await expect(sliders.nth(1)).toHaveAttribute(
    'aria-valuenow',
    String(Math.min(firstDivergence ?? 0, b.steps)),
  );
  await page.getByRole('button', { name: say('transport.first') }).click();
  for (const slider of [sliders.nth(0), sliders.nth(1)]) {
    await expect(slider).toHaveAttribute('aria-valuenow', '0');
  }
  await page.getByRole('button', { name: say('compare.back') }).click();
  await there.moment(5);
});
