// Blockstack's miner's table as it is used: what waits is put in order by drag, by keys and by buttons, what every node will
// make of it is said beside each row before it is mined, and mining it is a choice of the run, which its link replays.

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { ScenarioPage } from './pages/scenario-page.ts';

interface Seat {
  readonly there: ScenarioPage;
  readonly rows: Locator;
  readonly grip: (id: string) => Locator;
  readonly mine: Locator;
}

/** The preorder of V and its copy wait, and the question that stands there is passed. */
async function seatOf(there: ScenarioPage): Promise<Seat> {
  const { page } = there;
  await there.stepOn(2);
  await page.locator('.predict').waitFor();
  await page.getByRole('tab', { name: 'Miner' }).click();
  // While the question stands open nothing is foretold.
  await expect(page.locator('.seat-row')).toHaveCount(2);
  await expect(page.locator('.seat-verdict')).toHaveCount(0);
  await there.skipQuestion();
  return {
    there,
    rows: page.locator('.seat-row .seat-what > b'),
    grip: (id) => page.locator(`[data-grip="${id}"]`),
    mine: page.locator('.seat-foot button'),
  };
}

const V = 'V’s preorder';
const T = 'T’s copy';

test('by keys: a row is moved, its place is said, X takes it out, and the block is mined', async ({
  page,
}) => {
  const { rows, grip, mine, there } = await seatOf(await ScenarioPage.open(page, '#/blockstack/preorder'));
  // What comes next by itself stands there first.
  await expect(rows).toHaveText([T, V]);
  await expect(page.locator('.seat-row').nth(1)).toContainText('hash taken');
  await grip('PV').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows).toHaveText([V, T]);
  await expect(grip('PV')).toBeFocused();
  await expect(grip('PV')).toHaveAccessibleName(`${V}, place 1: counts`);
  await expect(page.getByRole('status').filter({ hasText: 'Every node' })).toHaveText(
    `Every node, of block 1: ${V}, place 1: counts; ${T}, place 2: hash taken.`,
  );
  await grip('CT').focus();
  await page.keyboard.press('x');
  await expect(page.locator('.seat-row[data-inside]')).toHaveCount(1);
  await expect(page.locator('.seat-free')).toBeVisible();
  await there.moment(2);
  await mine.press('Enter');
  await there.moment(3);
  await expect(page.locator('[data-told="height 0"]').first()).toContainText(`${V} counts`);
});

test('by drag: one row onto the other, and the link of what was mined leads to the same moment', async ({
  page,
}) => {
  const { rows, grip, mine, there } = await seatOf(await ScenarioPage.open(page, '#/blockstack/preorder'));
  await grip('PV').dragTo(page.locator('[data-seat="0"]'));
  await expect(rows).toHaveText([V, T]);
  await page.waitForTimeout(500);
  const before = page.url();
  await mine.click();
  await there.moment(3);
  const block = page.locator('[data-told="height 0"]').first();
  await expect(block).toContainText(`${V} counts; ${T} ignored, hash taken`);
  // The address follows the moment a little later.
  await expect(page).not.toHaveURL(before);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await there.moment(3);
  await page.getByRole('tab', { name: 'Miner' }).click();
  await expect(block).toContainText(`${V} counts; ${T} ignored, hash taken`);
});

test.describe('by a finger', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('its buttons are large enough, and lead to every order', async ({ page }) => {
    const { rows, mine, there } = await seatOf(await ScenarioPage.open(page, '#/blockstack/preorder'));
    const up = page.getByRole('button', { name: `${V}: up` });
    const { width = 0, height = 0 } = (await up.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await up.tap();
    await expect(rows).toHaveText([V, T]);
    await page.getByRole('button', { name: `${T}: out of the block` }).tap();
    await page.getByRole('button', { name: `${V}: out of the block` }).tap();
    await expect(mine).toHaveText('Mine an empty block');
    expect(await there.widerThanThePage()).toBeLessThanOrEqual(0);
    await mine.tap();
    await there.moment(3);
  });
});
