// A sample of the pictures (`npm run pictures` takes them all), measured instead of looked at.

import { expect, test } from '@playwright/test';
import { isolatedUrl } from './hosts.ts';
import { ugly } from './pictures/measure.ts';
import { sizeOf, VIEWS } from './pictures/views.ts';
import type { Language } from './words.ts';

const SAMPLE: readonly (readonly [view: string, size: string, language: Language])[] = [
  ['home', '1440x900', 'en'],
  ['home', '1024x768', 'zh'],
  ['home', '360x740', 'en'],
  ['stale-set-prediction', '1366x768', 'en'],
  ['stale-set-end', '768x1024', 'zh'],
  ['stale-set-end', '360x740', 'en'],
  ['goals', '2560x1440', 'en'],
];

for (const [view, size, language] of SAMPLE) {
  test.describe(`${view}, ${size}, ${language}`, () => {
    test.use({ viewport: sizeOf(size), reducedMotion: 'reduce' });

    test('no text is cut, none lies over another, nothing sticky covers a promise', async ({ page }) => {
      await VIEWS[view]?.({ page, host: isolatedUrl, language });
      expect(await ugly(page)).toEqual([]);
    });
  });
}
