// The picture at the top of the README: made with UPDATE_SCREENSHOT=1, else only looked for.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../scripts/project.mjs';
import { ScenarioPage } from './pages/scenario-page.ts';

const PICTURE = join(root, 'docs/screenshot.png');

test.use({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' });

test('the README has its picture: the race at the moment it goes wrong', async ({ page }) => {
  if (process.env.UPDATE_SCREENSHOT) {
    const there = await ScenarioPage.open(page, '#/memcache/stale-set');
    await there.stepOn(5);
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: PICTURE });
  }
  expect(statSync(PICTURE).size).toBeGreaterThan(20_000);
});
