// Looking deeper into a run: the map of all orders, why, goals, and measuring.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { panels as words } from '../src/app/panels/text.en.ts';
import { words as memcache } from '../src/systems/memcache/text/system.en.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

type Key = keyof typeof words;

const panel = async (page: Page, key: Key): Promise<Locator> => {
  const deeper = page.getByRole('region', { name: words['panel.label'] });
  await deeper.getByRole('tab', { name: words[key] }).click();
  return deeper;
};
const staleRun = async (page: Page): Promise<ScenarioPage> => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(5);
  return there;
};

test('the map draws every state; under the lease the bad one is gone and nothing else has moved', async ({
  page,
}) => {
  const there = await staleRun(page);
  const deeper = await panel(page, 'panel.map');
  const map = deeper.getByRole('group', { name: words['panel.map.map'] });
  const states = map.getByRole('button');
  await expect(states).toHaveCount(18);
  const bad = map.getByRole('button', { name: /violated/ });
  await expect(bad).toHaveCount(1);
  await expect(map.getByRole('button', { name: new RegExp(words['panel.map.onPath']) })).toHaveCount(5);
  const place = (): Promise<unknown> =>
    states.first().evaluate(({ offsetLeft, offsetTop }: HTMLElement) => [offsetLeft, offsetTop]);
  const before = await place();

  await deeper.getByText('lease on').click();
  await expect(states).toHaveCount(21);
  await expect(bad).toHaveCount(0);
  await expect(deeper.getByText(words['panel.map.good'])).toBeVisible();
  expect(await place()).toEqual(before);

  await deeper.getByText('lease off').click();
  await there.first.click();
  await there.moment(0);
  await bad.click();
  await there.moment(5);
});

test('arrow keys walk the map along the steps, with one stop in the order of tabs', async ({ page }) => {
  await staleRun(page);
  const deeper = await panel(page, 'panel.map');
  const map = deeper.getByRole('group', { name: words['panel.map.map'] });
  await expect(map.locator('[tabindex="0"]')).toHaveCount(1);
  await map.locator('[tabindex="0"]').focus();
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^State \d+, 5 steps/);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^State \d+, 4 steps/);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^State \d+, 4 steps/);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^State \d+, 5 steps/);
});

test('the map says in words how the promise is broken, from where nothing keeps it, and what each step is', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const deeper = await panel(page, 'panel.map');
  const bad = deeper.locator('.bad-way li');
  await expect(bad).toHaveText([/gets/, /reads/, /writes/, /deletes/, /puts/]);
  // After the delete only the set is left, and it is an old one.
  await expect(bad.filter({ hasText: words['panel.map.point'] })).toHaveText(/deletes/);
  const map = deeper.getByRole('group', { name: words['panel.map.map'] });
  await expect(map.getByRole('button', { name: /the point of no return/ })).toHaveAccessibleName(/, 4 steps/);

  // By keys and words alone: to the map, its first state, and on by what can happen there.
  await map.locator('[tabindex="0"]').focus();
  const ways = deeper.getByRole('region', { name: words['panel.map.ways'] }).getByRole('button');
  await expect(ways).toHaveText([/C1 gets/, /C2 writes/]);
  await expect(map.locator('.map-way-number')).toHaveText([/[12]/, /[12]/]);
  await ways.nth(1).press('Enter');
  await expect(page.locator(':focus')).toHaveText(/^State \d+, 1 step from the start/);
  const come = deeper.getByRole('region', { name: words['panel.map.come'] });
  await expect(come.getByRole('listitem')).toHaveText([/C2 writes/]);
  await deeper.getByRole('button', { name: words['panel.map.open'] }).press('Enter');
  await there.moment(1);
  expect(await deeper.locator('code').allTextContents()).not.toContainEqual(expect.stringMatching(/\w\.\w/));

  await deeper.getByText(words['panel.map.table']).click();
  const rows = deeper.getByRole('row');
  await expect(rows.last()).toHaveText(/^5/);
  await deeper.getByText('lease on').click();
  await expect(bad).toHaveCount(0);
});

test('why: the causal steps can be gone to, and each “what if” opens as a try', async ({ page }) => {
  const there = await staleRun(page);
  const deeper = await panel(page, 'panel.why');
  await deeper.getByRole('button', { name: /^Step 2/ }).click();
  await there.moment(2);
  await there.last.click();
  await there.moment(5);
  const others = deeper.getByRole('button', { name: /holds$/ });
  await expect(others.first()).toBeVisible();
  await others.first().click();
  await panel(page, 'panel.tries');
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
});

test('goals: one is reached by stepping, and one is shown to be impossible', async ({ page }) => {
  const there = await staleRun(page);
  const deeper = await panel(page, 'panel.goals');
  await expect(deeper.getByText('Reached in 5 steps.')).toBeVisible();
  await deeper.getByRole('button', { name: words['panel.goals.ask'] }).last().click();
  await expect(deeper.getByText(/No order reaches it: all 21 states/)).toBeVisible();
  await deeper.getByRole('button', { name: /^Start: .*leases are on/ }).click();
  await there.moment(0);
  await expect(deeper.getByText('0 of 5 steps used')).toBeVisible();
});

test('beside a race: the experiment in words, values by arrow keys, the table behind the plot, another seed', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/thundering-herd');
  const { fingerprint } = await there.moment(0);
  const views = page.getByRole('tablist', { name: say('view.label') });
  await expect(views.getByRole('tab', { selected: true })).toHaveText(say('view.lanes'));
  await expect(views.getByRole('tab').last()).toHaveText(memcache['view.findings']);
  await page.keyboard.press('v');
  // It runs when it is shown; the run stays as it was.
  const again = page.getByRole('button', { name: words['measure.seed'] });
  await expect(again).toBeVisible({ timeout: 30_000 * patience });
  await expect(page.getByText(/seed 1\./)).toBeVisible();
  await expect(there.live).toHaveAttribute('data-fingerprint', fingerprint);
  await page.getByRole('tab', { name: 'Over time' }).click();
  const chart = page.getByRole('slider', { name: words['plot.chart'] }).first();
  await chart.focus();
  const first = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(chart).not.toHaveAttribute('aria-valuetext', first ?? '');
  await page.getByRole('button', { name: words['plot.showTable'] }).first().click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await again.click();
  await expect(page.getByText(/seed 2\./)).toBeVisible({ timeout: 30_000 * patience });
  // The seed is the run's: a link to it measures the same.
  await expect(page).toHaveURL(/#\/v1\//);
});
