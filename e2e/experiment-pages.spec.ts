// The page of each experiment as it is drawn: no label is cut or lies over another, and axe finds nothing serious, at the
// sizes where the plot, the figures and the boxes have least room.

import { expect, test } from '@playwright/test';
import { serious } from './axe.ts';
import { listed } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { patience } from './patience.ts';
import { ugly } from './pictures/measure.ts';
import { sizeOf } from './pictures/views.ts';
import { NO_APP } from './same-page.ts';

/** One that opens with its experiment, one that leads with its steps. */
const EXPERIMENTS = ['growth', 'thundering-herd'];
const SIZES = ['1440x900', '1024x768', '768x1024', '360x740'] as const;

for (const { system, scenario, hash } of await listed()) {
  if (!EXPERIMENTS.includes(scenario.id)) continue;
  test(`${system}/${scenario.id}: its experiment is whole at every size`, async ({ page }) => {
    test.setTimeout(120_000 * patience);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wrong: string[] = [];
    for (const language of ['en', 'zh'] as const) {
      for (const size of SIZES) {
        await page.setViewportSize(sizeOf(size));
        await page.goto(NO_APP);
        await page.goto(`${isolatedUrl}?lang=${language}${hash}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        const figures = page.locator('.experiment-figures');
        await expect(async () => {
          if (!(await figures.isVisible())) await page.keyboard.press('v');
          await expect(figures).toBeVisible({ timeout: 1000 });
        }).toPass();
        await expect(page.locator('.plot-face').first()).toBeVisible();
        for (const one of await ugly(page)) wrong.push(`${language} ${size}: ${one}`);
        for (const one of await serious(page)) wrong.push(`${language} ${size}: ${one}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}
