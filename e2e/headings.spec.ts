// Headings in order on every page, as a screen reader lists them: one of the first level, and none that skips a level.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { isolatedUrl } from './hosts.ts';
import { VIEWS } from './pictures/views.ts';
import { say } from './words.ts';

/** What is wrong with their order, in words. */
async function disorder(page: Page): Promise<readonly string[]> {
  const levels = await page.getByRole('heading').evaluateAll((all) =>
    all.map((one) => ({
      level: Number(one.getAttribute('aria-level') ?? one.tagName.slice(1)),
      text: one.textContent ?? '',
    })),
  );
  const wrong: string[] = [];
  if (levels.filter(({ level }) => level === 1).length !== 1)
    wrong.push('not one heading of the first level');
  let before = 0;
  for (const { level, text } of levels) {
    if (level > before + 1) wrong.push(`“${text}” of level ${level} comes after level ${before}`);
    before = level;
  }
  return wrong;
}

for (const [name, view] of Object.entries(VIEWS)) {
  test(`headings of ${name} are in order`, async ({ page }) => {
    await view({ page, host: isolatedUrl, language: 'en' });
    expect(await disorder(page)).toEqual([]);
  });
}

test('headings of the corrections and of what a search finds are in order', async ({ page }) => {
  await page.goto(`${isolatedUrl}#/corrections`);
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  expect(await disorder(page)).toEqual([]);
  await page.goto(isolatedUrl);
  await page.getByRole('searchbox').fill('lease');
  await expect(page.locator('.home-hit').first()).toBeVisible();
  expect(await disorder(page)).toEqual([]);
});

test('the keys have a button with a name that is read', async ({ page }) => {
  await page.goto(`${isolatedUrl}#/memcache/stale-set`);
  const button = page.getByRole('button', { name: say('keys.title'), exact: true });
  await expect(button).toHaveText(new RegExp(say('keys.title')));
  await button.click();
  await expect(page.getByRole('dialog')).toBeVisible();
});
