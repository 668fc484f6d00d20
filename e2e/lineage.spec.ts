// A partition of Spark's lineage is chosen by pointer, by touch and by keys; State then shows what is held of it.

import { expect, test } from '@playwright/test';
import { ScenarioPage } from './pages/scenario-page.ts';

const WIDE = '#/spark/wide-crash';

test('keys enter the lineage, walk it, choose a partition and leave', async ({ page }) => {
  const there = await ScenarioPage.open(page, WIDE);
  await there.stepOn(4);
  await page.keyboard.press('l');
  const focused = page.locator('.lineage-cell:focus');
  await expect(focused).toHaveCount(1);
  const first = await focused.getAttribute('data-cell');
  await page.keyboard.press('ArrowDown');
  await expect(focused).not.toHaveAttribute('data-cell', first ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveAttribute('data-cell', first ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('.state-picked summary')).toContainText('partition');
  await expect(page.locator('.state-picked .state-row')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(focused).toHaveCount(0);
  // The page's keys are as they were, and what was chosen stays.
  await there.stepOn(1);
  await expect(page.locator('.state-picked')).toBeVisible();
});

test('a click chooses and leaves the keys to the page; a second one lets go', async ({ page }) => {
  const there = await ScenarioPage.open(page, WIDE);
  await there.stepOn(4);
  const cell = page.locator('.lineage-cell[data-is="here"]').first();
  await cell.click();
  await expect(cell).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.state-picked')).toContainText(/W\d, task \d of \d\.\d/);
  await there.stepOn(1);
  await cell.click();
  await expect(page.locator('.state-picked')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a tap brings State, and the program and the workers are tabs beside it', async ({ page }) => {
    await ScenarioPage.open(page, WIDE);
    await page.locator('.lineage-cell').first().tap();
    await expect(page.getByRole('tab', { name: 'State' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('.phone-tabs').getByRole('tab')).toHaveCount(6);
    await page.getByRole('tab', { name: 'Code' }).click();
    await expect(page.locator('.lineage-program')).toBeVisible();
    await page.getByRole('tab', { name: 'Workers' }).click();
    await expect(page.locator('.lineage-storage')).toBeVisible();
  });
});
