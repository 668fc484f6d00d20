// What can be pressed is large enough: 24 px each way where there is a pointer, 44 on a phone; every control of every page,
// measured. A word in a sentence is as tall as its line; a place in the drawing that is smaller is also in a list.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { panels } from '../src/app/panels/text.en.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

const KINDS = [
  { of: 'a pointer', least: 24, use: { viewport: { width: 1440, height: 900 } } },
  { of: 'a thumb', least: 44, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
] as const;

/** Each visible control that is smaller, with its size; those under an open dialog cannot be reached. */
function tooSmall(least: number): readonly string[] {
  const controls =
    'a[href], button, select, input, textarea, summary, [role="tab"], [role="switch"], [role="slider"]';
  const within = document.querySelector('dialog[open]') ?? document;
  const found: string[] = [];
  for (const one of within.querySelectorAll<HTMLElement>(controls)) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(':disabled')) continue;
    // Only for those who listen; a word in a sentence; a choice in the headings, which is a column of the lanes below.
    if (one.closest('.visually-hidden, .skip-link') || one.matches('.term, p a, .heading.offers button'))
      continue;
    const boxes = [one, one.closest('label')].flatMap((each) => (each ? [each.getBoundingClientRect()] : []));
    const width = Math.max(...boxes.map((box) => box.width));
    const height = Math.max(...boxes.map((box) => box.height));
    if (width === 0 || (width >= least - 0.5 && height >= least - 0.5)) continue;
    const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
    found.push(
      `${one.className || one.tagName}: ${name.trim().slice(0, 40)}: ${width.toFixed(1)} x ${height.toFixed(1)}`,
    );
  }
  return [...new Set(found)];
}

const panelOf = (page: Page, key: 'panel.map' | 'panel.why' | 'panel.goals') => {
  const named = { name: panels[key] };
  return page.getByRole('tab', named).or(page.getByRole('button', named)).first();
};

for (const { of, least, use } of KINDS) {
  test.describe(`for ${of}, ${least} px`, () => {
    test.use(use);
    const phone = least === 44;

    test('on every page', async ({ page }) => {
      test.setTimeout(120_000 * patience);
      const small: string[] = [];
      const there = new ScenarioPage(page);
      const look = async (where: string): Promise<void> => {
        for (const one of await page.evaluate(tooSmall, least)) small.push(`${where}: ${one}`);
      };
      const tab = async (name: 'story' | 'next' | 'state' | 'tries'): Promise<void> => {
        if (phone) await page.getByRole('tab', { name: new RegExp(`^${say(`tab.${name}`)}`) }).click();
      };
      /** A key meant for the page goes to a dialog that is not gone yet. */
      const closed = async (): Promise<void> => {
        await page.keyboard.press('Escape');
        await expect(there.dialog).toHaveCount(0);
      };
      await HomePage.open(page);
      await look('home');
      await ScenarioPage.open(page, '#/memcache/stale-set');
      await look('start');
      await there.stepOn(3);
      await look('question');
      await there.skipQuestion();
      for (const name of ['next', 'state', 'tries'] as const) {
        await tab(name);
        await look(name);
      }
      await page.keyboard.press('End');
      await expect(page.locator('.ending').first()).toBeAttached();
      await tab('story');
      await look('end');
      await tab('tries');
      for (const key of ['panel.goals', 'panel.why', 'panel.map'] as const) {
        await panelOf(page, key).click();
        await expect(page.locator('main progress')).toHaveCount(0);
        await look(key);
      }
      await there.button('page.shareMoment').click();
      await expect(there.dialog).toBeVisible();
      await look('share');
      await closed();
      await page.keyboard.press('?');
      await expect(there.dialog).toBeVisible();
      await look('keys');
      await closed();
      await page.keyboard.press('Control+k');
      await expect(there.dialog.getByRole('combobox')).toBeVisible();
      await look('find');
      await closed();
      const explore = await ExploreDialog.open(there);
      await explore.search();
      await look('search');
      await closed();
      await page.locator('[data-asks-compare]').filter({ visible: true }).last().click();
      await expect(page.locator('.compare-said')).toBeVisible();
      await look('compare');
      expect(small).toEqual([]);
    });

    test('on an experiment, and with all its switches', async ({ page }) => {
      const small: string[] = [];
      const there = new ScenarioPage(page);
      for (const scenario of ['growth', 'clusters-incast']) {
        await page.goto(`/#/memcache/${scenario}`);
        await expect(page.locator('.experiment-figures')).toBeVisible();
        const tabs = page.locator('.experiment-tabs > [role="tablist"] > [role="tab"]');
        for (let at = 0; at < Math.max(1, await tabs.count()); at++) {
          if (phone) await tabs.nth(at).click();
          for (const one of await page.evaluate(tooSmall, least)) small.push(`${scenario} ${at}: ${one}`);
        }
      }
      await ScenarioPage.open(page, '#/memcache/growth');
      await there.stepOn(2);
      if (phone) await page.getByRole('tab', { name: new RegExp(`^${say('tab.tries')}`) }).click();
      await there.button('switches.more').click();
      await expect(there.dialog).toBeVisible();
      for (const one of await page.evaluate(tooSmall, least)) small.push(`switches: ${one}`);
      expect(small).toEqual([]);
    });
  });
}
