// One page for all tests of a worker that only look at what stands there: the app is loaded anew in it for each of them,
// with nothing kept from before, but no process is started for it and no script compiled again. A test that puts scripts
// or routes into its page, or looks at loading itself, has a page of its own (`test` of Playwright).

import type { CDPSession, Page } from '@playwright/test';
import { test as base } from '@playwright/test';
import { isolatedUrl } from './hosts.ts';
import { patience } from './patience.ts';

/** A page of ours without the app: from here an address is opened from nothing, in the same process. */
export const NO_APP = `${isolatedUrl}icon.svg`;

interface Same {
  readonly page: Page;
  readonly devtools: CDPSession;
}

export const test = base.extend<object, { same: Same }>({
  same: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      context.setDefaultTimeout(20_000 * patience);
      const page = await context.newPage();
      await use({ page, devtools: await context.newCDPSession(page) });
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ same: { page, devtools }, viewport }, use) => {
    // What the page before would keep as it leaves is there when all is cleared: no page of ours stands there then.
    await page.goto(NO_APP);
    await devtools.send('Storage.clearDataForOrigin', {
      origin: new URL(isolatedUrl).origin,
      storageTypes: 'all',
    });
    await page.mouse.move(0, 0);
    await page.emulateMedia({ reducedMotion: null });
    if (viewport) await page.setViewportSize(viewport);
    await use(page);
  },
});
