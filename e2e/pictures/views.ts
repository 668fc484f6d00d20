// What there is to look at: each view of the page as a person comes to it, by its buttons, in either language.

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { panels } from '../../src/app/panels/text.en.ts';
import { panels as panelsZh } from '../../src/app/panels/text.zh.ts';
import { ScenarioPage } from '../pages/scenario-page.ts';
import type { Language } from '../words.ts';
import { say } from '../words.ts';

export const SIZES = ['1440x900', '1366x768', '1024x768', '768x1024', '360x740', '2560x1440'] as const;
export const sizeOf = (size: string): { readonly width: number; readonly height: number } => {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { width, height };
};

export interface Asked {
  readonly page: Page;
  /** Where the build is served. */
  readonly host: string;
  readonly language: Language;
}
/** Leads to a view and waits until it is all there. */
export type View = (asked: Asked) => Promise<void>;

async function open({ page, host, language }: Asked, scenario: string): Promise<ScenarioPage> {
  await page.goto(`${host}?lang=${language}#/memcache/${scenario}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  return new ScenarioPage(page, language);
}

/** Tried so often, a while apart, a step has been made. */
const MOST_TRIES = 60;
const A_WHILE_MS = 100;

/** The race of the paper, on to where this shows; a question on the way is skipped. */
async function race(asked: Asked, shows: string | null): Promise<ScenarioPage> {
  const there = await open(asked, 'stale-set');
  await there.ready();
  if (shows === null) return there;
  const shown = asked.page.locator(shows).filter({ visible: true });
  for (let tries = 0; tries < MOST_TRIES && (await shown.count()) === 0; tries++) {
    const step = await there.step();
    await there.skipQuestion();
    // At its end it cannot be pressed any more, or another button stands in its place.
    await there.next.click({ timeout: 10 * A_WHILE_MS }).catch(() => undefined);
    for (let waited = 0; waited < 20 && (await there.step()) === step; waited++)
      await asked.page.waitForTimeout(A_WHILE_MS);
  }
  await expect(shown.first()).toBeVisible();
  return there;
}
const ITS_END = '.ending';
const ITS_QUESTION = '.predict-question';

const panel =
  (key: 'panel.map' | 'panel.why' | 'panel.goals'): View =>
  async (asked) => {
    const { page, language } = asked;
    await race(asked, ITS_END);
    const words = language === 'zh' ? panelsZh : panels;
    const button = page
      .getByRole('tab', { name: words[key] })
      .or(page.getByRole('button', { name: words[key] }));
    const tries = page.getByRole('tab', { name: new RegExp(`^${say('tab.tries', {}, language)}`) });
    if (!(await button.first().isVisible())) await tries.click();
    await button.first().click();
    await expect(page.locator(`#${await button.first().getAttribute('aria-controls')}`)).not.toBeEmpty();
    await page.waitForLoadState('networkidle');
    await expect(page.locator('main progress')).toHaveCount(0);
    await button.first().scrollIntoViewIfNeeded();
  };

const experiment =
  (scenario: string): View =>
  async (asked) => {
    await open(asked, scenario);
    // Its answer is there where nothing works any more.
    await expect(asked.page.locator('main [role="progressbar"], main progress')).toHaveCount(0);
  };

export const VIEWS: Readonly<Record<string, View>> = {
  home: async ({ page, host, language }) => {
    await page.goto(`${host}?lang=${language}`);
    await expect(page.locator('.home-system').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
  },
  'stale-set-start': async (asked) => void (await race(asked, null)),
  'stale-set-choices': async (asked) => {
    const { page, language } = asked;
    const there = await race(asked, null);
    await there.stepOn(1);
    const tab = page.getByRole('tab', { name: new RegExp(`^${say('tab.next', {}, language)}`) });
    if (await tab.isVisible()) await tab.click();
    await expect(page.locator('#next-label').filter({ visible: true })).toBeVisible();
  },
  'stale-set-prediction': async (asked) => void (await race(asked, ITS_QUESTION)),
  'stale-set-end': async (asked) => void (await race(asked, ITS_END)),
  compare: async (asked) => {
    await race(asked, ITS_END);
    await asked.page.locator('[data-asks-compare]').filter({ visible: true }).first().click();
    await expect(asked.page.locator('.compare-said')).toBeVisible();
    await asked.page.waitForLoadState('networkidle');
  },
  map: panel('panel.map'),
  why: panel('panel.why'),
  goals: panel('panel.goals'),
  incast: experiment('clusters-incast'),
  growth: experiment('growth'),
  billion: experiment('billion'),
  gutter: experiment('gutter'),
  herd: experiment('thundering-herd'),
};
