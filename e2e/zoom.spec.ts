// Zoomed to four times its size a window of 1280 by 900 is 320 by 225 px: nothing stands over what is read, nothing
// scrolls sideways, and all of it can be used.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { isolatedUrl } from './hosts.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

/** Low as a window is when it is zoomed; 500 and more is another page. */
const LOW = [
  { width: 320, height: 225 },
  { width: 320, height: 256 },
  { width: 360, height: 480 },
  { width: 1280, height: 499 },
] as const;

/** What stays where it is while the page is scrolled, by the browser's own account. Notes and dialogs are asked for. */
const standing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.checkVisibility() && !one.closest('dialog, [popover]'))
      .filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))
      .map((one) => one.className || one.tagName),
  );

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const size of LOW) {
  test(`nothing stands over the page at ${size.width} by ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    const wrong: string[] = [];
    const look = async (where: string): Promise<void> => {
      for (const one of await standing(page)) wrong.push(`${where}: ${one}`);
      if ((await sideways(page)) > 0) wrong.push(`${where}: scrolls sideways by ${await sideways(page)}`);
    };
    await HomePage.open(page);
    await look('home');
    await page.goto(`${isolatedUrl}#/memcache/clusters-incast`);
    await expect(page.locator('.experiment-figures')).toBeVisible();
    await look('experiment');
    const there = await ScenarioPage.open(page, '#/memcache/stale-set');
    await look('race');
    await there.stepOn(4);
    await look('race, after four steps');
    await page.keyboard.press('End');
    await expect(page.locator('.ending').first()).toBeAttached();
    await look('end');
    const ask = page.locator('[data-asks-compare]').filter({ visible: true }).first();
    // A tap meant for the last step is not taken for it.
    await page.waitForTimeout(700);
    await ask.click();
    await expect(page.locator('.compare-said')).toBeVisible();
    await look('compare');
    const back = page.locator('.compare-steps').getByRole('button', { name: say('transport.back') });
    await back.scrollIntoViewIfNeeded();
    await back.click();
    expect(wrong).toEqual([]);
  });
}

test('a window that is high has its bars', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await ScenarioPage.open(page, '#/memcache/stale-set');
  expect(await standing(page)).toEqual(expect.arrayContaining(['header', 'transport']));
});
