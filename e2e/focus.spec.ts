// Focus is where the learner is: whatever is pressed, it never falls back to the top of the page; in Compare and in
// dialogs it is at what they are for.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

/** What has the focus, in a word; nothing where it has fallen to the body. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    return `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent ?? ''}`.trim();
  });
const keptIn = (page: Page): Promise<void> =>
  expect(async () => expect(await focused(page)).not.toBe('')).toPass({ timeout: 5000 });

test('stays on Next at the last step', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/look-aside');
  await there.next.focus();
  while (await there.next.isEnabled()) {
    const at = await there.step();
    await there.skipQuestion();
    await keptIn(page);
    await there.next.focus();
    await page.keyboard.press('Enter');
    await there.moment(at + 1);
  }
  await keptIn(page);
  await expect(there.next).toBeFocused();
});

test('stays near the choices after one is taken, and near the question after it is answered', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(1);
  await there.choices.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await there.moment(2);
  await keptIn(page);
  await there.stepOn(1);
  const question = page.getByRole('region', { name: /which of the two/i });
  await question.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: say('predict.label') })).toBeVisible();
  await keptIn(page);
});

test('goes into Compare, walks it by arrows, and comes back by Escape', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(1);
  const asks = page.getByRole('button', { name: say('ask.compare', { what: 'lease on' }) });
  await asks.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: say('compare.back') })).toBeVisible();
  await keptIn(page);
  const step = (): Promise<string | null> => page.getByRole('slider').first().getAttribute('aria-valuenow');
  const before = Number(await step());
  const stands = (at: number): Promise<void> =>
    expect(page.getByRole('slider').first()).toHaveAttribute('aria-valuenow', String(at));
  await page.keyboard.press('ArrowLeft');
  await stands(before - 1);
  await page.keyboard.press('ArrowRight');
  await stands(before);
  await page.keyboard.press('Escape');
  await expect(asks).toBeFocused();
});

test('in a dialog is at what it is for, not at Close', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  for (const key of ['?', 'Control+k'] as const) {
    await page.keyboard.press(key);
    await expect(there.dialog).toBeVisible();
    await keptIn(page);
    expect(await focused(page)).not.toContain(say('page.close'));
    await page.keyboard.press('Escape');
    await expect(there.dialog).toHaveCount(0);
  }
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  await keptIn(page);
  expect(await focused(page)).not.toContain(say('page.close'));
});

test('a question that stands open is led to by Next, not passed', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(3);
  await there.next.click();
  await expect(page.getByRole('region', { name: /which of the two/i })).toBeFocused();
  await there.moment(3);
});
