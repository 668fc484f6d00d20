// The JavaScript a first visit loads, gzip, against its budget. Measured, not derived: a browser opens the page
// from dist/ and whatever it asks for until the network rests counts, workers and their chunks included.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { ensureBrowser, findChromium, root } from './project.mjs';
import { serve } from './serve.mjs';

const BUDGET_KB = 150;
/** Less than React alone: then the page did not load, and the measurement says nothing. */
const LEAST_KB = 40;
const PAGES = { home: '#/', scenario: '#/memcache/stale-set' };

/** @param {string} path */
const gzipBytes = (path) => gzipSync(readFileSync(join(root, 'dist', path)), { level: 9 }).length;

/** @param {number} kB @param {boolean} shown */
function verdictOf(kB, shown) {
  if (!shown) return ': shows no heading';
  if (kB < LEAST_KB) return ': too small to be true';
  return kB >= BUDGET_KB ? ': TOO BIG' : '';
}

await ensureBrowser();
/** @type {Set<string>} */
const asked = new Set();
const server = await serve({ port: 0, onFile: (path) => asked.add(path) });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});

for (const [name, fragment] of Object.entries(PAGES)) {
  asked.clear();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url + fragment, { waitUntil: 'networkidle' });
  const heading = page.getByRole('heading').first();
  const shown = await heading.waitFor().then(
    () => true,
    () => false,
  );
  await page.waitForLoadState('networkidle');
  await context.close();
  const scripts = [...asked].filter((path) => path.endsWith('.js'));
  const kB = scripts.reduce((sum, path) => sum + gzipBytes(path), 0) / 1000;
  const verdict = verdictOf(kB, shown);
  console.log(
    `${name}: ${kB.toFixed(1)} kB of JavaScript (gzip) in ${scripts.length} files, budget ${BUDGET_KB} kB${verdict}`,
  );
  if (verdict) process.exitCode = 1;
}
await browser.close();
await server.close();
