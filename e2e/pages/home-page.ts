// The first page: the scenarios, the runs kept in this browser, opening a file.

import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { isolatedUrl } from '../hosts.ts';
import { say } from '../words.ts';

export class HomePage {
  readonly page: Page;
  /** One button a kept run. */
  readonly kept: Locator;

  constructor(page: Page) {
    this.page = page;
    this.kept = page.getByRole('button', { name: new RegExp(say('home.keptStep').replace(/\{.*/, '\\d+')) });
  }

  static async open(page: Page, host: string = isolatedUrl): Promise<HomePage> {
    await page.goto(`${host}#/`);
    const home = new HomePage(page);
    await home.ready();
    return home;
  }

  async ready(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(this.page.getByRole('button', { name: say('page.openFile') })).toBeVisible();
  }

  async openFile(file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: say('page.openFile') }).click();
    await (await chooser).setFiles(file);
  }
}
