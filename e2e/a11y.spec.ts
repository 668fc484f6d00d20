// axe on every page and state a learner comes through: at four sizes in two themes, each size in both languages.

import { expect, test } from '@playwright/test';
import { serious } from './axe.ts';
import { isolatedUrl } from './hosts.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import type { Language } from './words.ts';
import { say } from './words.ts';

const SIZES = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1024, height: 768 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 360, height: 740 },
} as const;

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    // What a language changes in the roles, names and sizes of things does not depend on the colours.
    const spoken: readonly Language[] =
      (size === 'desk' || size === 'tablet') === (colorScheme === 'light') ? ['en'] : ['zh'];
    for (const language of spoken) {
      test.describe(`${size}, ${colorScheme}, ${language}`, () => {
        test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

        test('axe finds nothing serious on any page or dialog', async ({ page }) => {
          const found: string[] = [];
          const look = async (where: string): Promise<void> => {
            for (const one of await serious(page)) found.push(`${where}: ${one}`);
          };
          const here = `${isolatedUrl}?lang=${language}`;
          const there = new ScenarioPage(page, language);
          const dialog = async (key: string, where: string): Promise<void> => {
            await page.keyboard.press(key);
            await expect(there.dialog).toBeVisible();
            await look(where);
            await page.keyboard.press('Escape');
            await expect(there.dialog).toHaveCount(0);
          };
          await page.goto(here);
          await expect(page.getByRole('link', { name: /memcache|stale|过期/i }).first()).toBeVisible();
          await look('the first page');
          await page.goto(`${here}#/corrections`);
          await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
          await look('the corrections');

          await page.goto(`${here}#/memcache/stale-set`);
          await there.ready();
          await look('a scenario at its start');
          await there.stepOn(3);
          await look('a scenario with its question');
          await dialog('?', 'the list of keys');
          await dialog('Control+k', 'find');
          await there.stepOn(2);
          await look('a scenario that ended wrong');

          await there.button('page.shareMoment').click();
          await expect(there.dialog).toBeVisible();
          await look('sharing');
          await page.keyboard.press('Escape');

          if (size === 'phone') {
            await page.getByRole('tab', { name: new RegExp(`^${say('tab.tries', {}, language)}`) }).click();
            await look('the tab of tries');
          }
          await there.button('ask.explore').click();
          // It searches as it opens.
          await expect(there.button('explore.again')).toBeVisible();
          await look('exploring, done');
          await page.keyboard.press('Escape');

          await page.goto(`${here}#/v1/memcache/stale-set?m=1&k=AAAA`);
          await expect(page.getByRole('alert')).toBeVisible();
          await look('an error');
          expect(found).toEqual([]);
        });
      });
    }
  }
}
