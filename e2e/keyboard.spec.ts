// One scenario by keyboard alone, and the order of the tab stops as docs/keyboard.md writes it down.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { root } from '../scripts/project.mjs';
import { isolatedUrl } from './hosts.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

/** The numbered list under a heading of docs/keyboard.md. */
function stopsWrittenDown(heading: string): readonly string[] {
  const text = readFileSync(join(root, 'docs/keyboard.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map((match) => match[1] ?? '');
}

interface Stop {
  readonly name: string;
  readonly visible: boolean;
}

/** Tabs through the whole page, from its top until focus leaves it. */
async function stopsOf(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body || at.dataset.tabbed === 'yes') return null;
      at.dataset.tabbed = 'yes';
      const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels : null;
      // The words of an element, without what is hidden from those who listen.
      const words = (from: Node): string =>
        from instanceof Element && from.getAttribute('aria-hidden') === 'true'
          ? ''
          : from.hasChildNodes() && !(from instanceof HTMLSelectElement)
            ? [...from.childNodes].map(words).join(' ')
            : (from.nodeValue ?? '');
      const label = labels?.[0];
      const name = at.getAttribute('aria-label') ?? words(label ?? at);
      const shown = [at, at.closest('label')].some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      return {
        name: name
          .replace(/\s+(?=[\s:,.])/g, '')
          .replace(/\s/g, ' ')
          .trim(),
        visible: shown,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
}

test('the tab stops of a scenario page are those written down, and each is seen', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  // Not by the button: focus is to begin at the top.
  await page.keyboard.press('ArrowRight');
  await there.moment(1);
  const stops = await stopsOf(page);
  expect(stops.map(({ name }) => name)).toEqual(stopsWrittenDown('Tab stops of a scenario page'));
  expect(stops.filter(({ visible }) => !visible)).toEqual([]);
});

test('the tab stops of the first page begin as written down, and each is seen', async ({ page }) => {
  await page.goto(isolatedUrl);
  await expect(page.getByRole('link', { name: /^Stale set/ })).toBeVisible();
  const stops = await stopsOf(page);
  const written = stopsWrittenDown('Tab stops of the first page');
  expect(written.length).toBeGreaterThan(0);
  expect(stops.slice(0, written.length).map(({ name }) => name)).toEqual(written);
  expect(stops.filter(({ visible }) => !visible)).toEqual([]);
});

test('a scenario is found, chosen, guessed, walked and finished by keys alone', async ({ page }) => {
  const there = new ScenarioPage(page);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await page.goto(isolatedUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press('?');
  await expect(page.getByRole('dialog', { name: say('keys.title') })).toBeVisible();
  await press('Escape');
  await expect(there.dialog).toHaveCount(0);

  await press('Control+k');
  const find = page.getByRole('combobox', { name: say('page.find') });
  await expect(find).toBeFocused();
  await page.keyboard.type('one old value');
  await expect(page.getByRole('option', { selected: true })).toContainText('One old value');
  await press('Enter');
  await there.moment(0);

  // Digits choose; the first is what happens by itself.
  await press('1');
  await there.moment(1);
  // J walks the choices; Enter takes the one in focus.
  await press('j');
  await expect(there.choices.getByRole('button').first()).toBeFocused();
  await press('Enter');
  await there.moment(2);
  await press('ArrowRight');
  await there.moment(3);

  // Until the question is answered, digits choose nothing.
  const question = page.getByRole('region', { name: /which of the two/i });
  await expect(question).toBeVisible();
  await press('1');
  await press('a');
  await expect(page.getByRole('region', { name: say('predict.label') })).toContainText(say('predict.see'));
  await there.moment(3);
  await press('ArrowRight');
  await there.moment(4);
  await press('End');
  const end = await there.moment(5);
  expect(end.sentence).toContain(say('verdict.violated'));
  await expect(there.next).toBeDisabled();

  // Back, and another way: a try of its own; K and J walk the tries where focus is there.
  await press('Home');
  await there.moment(0);
  await press('2');
  await there.moment(1);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
  await there.tries.getByRole('button').first().focus();
  await press('Enter');
  await there.moment(5);
  await press('ArrowLeft');
  await there.moment(4);
  // Playing stops at the end by itself. Focus is on a button, which keeps Space for itself: leave it first.
  await press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press(' ');
  expect(await there.moment(5)).toEqual(end);
});

test('a dialog keeps the focus, and gives it back where it was', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const share = page.getByRole('button', { name: say('page.shareMoment') });
  await share.focus();
  await page.keyboard.press('Enter');
  await expect(there.dialog).toBeVisible();
  for (let turn = 0; turn < 12; turn++) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
    );
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();
});
