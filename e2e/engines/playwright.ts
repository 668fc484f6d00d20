// A browser that Playwright drives: the system's Chromium, or any of those that Playwright downloads.

import type { BrowserType } from '@playwright/test';
import type { Driver } from './driver.ts';

export async function openWithPlaywright(type: BrowserType, executablePath?: string): Promise<Driver> {
  const browser = await type.launch({
    args: type.name() === 'chromium' ? ['--no-sandbox'] : [],
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await browser.newPage();
  return {
    version: `${type.name()} ${browser.version()}`,
    goto: async (url) => void (await page.goto(url)),
    evaluate: <T>(expression: string) => page.evaluate<T>(expression),
    click: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    close: () => browser.close(),
  };
}
