// A system's Firefox over WebDriver BiDi: Playwright drives only a Firefox that it built itself.

import { tmpdir } from 'node:os';
import puppeteer from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { buttonPath } from './driver.ts';

export async function openFirefox(executablePath: string): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Firefox refuses a home that is another user's, as it is where CI runs as root.
    env: { ...process.env, HOME: tmpdir() },
  });
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    goto: async (url) => void (await page.goto(url)),
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    click: (button) => page.locator(`xpath/${buttonPath(button)}`).click(),
    close: () => browser.close(),
  };
}
