// The page's own thread is never held up, and what is drawn stays where it is. A task is measured once, by what it takes
// of the processor, so that other programs on the machine neither make it longer nor excuse it.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { endlessSearch, linkAfter } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { keptAt } from './kept.ts';
import { tasksDuring } from './main-thread.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

const LIMIT_MS = 50 * patience;
/** Time to keep a long run, which begins some time after the last step. */
const KEEP_MS = 2_000;

async function calm(page: Page, what: string, act: () => Promise<void>): Promise<void> {
  const { count, longestMs } = await tasksDuring(page, act);
  console.log(`longest of ${count} tasks while ${what}: ${longestMs.toFixed(1)} ms`);
  expect(count, `tasks seen while ${what}`).toBeGreaterThan(0);
  expect(longestMs, `the longest task while ${what}, in ms`).toBeLessThanOrEqual(LIMIT_MS);
}

test('stepping, playing and comparing never hold up the page', async ({ page }) => {
  const { hash, step } = await linkAfter('look-aside', 40, { ops: 40 });
  const there = await ScenarioPage.open(page, hash);
  await there.moment(step);
  await calm(page, 'stepping on', async () => {
    await there.stepOn(12);
  });
  expect(await there.length(), 'every step was a new one').toBe(step + 12);
  await calm(page, 'stepping back', async () => {
    for (let back = 1; back <= 8; back++) {
      await page.keyboard.press('ArrowLeft');
      await there.moment(step + 12 - back);
    }
  });
  await calm(page, 'playing', async () => {
    await page.getByRole('combobox', { name: say('transport.speed') }).selectOption('10');
    await page.keyboard.press('Home');
    await there.moment(0);
    await there.button('transport.play').click();
    // Faster than a voice can follow: nothing is told, and the slider says where it is.
    await expect
      .poll(async () => Number(await there.slider.getAttribute('aria-valuenow')))
      .toBeGreaterThan(20);
    await there.button('transport.pause').click();
  });
  await calm(page, 'comparing', async () => {
    await page.getByRole('button', { name: /^compare\b/i }).click();
    await expect(page.getByRole('button', { name: say('compare.back') })).toBeVisible();
    await expect(page.getByRole('slider').first()).toBeVisible();
    await page.getByRole('button', { name: say('compare.back') }).click();
    await there.ready();
  });
});

test('a search of hundreds of thousands of states shows how far it is without holding up the page', async ({
  page,
}) => {
  const { hash } = await endlessSearch();
  const dialog = await ExploreDialog.open(await ScenarioPage.open(page, hash));
  await calm(page, 'searching', async () => {
    await dialog.begin();
    await page.waitForTimeout(3_000);
    await dialog.stop.click();
    await expect(dialog.answer).toBeVisible();
  });
});

test('a run of over 100,000 steps is opened, gone on with, kept and walked without holding up the page', async ({
  page,
}) => {
  test.setTimeout(120_000 * patience);
  const { hash, step } = await linkAfter('look-aside', 105_000, { ops: 16_000 });
  await page.goto(isolatedUrl);
  await page.getByRole('link', { name: /^Stale set/ }).waitFor();
  const there = new ScenarioPage(page);
  await calm(page, `opening ${step} steps`, async () => {
    await page.evaluate((address) => {
      location.hash = address;
    }, hash);
    await expect(there.slider).toHaveAttribute('aria-valuenow', String(step), { timeout: 40_000 });
  });
  let end = await there.moment(step);
  await calm(page, 'going on with it and keeping it', async () => {
    end = await there.stepOn(10);
    await page.waitForTimeout(KEEP_MS);
  });
  expect(await there.length(), 'ten steps were new').toBe(step + 10);
  await keptAt(page, end.fingerprint);
  await calm(page, 'walking it', async () => {
    await page.keyboard.press('Home');
    await there.moment(0);
    await page.keyboard.press('End');
    await there.moment(step + 10);
    for (let back = 1; back <= 5; back++) {
      await page.keyboard.press('ArrowLeft');
      await there.moment(step + 10 - back);
    }
  });
});

interface Drawn {
  /** Where each thing of the past stands, by what it is. */
  readonly past: Readonly<Record<string, string>>;
  /** Where the button stands that is pressed again and again. */
  readonly next: string;
}

const drawn = (page: Page, now: number): Promise<Drawn> =>
  page.evaluate((step) => {
    const past: Record<string, string> = {};
    const box = (each: Element): string => {
      // In the page, not in the window: bringing a button into view scrolls.
      const { left, top, width } = each.getBoundingClientRect();
      return [left + scrollX, top + scrollY, width].map((value) => Math.round(value * 10) / 10).join(' ');
    };
    for (const each of document.querySelectorAll('.lane-name')) past[`name ${each.textContent}`] = box(each);
    for (const each of document.querySelectorAll('.heading[aria-label]')) {
      past[`heading ${each.textContent} ${each.getAttribute('aria-label')}`] = box(each);
    }
    for (const each of document.querySelectorAll('.chip[data-when="past"], .chip[data-when="now"]')) {
      past[`chip ${each.textContent} at ${(each as HTMLElement).style.left}`] = box(each);
    }
    for (const each of document.querySelectorAll('.dot[data-when="past"], .dot[data-when="now"]')) {
      const at = `${each.getAttribute('cx')} ${each.getAttribute('cy')}`;
      past[`dot ${at}`] = at;
    }
    for (const each of document.querySelectorAll('.arrow:is([data-when="past"], [data-when="now"]) > line')) {
      const from = `${Math.round(Number(each.getAttribute('x1')))} ${Math.round(Number(each.getAttribute('y1')))}`;
      past[`arrow from ${from}`] = from;
    }
    for (let tick = 1; tick <= step; tick++) {
      const lane = document.querySelector(`.heading[aria-label$=" ${tick}"]`);
      if (lane) past[`step ${tick}`] = box(lane);
    }
    const next = document.querySelector('.next-step');
    return { past, next: next ? box(next) : '' };
  }, now);

for (const scenario of ['stale-set', 'look-aside']) {
  test(`nothing that is drawn of ${scenario} moves by stepping`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const there = await ScenarioPage.open(page, `#/memcache/${scenario}`);
    await there.stepOn(1);
    let before = await drawn(page, 1);
    expect(Object.keys(before.past).length).toBeGreaterThan(5);
    for (let step = 2; step <= 5; step++) {
      await there.stepOn(1);
      const after = await drawn(page, step);
      expect(after.past, `what was drawn before step ${step} stands where it stood`).toMatchObject(
        before.past,
      );
      expect(after.next, `the button stays under the pointer in step ${step}`).toBe(before.next);
      before = after;
    }
    for (let step = 4; step >= 1; step--) {
      await there.back.click();
      await there.moment(step);
      const after = await drawn(page, step);
      for (const [what, where] of Object.entries(after.past)) {
        if (before.past[what] !== undefined) expect(before.past[what], what).toBe(where);
      }
      before = after;
    }
  });
}
