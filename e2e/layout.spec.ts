// Every scenario's steps at the sizes that count: no label is cut or crossed, nothing that sticks covers a verdict, and
// verdicts cover no lane.

import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { listed } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { test } from './same-page.ts';

/** A wide one last, at which the next key is pressed. */
const SIZES = [
  [2560, 1440],
  [360, 740],
  [768, 1024],
  [1024, 768],
  [1366, 768],
  [1440, 900],
] as const;

/** CI looks at each size in one of the languages: the other one in the scenario after it. */
const sizesFor = (language: 'en' | 'zh', scenario: number) =>
  SIZES.filter((_, index) => !process.env.CI || (index + scenario + (language === 'zh' ? 1 : 0)) % 2 === 1);

/** What is wrong with the page as it stands, in words; nothing where it is well. */
function faults(): readonly string[] {
  // A question that is led to scrolls the page, whenever it comes.
  scrollTo(0, 0);
  const found: string[] = [];
  const say = (what: string, element: Element): void => {
    found.push(`${what}: ${(element.textContent ?? '').trim().slice(0, 60)}`);
  };
  const all = (selector: string): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.getClientRects().length > 0);
  const meet = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  for (const label of all('.chip, .verdict-word, .lane-name b, .lane-name span, .narrow-label, .tick')) {
    if (label.scrollWidth > label.clientWidth + 1 && getComputedStyle(label).display !== 'inline')
      say('cut', label);
  }
  const headings = all('button.heading');
  for (const heading of headings) {
    const words = [...heading.querySelectorAll('span')].map((one) => one.getBoundingClientRect().bottom);
    if (Math.max(0, ...words) > heading.getBoundingClientRect().bottom + 2) say('heading too tall', heading);
  }
  const chips = all('.chip');
  for (const [index, chip] of chips.entries()) {
    const box = chip.getBoundingClientRect();
    for (const name of all('.lane-name b')) {
      if (meet(box, name.getBoundingClientRect())) say('over a name', chip);
    }
    for (const other of chips.slice(index + 1)) {
      if (meet(box, other.getBoundingClientRect())) say('over another', chip);
    }
  }
  // Verdicts are in sight, and nothing lies over them.
  const wide = innerWidth >= 640 && innerHeight >= 768;
  for (const row of all('.strip-row')) {
    const box = row.getBoundingClientRect();
    if (wide && (box.bottom > innerHeight || box.top < 0)) say('verdicts out of sight', row);
    const over = document.elementFromPoint(box.left + 8, box.top + box.height / 2);
    if (wide && over && !row.contains(over) && !over.contains(row))
      say(`verdicts covered by <${over.tagName} class="${over.getAttribute('class') ?? ''}">`, row);
  }
  // And in the races of Memcache they cover no lane, nor what stands on it: the lanes are whole above them, but in a small
  // window or where a picture of the moment stands above the lanes.
  const foot = all('.time-panel > .axis-foot').find((one) => getComputedStyle(one).position === 'sticky');
  const race = location.hash.includes('/memcache/');
  if (race && wide && innerWidth >= 1200 && foot && all('.time-panel > .moment').length === 0) {
    const { top } = foot.getBoundingClientRect();
    for (const part of all('.stage :is(.lane-name b, .chip)'))
      if (part.getBoundingClientRect().bottom > top + 1) say('under the verdicts', part);
  }
  return found;
}

const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** What stays wrong: a page that was a phone’s a moment ago may still be arranging itself. */
async function lastingFaults(page: Page): Promise<readonly string[]> {
  await atRest(page);
  let found = await page.evaluate(faults);
  for (let look = 0; found.length > 0 && look < 20; look++) {
    await page.waitForTimeout(100);
    found = await page.evaluate(faults);
  }
  return found;
}

/** The tabs that a phone has under a run; none where the page has none. */
async function phoneTabs(page: Page): Promise<readonly Locator[]> {
  await page.setViewportSize({ width: 360, height: 740 });
  await atRest(page);
  return page.locator('.phone-tabs > [role=tablist] > [role=tab]').filter({ visible: true }).all();
}

for (const [index, { system, scenario, hash }] of (await listed()).entries()) {
  test(`${system}/${scenario.id}: no label is cut or crossed, and every verdict is in sight`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wrong: string[] = [];
    for (const language of ['en', 'zh'] as const) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${isolatedUrl}?lang=${language}${hash}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const transport = page.locator('.transport');
      // An experiment leads: its small run is one key away.
      await expect(async () => {
        if (!(await transport.isVisible())) await page.keyboard.press('v');
        await expect(transport).toBeVisible({ timeout: 1000 });
      }).toPass();
      for (const key of ['', 'ArrowRight', 'End'] as const) {
        if (key !== '') await page.keyboard.press(key);
        if (key === 'End') await expect(page.locator('.next-step')).toHaveAttribute('aria-disabled', 'true');
        for (const [width, height] of sizesFor(language, index)) {
          await page.setViewportSize({ width, height });
          for (const fault of await lastingFaults(page)) {
            wrong.push(`${language} ${width}x${height} ${key || 'start'}: ${fault}`);
          }
        }
      }
      for (const tab of await phoneTabs(page)) {
        await tab.click();
        await atRest(page);
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
          wrong.push(`${language} 360x740: ${await tab.textContent()} widens the page`);
      }
    }
    expect(wrong).toEqual([]);
  });
}
