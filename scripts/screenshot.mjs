// `npm run screenshot`: makes the picture at the top of the README anew, from dist/: the race at the moment it goes wrong.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, findChromium, root } from './project.mjs';
import { serve } from './serve.mjs';

const STEPS = 5;

await ensureBrowser();
const server = await serve({ port: 0 });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
// The race that home shows.
await page.goto(server.url);
await page.getByRole('link', { name: 'Open this race' }).click();
for (let step = 1; step <= STEPS; step++) {
  await page.getByRole('button', { name: 'Next step', exact: true }).click();
  await page.locator(`[role="slider"][aria-valuenow="${step}"]`).waitFor();
}
await page.mouse.move(0, 0);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: join(root, 'docs/screenshot.png') });
await browser.close();
await server.close();
