// The bytes of a file, as A writes them and as a lying server would have them, edited on screen: by pointer and by keys
// alone. The run is made again from them, and the refusal holds the two values that these bytes make.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { treeOf } from '../src/systems/sundr/merkle.ts';
import { filesOf } from '../src/systems/sundr/merkle-files.ts';
import { words } from '../src/systems/sundr/text/bytes.en.ts';
import { isolatedUrl } from './hosts.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

const WRITTEN = 'def check(token):\n    return token == "mine"\n';
const FORGED = 'def check(token):\n    return "yours"\n';

/** The i-handle of A where `auth.py` holds these bytes, made here from nothing but A’s files. */
const handleOf = (bytes: string): string => treeOf('A', filesOf('A', 'auth.py', bytes)).iHandle;

/** As much of a value as a refusal shows. */
const SHOWN = 24;

const pillOf = (page: Page, name: string): Locator => page.locator('.text-pill').filter({ hasText: name });
const refusalIn = (page: Page): Locator => page.locator('.sundr-refusal').filter({ visible: true });

async function type(page: Page, name: string, bytes: string): Promise<void> {
  await pillOf(page, name).click();
  const panel = page.getByRole('region', { name, exact: true });
  await panel.getByRole('textbox').fill(bytes);
  await panel.getByRole('button', { name: say('texts.apply'), exact: true }).click();
  await expect(pillOf(page, name)).not.toContainText(say('texts.unapplied'));
  await panel.getByRole('button', { name: say('texts.close'), exact: true }).click();
}

test('edited on screen, both files’ bytes are in the refusal: what A signed, and what the server gave', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/sundr/merkle-path');
  await type(page, words['switch.fileBytes'], WRITTEN);
  await type(page, words['switch.forgedBytes'], FORGED);
  await there.stepOn(3);
  const rows = refusalIn(page).getByRole('row');
  await expect(refusalIn(page)).toContainText('hash mismatch');
  await expect(rows.nth(0)).toContainText(handleOf(WRITTEN).slice(0, SHOWN));
  await expect(rows.nth(1)).toContainText(handleOf(FORGED).slice(0, SHOWN));
  // Whoever listens is told both whole.
  const told = page.locator('ul[aria-label] > li').filter({ hasText: 'hash mismatch' });
  await expect(told).toContainText(handleOf(WRITTEN));
  await expect(told).toContainText(handleOf(FORGED));
  // The bytes are in the link: who opens it has the same refusal.
  const address = await there.addressAt(3);
  const other = await page.context().newPage();
  const opened = await ScenarioPage.open(other, address);
  await opened.moment(3);
  await expect(refusalIn(other).getByRole('row').nth(1)).toContainText(handleOf(FORGED).slice(0, SHOWN));
});

test('bytes that would hide who wrote them are refused in words, and the run stays as it was', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/sundr/merkle-path');
  await type(page, words['switch.fileBytes'], WRITTEN);
  const mine = await there.moment(0);
  await pillOf(page, words['switch.forgedBytes']).click();
  const panel = page.getByRole('region', { name: words['switch.forgedBytes'], exact: true });
  await panel.getByRole('textbox').fill(WRITTEN);
  await panel.getByRole('button', { name: say('texts.apply'), exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('must differ');
  expect(await there.moment(0)).toEqual(mine);
});

/** Tab until this has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stop = 0; stop < 60; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

test('by keys alone: typed, applied, run, refused; and without the check C runs them', async ({ page }) => {
  test.setTimeout(60_000 * patience);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const there = new ScenarioPage(page);
  await page.goto(`${isolatedUrl}#/sundr/trapdoor`);
  await there.ready();
  for (const [name, bytes] of [
    [words['switch.fileBytes'], WRITTEN],
    [words['switch.forgedBytes'], FORGED],
  ] as const) {
    await tabTo(page, pillOf(page, name));
    await press('Enter');
    const area = page.getByRole('textbox', { name, exact: true });
    await expect(area).toBeFocused();
    await press('Control+a');
    await page.keyboard.insertText(bytes);
    await press('Control+Enter');
    await expect(page.locator('.text-unapplied')).toHaveCount(0);
    await press('Escape');
    await expect(pillOf(page, name)).toBeFocused();
  }
  const run = async (): Promise<string> => {
    for (let step = 1; step <= 3; step++) {
      await press('ArrowRight');
      if (step === 3 && (await page.locator('.predict .skip').isVisible())) {
        await press('s');
        await press('ArrowRight');
      }
      await there.moment(step);
    }
    return (await there.moment(3)).sentence;
  };
  // Nobody verifies anything: C runs what the server made up.
  expect(await run()).toContain('bytes that nobody signed');
  await tabTo(page, page.getByRole('switch', { name: 'Signature check' }));
  await press(' ');
  await expect(page.getByRole('switch', { name: 'Signature check' })).toBeChecked();
  await there.moment(3);
  expect((await there.moment(3)).sentence).toContain('refuses: bad signature');
  await press('v');
  const rows = refusalIn(page).getByRole('row');
  await expect(rows).toHaveCount(2);
  const values = await rows.locator('code').allInnerTexts();
  expect(new Set(values).size).toBe(2);
  for (const value of values) expect(value).toMatch(/^[0-9a-f]{24}…$/);
});
