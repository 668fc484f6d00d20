// What Spark's pages measure: the curve of checkpoint intervals beside the rule, and a round of PageRank.

import { expect, test } from '@playwright/test';
import { isolatedUrl } from './hosts.ts';
import { patience } from './patience.ts';

test('every checkpoint interval is measured beside the rule, and its small run is stepped through in the lineage', async ({
  page,
}) => {
  await page.goto(`${isolatedUrl}?lang=en#/spark/checkpoint-interval`);
  const plot = page.locator('.plot-shown');
  await expect(plot).toContainText(/The least work is lost at every \d+ rounds; the rule says/, {
    timeout: 30_000 * patience,
  });
  for (const line of ['measured', 'rule, all lost', 'rule, its own part lost'])
    await expect(plot.getByText(line, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /Open its \d+ steps/ }).click();
  await expect(page.locator('.lineage-graph')).toBeVisible();
});

test('a round of PageRank is timed when asked, in three ways with the same ranks', async ({ page }) => {
  await page.goto(`${isolatedUrl}?lang=en#/spark/pagerank`);
  await page.getByRole('tab', { name: 'Measured' }).click();
  await page.locator('.timed-work .button.filled').click();
  await expect(page.locator('.timed-work')).toContainText('the same ranks, bit for bit', {
    timeout: 60_000 * patience,
  });
  await expect(page.locator('.timed-plots section')).toHaveCount(3);
});
