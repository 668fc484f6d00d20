// Between a step and its neighbour nothing moves but what the step changed: measured on the page itself, in boxes, as the
// views' contract measures it in coordinates (src/systems/contract-view.test.tsx).

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { listed } from './headless.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { NO_APP, test } from './same-page.ts';
import { say } from './words.ts';

interface Box {
  /** The line of the outline that tells of it. */
  readonly told: string | null;
  readonly place: readonly number[];
}
interface Drawn {
  /** The page of steps, and a view's own: a page that is turned may move everything. */
  readonly page: string;
  /** Promises in their order: one that is violated goes first in that step, and the rows make room for it. */
  readonly promises: string;
  readonly boxes: Readonly<Record<string, Box>>;
}

/** What keeps its place; the lamp and what follows it, and what may come next, do not. */
const KEEPS =
  '.stage :is([data-told], [data-part]:not([data-part~="lamp"])), .view-tabs button, button.heading, .tick, .strip-label, .cell, .transport button:not([data-asks-compare])';

const drawn = (page: Page): Promise<Drawn> =>
  page.evaluate((keeps) => {
    const counts = new Map<string, number>();
    const boxes: Record<string, { told: string | null; place: number[] }> = {};
    for (const element of document.querySelectorAll(keeps)) {
      if (!element.checkVisibility()) continue;
      const told = element.getAttribute('data-told');
      // Of equal things each by its row, its number or its order.
      const row = element.closest('.strip-row');
      const rows = row?.parentElement?.children ?? [];
      const kind = [
        told ?? element.getAttribute('data-part') ?? '',
        element.tagName,
        ...element.classList,
        row ? [...rows].indexOf(row) : '',
        // A place that goes to another lane has another name.
        element.matches('[data-part="name"]') ? element.textContent : '',
        element.matches('.tick') ? /\d+/.exec(element.textContent ?? '') : '',
      ].join(' ');
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      const { x, y, width, height } = element.getBoundingClientRect();
      boxes[`${kind} ${count}`] = { told, place: [x + scrollX, y + scrollY, width, height].map(Math.round) };
    }
    const first =
      document.querySelector('.time-panel')?.getAttribute('data-first') ??
      document.querySelector('button.narrow-step')?.textContent ??
      '';
    const own = document.querySelector('[data-page]')?.getAttribute('data-page') ?? '';
    const promises = [...document.querySelectorAll('.strip-label')].map((one) => one.textContent).join('; ');
    return { page: `${first} ${own}`, promises, boxes };
  }, KEEPS);

/** The head of an arrow is larger and a border wider at the present step: no move. */
const EMPHASIS = 6;

function movedBetween(before: Drawn, after: Drawn, step: number): readonly string[] {
  if (before.page !== after.page) return [];
  return Object.entries(before.boxes).flatMap(([name, { told, place }]) => {
    const now = after.boxes[name];
    if (!now || told === `step ${step}`) return [];
    if (before.promises !== after.promises && /strip-label|\bcell\b/.test(name)) return [];
    const same = now.place.every((at, index) => Math.abs(at - (place[index] ?? 0)) <= EMPHASIS);
    return same ? [] : [`step ${step}: ${name} from ${place.join(' ')} to ${now.place.join(' ')}`];
  });
}

const WIDE =
  'look-aside thundering-herd clusters-incast consistency drop-an-entry fork merkle-path version-vectors concurrent today'.split(
    ' ',
  );
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 360, height: 740 },
];
/** Steps taken, then taken back. */
const STEPS = 9;

/** The buttons of what may come next, by their order; below them nothing keeps its place. */
const offered = (page: Page): Promise<readonly number[]> =>
  page
    .locator('.next > ul:not([aria-label]) .offered')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top + scrollY)));

/** A race, and two that open with an experiment. */
const CHOSEN = ['stale-set', 'growth', 'clusters-incast'];

for (const { system, scenario, hash } of await listed()) {
  if (!CHOSEN.includes(scenario.id)) continue;
  test(`${system}/${scenario.id}: what may come next keeps its place from step to step`, async ({ page }) => {
    test.setTimeout(120_000 * patience);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moved: string[] = [];
    for (const size of SIZES.filter(({ width }) => width !== 1024)) {
      await page.setViewportSize(size);
      const there = await ScenarioPage.open(page, hash);
      await there.moment(0);
      if (size.width === 360) {
        const next = page.getByRole('tab', { name: new RegExp(`^${say('tab.next')}`) });
        await next.click();
        // On a tab the arrows walk the tabs.
        await next.evaluate((tab) => tab.blur());
      }
      let before: readonly number[] = [];
      for (let step = 1; step <= STEPS; step++) {
        if (await there.isOver()) break;
        await page.keyboard.press('ArrowRight');
        await there.moment(step);
        // By its key: on a phone the question stands in another tab.
        if ((await page.locator('.predict .skip').count()) > 0) await page.keyboard.press('s');
        const now = await offered(page);
        before.forEach((top, index) => {
          const at = now[index];
          if (at !== undefined && at !== top)
            moved.push(`${size.width} px, step ${step}: choice ${index + 1} from ${top} to ${at}`);
        });
        before = now;
      }
      await page.goto(NO_APP);
    }
    expect(moved).toEqual([]);
  });
}

/** Where a run goes fewer steps than that, all of them. */
async function movesIn(page: Page, hash: string): Promise<readonly string[]> {
  const there = await ScenarioPage.open(page, hash);
  await there.moment(0);
  const moved: string[] = [];
  let before = await drawn(page);
  // The lanes of a phone come by themselves.
  await expect
    .poll(async () => {
      before = await drawn(page);
      return Object.keys(before.boxes).length;
    })
    .toBeGreaterThan(8);
  let last = 0;
  for (let step = 1; step <= STEPS && !(await there.isOver()); step++) {
    // What may come is drawn once the question before it is out of the way.
    if (await there.skipQuestion()) before = await drawn(page);
    await page.keyboard.press('ArrowRight');
    await there.moment(step);
    const after = await drawn(page);
    moved.push(...movedBetween(before, after, step));
    before = after;
    last = step;
  }
  for (let step = last - 1; step >= 0; step--) {
    await page.keyboard.press('ArrowLeft');
    await there.moment(step);
    const after = await drawn(page);
    moved.push(...movedBetween(before, after, step + 1));
    before = after;
  }
  return moved;
}

for (const size of SIZES) {
  const phone = size.width === 360;
  for (const { system, scenario, hash } of await listed()) {
    // Wide, one of each kind; on a phone, where lanes change places, all.
    if (!phone && !WIDE.includes(scenario.id)) continue;
    test(`${system}/${scenario.id}: nothing moves but what a step changed, at ${size.width} px`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect(await movesIn(page, hash)).toEqual([]);
    });
  }
}
