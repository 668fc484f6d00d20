// SUNDR's fork tree as it is used: by keys alone, by a finger alone, from its outline alone, and by dragging the server's
// next answer onto an entry.

import { expect, test } from '@playwright/test';
import { ScenarioPage } from './pages/scenario-page.ts';

/** Where the run asks what C will do. */
const ASKS = 4;

const at = async (there: ScenarioPage, step: number): Promise<void> => {
  await there.stepOn(Math.min(step, ASKS));
  if (step < ASKS) return;
  // It arrives a moment after the step.
  await there.page.locator('.predict').waitFor();
  await there.skipQuestion();
  await there.stepOn(step - ASKS);
};

test('by keys: one stop, arrow keys from entry to entry, Enter says what its signature covers', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/sundr/fork');
  await at(there, 5);
  const entry = (id: string) => page.locator(`[data-entry="${id}"]`);
  await expect(page.locator('[data-entry][tabindex="0"]')).toHaveCount(1);
  await entry('A2').focus();
  await page.keyboard.press('ArrowDown');
  await expect(entry('C2')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(entry('C1')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(entry('A2')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.sundr-covers')).toContainText('A1–2 B1 C1');
  // The keys of the tree are not those of the run.
  await there.moment(5);
});

test('told whole: every entry, on which branch, after which, and from whom it is hidden', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/sundr/fork');
  await at(there, 5);
  const outline = page.locator('ul[aria-label] > li');
  await expect(outline.filter({ hasText: 'A signs A2' })).toContainText(
    'after C1. Branch 1. Its signature covers A1–2 B1 C1. Hidden from C.',
  );
  await expect(outline.filter({ hasText: 'C signs C2' })).toContainText('Branch 2.');
  await expect(outline.filter({ hasText: 'C last asked' })).toContainText('A2 was hidden from it');
});

test('dragged onto an entry, the card ahead is answered up to there', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/sundr/fork');
  await at(there, 3);
  await page.locator('.branch-card[data-when="next"]').dragTo(page.locator('[data-entry="B1"]'));
  await there.moment(4);
  await expect(page.locator('[data-entry="A2"]')).toBeVisible();
  await expect(page.locator('.branch-edge[data-told="entry A2"] text')).toHaveText('fork');
});

test.describe('by a finger', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a tap on a row selects it, rows are large enough, and nothing scrolls sideways', async ({ page }) => {
    const there = await ScenarioPage.open(page, '#/sundr/fork');
    await at(there, 5);
    const row = page.locator('[data-entry="C2"]');
    await row.tap();
    await expect(row).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.sundr-covers')).toContainText('A1 B1 C1–2');
    expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await there.widerThanThePage()).toBeLessThanOrEqual(0);
  });
});

test('the first picture is the tree, also where it comes late: nothing that was drawn gives way to it', async ({
  page,
}) => {
  await page.route(/\/assets\/tree-[\w-]+\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { drawnFirst: seen });
    new MutationObserver(() => {
      for (const kind of ['.branch-tree', '.lanes'])
        if (document.querySelector(`.stage ${kind}`)) seen.add(kind);
    }).observe(document, { subtree: true, childList: true });
  });
  await ScenarioPage.open(page, '#/sundr/fork');
  const seen = await page.evaluate(() => [
    ...(globalThis as unknown as { drawnFirst: Set<string> }).drawnFirst,
  ]);
  expect(seen).toContain('.branch-tree');
  expect(seen).not.toContain('.lanes');
});
