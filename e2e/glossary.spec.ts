// The terms of the field: explained where they are first said, in a note that a key, a tap or a pointer opens, and not
// loaded before anybody shows interest.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { words as card } from '../src/systems/memcache/text/card.en.ts';
import { words as races } from '../src/systems/memcache/text/races.en.ts';
import { words as racesZh } from '../src/systems/memcache/text/races.zh.ts';
import { words as en } from '../src/systems/memcache/text/terms.en.ts';
import { words as zh } from '../src/systems/memcache/text/terms.zh.ts';
import { isolatedUrl } from './hosts.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

const termsOf = (page: Page) => page.locator('button.term');
const openNote = (page: Page) => page.locator('.term-note:popover-open');

test('a first visit loads no terms; a key brings them, and opens and closes a note with the focus kept', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const ofTerms = (): readonly string[] => asked.filter((url) => /term/.test(url));
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await page.waitForLoadState('networkidle');
  expect(ofTerms()).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await there.moment(1);
  const miss = there.story.locator('button.term', { hasText: en['term.miss'] });
  await expect(miss).toBeVisible();
  expect(ofTerms().length).toBeGreaterThan(0);
  await miss.focus();
  await page.keyboard.press('Enter');
  await expect(openNote(page)).toHaveText(new RegExp(en['term.miss.note']));
  await page.keyboard.press('Escape');
  await expect(openNote(page)).toHaveCount(0);
  await expect(miss).toBeFocused();
  await there.moment(1);
});

test('the name of a promise opens its note, by key and by pointer; where it has turned the note leads there', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(5);
  const name = page.locator('.strip-label button.term', { hasText: card['property.cache-ends-right'] });
  await name.click();
  await expect(openNote(page)).toContainText(races['property.cache-ends-right.note']);
  await page.keyboard.press('Escape');
  await expect(openNote(page)).toHaveCount(0);
  await there.back.click();
  await there.moment(4);
  await name.focus();
  await page.keyboard.press('Enter');
  await openNote(page)
    .getByRole('button', { name: say('verdict.flip', { step: 5 }) })
    .press('Enter');
  await there.moment(5);
  await expect(openNote(page)).toHaveCount(0);
});

test.describe('in Chinese, by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap opens the note with the English term, within the window, and a tap elsewhere closes it', async ({
    page,
  }) => {
    await page.goto(`${isolatedUrl}?lang=zh#/memcache/stale-set`);
    const there = new ScenarioPage(page, 'zh');
    await there.ready();
    await there.next.tap();
    await there.moment(1);
    await page.locator('button.term', { hasText: zh['term.miss'] }).tap();
    await expect(openNote(page)).toContainText(`${zh['term.miss']} (${en['term.miss']})`);
    const box = await openNote(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await page.getByRole('heading', { level: 1 }).tap();
    await expect(openNote(page)).toHaveCount(0);
    // A promise's name on its line.
    await page.locator('.property button.term').first().tap();
    await expect(openNote(page)).toContainText(racesZh['property.cache-ends-right.note']);
  });
});

test('a page explains a term once, and the letters stand where they stood', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/back-in-time');
  const text = await page.locator('.scenario-question').textContent();
  await page.keyboard.press('Shift');
  await expect(termsOf(page).first()).toBeVisible();
  expect(
    await page.locator('.scenario-question').evaluate((own) => {
      const copy = own.cloneNode(true) as HTMLElement;
      for (const note of copy.querySelectorAll('.term-note')) note.remove();
      return copy.textContent;
    }),
  ).toBe(text);
  for (let step = 1; step <= 4; step++) {
    await there.stepOn(1);
    const said = await termsOf(page).evaluateAll((all) =>
      all.map((one) => document.getElementById(one.getAttribute('popovertarget') ?? '')?.textContent),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said).size).toBe(said.length);
  }
});
