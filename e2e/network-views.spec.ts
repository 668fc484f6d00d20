// The views of Bitcoin's network as they are used: the chain explorer by keys and by a finger, the table of nodes from one
// step to the next, and the tree, the lanes and the table of thirty nodes.

import { expect, test } from '@playwright/test';
import { words } from '../src/systems/bitcoin/text/network.en.ts';
import { headlessSession } from './headless.ts';
import { ScenarioPage } from './pages/scenario-page.ts';

const SPEND = '#/bitcoin/double-spend';
/** The step in which M leaves its block for the attacker's. */
const TAKEN_BACK = 7;

const tab = (there: ScenarioPage, name: string) => there.page.getByRole('tab', { name, exact: true });

async function atEnd(there: ScenarioPage): Promise<void> {
  for (let step = 1; step <= TAKEN_BACK; step++) {
    await there.skipQuestion();
    await there.stepOn(1);
  }
  await there.moment(TAKEN_BACK);
}

test('the explorer, by keys: from block to block, into a payment, and back to the header', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, SPEND);
  await atEnd(there);
  await tab(there, words['view.explorer']).click();
  const picker = page.getByRole('combobox', { name: words['explorer.pick'] });
  await expect(picker).toHaveValue('A2');
  await picker.focus();
  await picker.selectOption('M1');
  await expect(page.locator('.bytes-what')).toContainText('M1, height 1');
  await expect(page.locator('[data-told="check high-hash"]')).toHaveAttribute('data-state', 'holds');
  await page.getByRole('radio', { name: 'Header' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Payment Z' })).toBeChecked();
  await expect(page.locator('.explorer-flow')).toContainText('Pays 49.9999 coins to M.');
  await expect(page.locator('.explorer-flow')).toContainText('The signature of A opens what it spends.');
  // The keys of the explorer are not those of the run.
  await there.moment(TAKEN_BACK);
  await page.getByRole('button', { name: 'G', exact: true }).click();
  await expect(picker).toHaveValue('G');
  await expect(page.locator('.explorer-pick')).toContainText(words['explorer.first']);
});

test('a byte that is changed in the explorer is hashed anew, and its work is gone', async ({ page }) => {
  const there = await ScenarioPage.open(page, SPEND);
  await atEnd(there);
  await tab(there, words['view.explorer']).click();
  const hash = page.locator('[data-told="hash hash"]');
  const before = await hash.innerText();
  await page.locator('.byte[data-place="76"]').click();
  await page.keyboard.press('f');
  await expect(hash).not.toHaveText(before);
  await expect(page.locator('[data-told="check prev-blk-not-found"]')).toHaveAttribute('data-state', 'holds');
});

test('the table of nodes strikes what a step changed, and says what is now', async ({ page }) => {
  const there = await ScenarioPage.open(page, SPEND);
  await atEnd(there);
  await tab(there, words['view.nodes']).click();
  const row = page.locator('[data-told="node M"]');
  await expect(row.locator('s').first()).toHaveText('M1');
  await expect(row.locator('b').first()).toHaveText('A2');
  await expect(row.locator('[data-fact="coins"]')).toContainText('0');
  await expect(page.locator('[data-told="node A"] s')).toHaveCount(0);
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test(`thirty nodes are legible at ${size.width} px: tree, lanes, table`, async ({ page }) => {
    const session = headlessSession();
    const params = { nodes: 30, honestFinds: 17, attackerFinds: 24 };
    await session.open({ system: 'bitcoin', scenario: 'chain-growth', params });
    await session.advance(2000);
    await page.setViewportSize(size);
    const link = await session.link();
    await ScenarioPage.open(page, link.slice(link.indexOf('#')));
    const pages = page.locator('[data-part="pages"]');
    const cards = page.locator('[data-told^="entry "]:is(li, button)');
    await expect(pages.getByRole('button', { name: words['blocks.page.newest'] })).toBeDisabled();
    const newest = await cards.first().getAttribute('data-told');
    await pages.getByRole('button', { name: words['blocks.page.earlier'] }).click();
    await expect(cards.first()).not.toHaveAttribute('data-told', newest ?? '');
    await pages.getByRole('button', { name: words['blocks.page.newest'] }).click();
    await expect(cards.first()).toHaveAttribute('data-told', newest ?? '');
    // No fork so far: all of it is one run.
    await expect(page.locator('.block-runs > button')).toHaveText(/^\+\d+$/);
    await page.getByRole('tab', { name: 'Step by step' }).click();
    if (size.width > 640) {
      await expect(page.locator('.lane-name')).toHaveCount(6);
      expect(await page.locator('.lanes .arrow').count()).toBeGreaterThan(4);
    }
    await page.getByRole('tab', { name: words['view.nodes'], exact: true }).click();
    await expect(page.locator('[data-told^="node "]')).toHaveCount(30);
    for (const box of await page.locator('[data-told^="node "]').all()) {
      const clipped = await box.evaluate((one) => one.scrollWidth > one.clientWidth + 1);
      expect(clipped).toBe(false);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
}

test('compared, a run that has no such step stands where its last one led', async ({ page }) => {
  const there = await ScenarioPage.open(page, SPEND);
  await atEnd(there);
  await page
    .getByRole('button', { name: /^Compare/ })
    .first()
    .click();
  const trees = page.locator('.block-tree');
  await expect(trees).toHaveCount(2);
  for (const tree of await trees.all()) {
    await expect(tree.locator('li[data-told="entry M1"]')).toHaveCount(1);
    await expect(tree.locator('li[data-told="entry A1"]')).toHaveCount(1);
  }
  await expect(trees.nth(1).locator('li[data-told="entry A2"]')).toHaveCount(0);
});

test('Finney’s attack and the race are asked about, and named where they end', async ({ page }) => {
  for (const [attack, steps] of [
    ['race', 6],
    ['finney', 6],
  ] as const) {
    const session = headlessSession();
    const finds = attack === 'race' ? { attackerFinds: 0 } : { attackerFinds: 1, honestFinds: 0 };
    const params = { attack, nodes: 3, z: 0, ...finds };
    await session.open({ system: 'bitcoin', scenario: 'double-spend', params });
    await session.advance(10);
    const link = await session.link();
    const there = await ScenarioPage.open(page, link.slice(link.indexOf('#')));
    await there.moment(steps);
    await expect(
      page.getByText(attack === 'race' ? /lost the race/ : /Finney’s attack/).first(),
    ).toBeVisible();
    await page.goto('about:blank');
  }
});
