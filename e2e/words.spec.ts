// Words: whatever is chosen while the page goes somewhere, what is read there is words, never the names of texts.

import { expect, test } from '@playwright/test';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';

/** The name of a text as it would stand in the page: "page.home", "stale-set.title". */
const RAW = /(^|\s)(page|home|transport|system|switch|property|tab|next|[a-z]+(-[a-z]+)+)\.[a-z][\w.-]*/m;

for (const ms of [0, 2, 5, 10, 40]) {
  test(`a language chosen ${ms} ms after going somewhere shows no names of texts`, async ({ page }) => {
    await HomePage.open(page);
    const goAndChoose = (hash: string): Promise<void> =>
      page.evaluate(
        async ([to, after]) => {
          const choose = document.querySelector<HTMLButtonElement>('.tools button[lang]');
          location.hash = to;
          await new Promise((resolve) => setTimeout(resolve, after));
          choose?.click();
        },
        [hash, ms] as const,
      );
    await goAndChoose('#/memcache/stale-set');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await new ScenarioPage(page, 'zh').ready();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Han}/u);
    expect(await page.locator('body').innerText()).not.toMatch(RAW);
    await goAndChoose('#/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await new HomePage(page).ready();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/distributed/);
    expect(await page.locator('body').innerText()).not.toMatch(RAW);
  });
}
