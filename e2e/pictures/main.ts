// `npm run pictures`: takes the pages as a person sees them, from dist/, at every size, in both themes and languages,
// into pictures/ (which git ignores), so that somebody can look at them, and says what it measures to be ugly. Words
// after it narrow them down: views, sizes, themes, languages (`npm run pictures -- growth 360x740 zh`).

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, findChromium, root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { ugly } from './measure.ts';
import { SIZES, sizeOf, VIEWS } from './views.ts';

const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'zh'] as const;

const wanted = process.argv.slice(2);
/** Those that were asked for; all where none was. */
const some = <T extends string>(all: readonly T[]): readonly T[] => {
  const named = all.filter((one) => wanted.includes(one));
  return named.length > 0 ? named : all;
};
const known: readonly string[] = [...Object.keys(VIEWS), ...SIZES, ...THEMES, ...LANGUAGES];
const unknown = wanted.filter((one) => !known.includes(one));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}

await ensureBrowser();
const folder = join(root, 'pictures');
mkdirSync(folder, { recursive: true });
const server = await serve({ port: 0 });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});
let taken = 0;
let failed = 0;
for (const size of some(SIZES)) {
  for (const language of some(LANGUAGES)) {
    for (const name of some(Object.keys(VIEWS))) {
      const viewport = sizeOf(size);
      const hasTouch = viewport.width < 640;
      const context = await browser.newContext({ viewport, hasTouch, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      try {
        await VIEWS[name]?.({ page, host: server.url, language });
        await page.mouse.move(0, 0);
        await page.evaluate(() => document.fonts.ready);
        for (const colorScheme of some(THEMES)) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}-${language}.png`) });
          taken += 1;
        }
        for (const one of await ugly(page)) console.log(`${name} ${size} ${language}: ${one}`);
      } catch (error) {
        failed += 1;
        console.error(`${name} ${size} ${language} did not come: ${String(error).split('\n')[0]}`);
      }
      await context.close();
    }
  }
}
await browser.close();
await server.close();
console.log(`${taken} pictures in ${folder}${failed > 0 ? `; ${failed} views did not come` : ''}`);
if (failed > 0) process.exitCode = 1;
