// The main thread is never held up, and what is drawn stays where it is. Other programs on the machine can make any task
// long, so that each measurement is taken again where it is over, and the best of them counts: what is really long is
// long every time. The figures are always printed.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { linkAfter } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { longest, longTasks, watchLongTasks } from './long-tasks.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

/** Aimed at, and what fails. */
const GOAL_MS = 50;
const LIMIT_MS = 100;
const TIMES = 3;

async function calm(page: Page, what: string, act: () => Promise<void>): Promise<void> {
  const best: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await longTasks(page);
    await act();
    best.push(longest(await longTasks(page)));
    if (Math.min(...best) <= GOAL_MS) break;
  }
  const figures = best.map((ms) => (ms === 0 ? 'none' : `${ms.toFixed(0)} ms`)).join(', ');
  console.log(`longest task while ${what}: ${figures}`);
  test.info().annotations.push({ type: 'longest task', description: `${what}: ${figures}` });
  expect(Math.min(...best), `the longest task while ${what}`).toBeLessThanOrEqual(LIMIT_MS);
}

test('stepping, playing, exploring and comparing never hold up the page', async ({ page }) => {
  await watchLongTasks(page);
  const there = await ScenarioPage.open(page, '#/memcache/look-aside');
  await calm(page, 'stepping', async () => {
    await page.keyboard.press('Home');
    await there.moment(0);
    await there.stepOn(8);
  });
  await calm(page, 'playing', async () => {
    await page.keyboard.press('Home');
    await there.moment(0);
    await there.button('transport.play').click();
    await page.getByRole('combobox', { name: say('transport.speed') }).selectOption('10');
    await expect(there.button('transport.play')).toBeVisible({ timeout: 20_000 });
  });
  await calm(page, 'exploring', async () => {
    const dialog = await ExploreDialog.open(there);
    await dialog.search();
    await page.keyboard.press('Escape');
    await expect(there.dialog).toHaveCount(0);
  });
  await calm(page, 'comparing', async () => {
    await page.getByRole('button', { name: /^compare with/i }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('compare.title') })).toBeVisible();
    await expect(page.getByRole('slider').first()).toBeVisible();
    await page.getByRole('button', { name: say('compare.back') }).click();
    await there.ready();
  });
});

test('a run of over 100,000 steps is opened, walked and kept without holding up the page', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { hash, step } = await linkAfter('look-aside', 1_000_000, { ops: 16_000 });
  expect(step).toBeGreaterThan(100_000);
  await watchLongTasks(page);
  await page.goto(isolatedUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const there = new ScenarioPage(page);
  await calm(page, `opening ${step} steps`, async () => {
    await page.goto(`${isolatedUrl}#/`);
    await page.getByRole('link', { name: /^Stale set/ }).waitFor();
    await page.evaluate((address) => {
      location.hash = address;
    }, hash);
    await expect(there.slider).toHaveAttribute('aria-valuenow', String(step), { timeout: 40_000 });
  });
  await calm(page, 'walking it', async () => {
    await page.keyboard.press('Home');
    await expect(there.slider).toHaveAttribute('aria-valuenow', '0');
    await page.keyboard.press('End');
    await expect(there.slider).toHaveAttribute('aria-valuenow', String(step));
    for (let back = 1; back <= 5; back++) {
      await page.keyboard.press('ArrowLeft');
      await expect(there.slider).toHaveAttribute('aria-valuenow', String(step - back));
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
