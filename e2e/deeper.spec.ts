// Looking deeper into a run: the map of all orders, why, goals, and measuring.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { panels as words } from '../src/app/panels/text.en.ts';
import { ScenarioPage } from './pages/scenario-page.ts';

type Key = keyof typeof words;

const panel = async (page: Page, key: Key): Promise<Locator> => {
  const deeper = page.getByRole('region', { name: words['panel.label'] });
  await deeper.getByRole('button', { name: words[key], exact: true }).click();
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
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
});

test('goals: one is reached by stepping, and one is shown to be impossible', async ({ page }) => {
  const there = await staleRun(page);
  const deeper = await panel(page, 'panel.goals');
  await expect(deeper.getByText('Reached in 5 steps.')).toBeVisible();
  await deeper.getByRole('button', { name: words['panel.goals.ask'] }).last().click();
  await expect(deeper.getByText('No order reaches it: all 21 states.')).toBeVisible();
  await deeper.getByRole('button', { name: /^Start: .*leases are on/ }).click();
  await there.moment(0);
  await expect(deeper.getByText('0 of 5 steps used')).toBeVisible();
});

test('measuring: the answer in words, values by arrow keys, the table behind the plot, another seed', async ({
  page,
}) => {
  await ScenarioPage.open(page, '#/memcache/thundering-herd');
  const deeper = await panel(page, 'panel.measure');
  await deeper.getByRole('button', { name: words['panel.measure.run'] }).click();
  const again = deeper.getByRole('button', { name: words['panel.measure.seed'] });
  await expect(again).toBeVisible({ timeout: 30_000 });
  await expect(deeper.getByText(/seed 1\./)).toBeVisible();
  const chart = deeper.getByRole('slider', { name: words['panel.plot.chart'] }).first();
  await chart.focus();
  const first = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(chart).not.toHaveAttribute('aria-valuetext', first ?? '');
  await deeper.getByRole('button', { name: words['panel.plot.showTable'] }).first().click();
  await expect(deeper.getByRole('table').first()).toBeVisible();
  await again.click();
  await expect(deeper.getByText(/seed 2\./)).toBeVisible({ timeout: 30_000 });
});
