// A browser and the built page for the benchmarks that need one. The build is made fresh; the server is the one of
// `npm start`.

import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { findChromium, runTool } from '../scripts/project.mjs';
import { serve } from '../scripts/serve.mjs';
import { assert } from '../src/base/assert.ts';
import { byHand } from '../src/session/by-hand.ts';
import { createSession } from '../src/session/session.ts';
import { catalog } from '../src/systems/catalog.ts';

/** Runs a measurement on a page of its own, at the address of the build. */
export async function inBrowser<T>(measure: (page: Page, url: string) => Promise<T>): Promise<T> {
  const { code, output } = await runTool('vite', ['build'], { quiet: true });
  assert(code === 0, `the page does not build:\n${output}`);
  const server = await serve({ port: 4390, nextFree: true });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The loader that runs these files wraps named functions in a helper of its own: pages are to have one too.
    await page.addInitScript('globalThis.__name ??= (wrapped) => wrapped');
    await page.goto('about:blank');
    return await measure(page, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}

export interface LongRun {
  /** The link of the whole run, from its `#`. */
  readonly hash: string;
  readonly steps: number;
}

/** A look-aside run as its scheduler plays it, of at most so many steps. */
export async function lookAside(ops: number, most: number): Promise<LongRun> {
  const session = byHand(
    createSession({
      catalog,
      runner: {
        run: () => Promise.reject(new Error('a look-aside run makes no jobs')),
        time: () => Promise.reject(new Error('a look-aside run times nothing')),
        search: () => Promise.reject(new Error('a look-aside run searches for nothing')),
      },
      clock: () => performance.now(),
      breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
    }),
  );
  await session.open({ system: 'memcache', scenario: 'look-aside', params: { ops } });
  const { length } = await session.advance(most);
  const link = await session.link();
  return { hash: link.slice(link.indexOf('#')), steps: length };
}

/** Opens a link in a page that is already there; in ms, until its last step is shown. */
export async function openRun(page: Page, url: string, { hash, steps }: LongRun): Promise<number> {
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  return page.evaluate(
    ([address, last]) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('the run does not open')), 120_000);
        const began = performance.now();
        const look = (): void => {
          const now = document.querySelector('[role="slider"]')?.getAttribute('aria-valuenow');
          const live = document.querySelector('[aria-live][data-fingerprint]')?.textContent ?? '';
          if (now !== String(last) || !live.includes(String(last))) return;
          seen.disconnect();
          resolve(performance.now() - began);
        };
        const seen = new MutationObserver(look);
        seen.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        location.hash = address;
      }),
    [hash, steps] as const,
  );
}
