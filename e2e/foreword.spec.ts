// What the page's address is about is read before its script is there, and stays where it is when the page draws itself.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

const PAGES = [
  ['the first page', '#/', 'h1', '.home-says'],
  ['a race', '#/memcache/stale-set', 'h1', '.scenario-question, .sentence-now'],
  ['a tree', '#/sundr/fork', 'h1', '.scenario-question, .sentence-now'],
  ['an experiment', '#/memcache/growth', 'h1', null],
] as const;
const SIZES = [
  { width: 360, height: 740, lang: 'zh' },
  { width: 412, height: 823, lang: 'en' },
  { width: 768, height: 1024, lang: 'zh' },
  { width: 1366, height: 768, lang: 'en' },
  { width: 1440, height: 900, lang: 'zh' },
] as const;

interface Line {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly lines: number;
}

/** Files of this name do not arrive until they are let go. */
async function hold(page: Page, name: RegExp): Promise<() => void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(name, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** The words, where they begin, and over how many lines they go. */
const lineOf = (page: Page, selector: string): Promise<Line> =>
  page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top } = range.getBoundingClientRect();
    const tops = [...range.getClientRects()].map((rect) => Math.round(rect.top / 8));
    const words = element.textContent ?? '';
    return { words, left: Math.round(left), top: Math.round(top), lines: new Set(tops).size };
  });

for (const [name, hash, title, says] of PAGES) {
  for (const { width, height, lang } of SIZES) {
    test(`${name} at ${width}x${height}, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const letGo = await hold(page, /assets\/index-[\w-]+\.js/);
      await page.goto(`./?lang=${lang}${hash}`, { waitUntil: 'commit' });
      await page.locator('.foreword h1').waitFor();
      const before = [await lineOf(page, '.foreword h1')];
      if (says) before.push(await lineOf(page, '.foreword p'));
      letGo();
      await page.locator(`#main ${title}`).waitFor();
      await page.waitForTimeout(300);
      await expect(page.locator('.foreword')).toHaveCount(0);
      const after = [await lineOf(page, `#main ${title}`)];
      if (says) after.push(await lineOf(page, says));
      for (const [index, was] of before.entries()) {
        const is = after[index] as Line;
        expect({ words: is.words, left: is.left, lines: is.lines }).toEqual({
          words: was.words,
          left: was.left,
          lines: was.lines,
        });
        // What stands under the first page's race on a phone moves with its height.
        const within = name === 'the first page' && index === 1 && width < 640 ? 24 : 2;
        expect(Math.abs(is.top - was.top)).toBeLessThanOrEqual(within);
      }
    });
  }
}

test('it is gone for good when the reader goes elsewhere', async ({ page }) => {
  await page.goto('./#/');
  await page.locator('#main h1').waitFor();
  await page.evaluate(() => {
    location.hash = '#/memcache/stale-set';
  });
  await page.locator('.transport').waitFor();
  expect(await page.locator('.foreword').count()).toBe(0);
});

test('the whole page does not shift when a run that was long on its way takes the place of what was said meanwhile', async ({
  page,
}) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.addInitScript(() => {
    const shifted: string[] = [];
    Object.assign(window, { shifted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Element | null }[] })[])
        for (const { node } of entry.sources) shifted.push(node?.id || node?.className.toString() || '');
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('./#/memcache/stale-set');
  await page.locator('.transport').waitFor();
  // The page can draw the next run at once, and waits for it.
  const letGo = await hold(page, /assets\//);
  await page.evaluate(() => {
    location.hash = '#/sundr/fork';
  });
  await page.locator('.opening').waitFor();
  await page.waitForTimeout(600);
  letGo();
  await page.locator('.transport').waitFor();
  await page.waitForTimeout(300);
  const shifted = await page.evaluate(() => (window as unknown as { shifted: readonly string[] }).shifted);
  expect(shifted).not.toContain('main');
});
