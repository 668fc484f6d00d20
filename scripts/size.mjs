// The JavaScript that a first visit to each page loads, gzip, against its budget: home, the corrections, and every
// scenario of every system. Measured, not derived: a browser opens the page from dist/ with nothing cached, and all it
// asks for until the network rests counts, workers and their chunks included. Then somebody moves the pointer: the
// session wakes, and what it and the system weigh is held to a bound of its own. `--json` prints one line for programs,
// `--files PAGE` what a page is made of.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { ensureBrowser, findChromium, root } from './project.mjs';
import { serve } from './serve.mjs';

const BUDGET_KB = { home: 130, corrections: 130, scenario: 150 };
/** All of it, once somebody is there. */
const AWAKE_KB = 235;
/** Less than React alone: then the page did not load, and the measurement says nothing. */
const LEAST_KB = 40;
/** Where nothing was asked for so long, nothing is on its way: a worker starts in less, and reads its system in less. */
const QUIET_MS = 1500;
/** Pages open at once, each in a browser context of its own. */
const AT_ONCE = 8;

/** @typedef {{ page: string, kB: number, budget: number, awake: number,
 *   files: [string, number][], verdict: string }} Weight */

/** @type {Map<string, number>} */
const sizes = new Map();
/** @param {string} dist @param {string} path */
function kBOf(dist, path) {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const kB = gzipSync(readFileSync(join(dist, path)), { level: 9 }).length / 1000;
  sizes.set(path, kB);
  return kB;
}

/** @param {string} dist @param {ReadonlySet<string>} asked */
function weightOf(dist, asked) {
  const files = [...asked]
    .filter((path) => path.endsWith('.js'))
    .map((path) => /** @type {[string, number]} */ ([path, kBOf(dist, path)]))
    .sort((a, b) => b[1] - a[1]);
  return { files, kB: files.reduce((sum, [, size]) => sum + size, 0) };
}

/** @param {number} kB @param {number} budget @param {number} awake @param {boolean} shown */
function verdictOf(kB, budget, awake, shown) {
  if (!shown) return 'shows no heading';
  if (kB < LEAST_KB) return 'too small to be true';
  if (kB > budget) return 'TOO BIG';
  return awake > AWAKE_KB ? `TOO BIG once it is awake, of ${AWAKE_KB}` : '';
}

/**
 * Every page's weight. Which scenarios there are, home says: its links lead to all of them.
 * @param {string} dist a built page
 * @param {(page: string) => boolean} wanted
 * @returns {Promise<Weight[]>}
 */
export async function weigh(dist = join(root, 'dist'), wanted = () => true) {
  await ensureBrowser();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath ? { executablePath } : {}),
  });
  sizes.clear();
  try {
    /** @param {string} page @param {string} fragment @param {number} budget */
    const weighed = async (page, fragment, budget) => {
      /** @type {Set<string>} */
      const asked = new Set();
      // A server of its own: what it was asked for is this page's alone, workers included.
      const server = await serve({ port: 0, folder: dist, onFile: (path) => asked.add(path) });
      const context = await browser.newContext();
      const tab = await context.newPage();
      await tab.goto(server.url + fragment, { waitUntil: 'networkidle' });
      const shown = await tab
        .getByRole('heading')
        .first()
        .waitFor()
        .then(
          () => true,
          () => false,
        );
      await tab.waitForLoadState('networkidle');
      const links = await tab
        .locator('a[href^="#/"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      const { files, kB } = weightOf(dist, asked);
      await tab.mouse.move(200, 200);
      await tab.mouse.move(210, 210);
      for (let seen = -1; seen < asked.size; ) {
        seen = asked.size;
        await tab.waitForTimeout(QUIET_MS);
      }
      const { kB: awake } = weightOf(dist, asked);
      await context.close();
      await server.close();
      return {
        weight: { page, kB, budget, awake, files, verdict: verdictOf(kB, budget, awake, shown) },
        links,
      };
    };
    const home = await weighed('home', '#/', BUDGET_KB.home);
    const scenarios = [...new Set(home.links.filter((href) => /^#\/[^/]+\/[^/]+$/.test(href)))];
    const rest = [
      { page: 'corrections', href: '#/corrections', budget: BUDGET_KB.corrections },
      ...scenarios.map((href) => ({ page: href.slice(2), href, budget: BUDGET_KB.scenario })),
    ].filter(({ page }) => wanted(page));
    /** @type {Weight[]} */
    const weights = [home.weight];
    for (let from = 0; from < rest.length; from += AT_ONCE) {
      const some = await Promise.all(
        rest.slice(from, from + AT_ONCE).map(({ page, href, budget }) => weighed(page, href, budget)),
      );
      weights.push(...some.map(({ weight }) => weight));
    }
    return weights;
  } finally {
    await browser.close();
  }
}

async function main() {
  const weights = await weigh();
  const wanted = process.argv[process.argv.indexOf('--files') + 1];
  if (process.argv.includes('--json')) console.log(JSON.stringify(weights));
  else if (process.argv.includes('--files')) {
    for (const [path, kB] of weights.find(({ page }) => page === wanted)?.files ?? []) {
      console.log(`${kB.toFixed(1).padStart(6)} kB  ${path}`);
    }
  } else {
    console.log('JavaScript of a first visit, kB gzip, workers included; and once somebody is there:');
    for (const { page, kB, budget, awake, files, verdict } of weights) {
      const line = `${kB.toFixed(1).padStart(6)} of ${budget} ${awake.toFixed(1).padStart(8)}  ${page} (${files.length} files)`;
      console.log(verdict ? `${line}: ${verdict}` : line);
    }
  }
  if (weights.some(({ verdict }) => verdict)) process.exitCode = 1;
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
