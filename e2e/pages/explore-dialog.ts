// "Can any order break it?", asked and answered.

import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import { say } from '../words.ts';
import type { ScenarioPage } from './scenario-page.ts';

export class ExploreDialog {
  readonly dialog: Locator;
  readonly answer: Locator;

  constructor(there: ScenarioPage) {
    this.dialog = there.page.getByRole('dialog', { name: say('explore.title') });
    this.answer = this.dialog.locator('.explore-answer');
  }

  static async open(there: ScenarioPage): Promise<ExploreDialog> {
    await there.button('ask.explore').click();
    const opened = new ExploreDialog(there);
    await expect(opened.dialog).toBeVisible();
    return opened;
  }

  async setWorkers(count: number): Promise<void> {
    await this.dialog.getByText(say('explore.bounds')).click();
    await this.dialog.getByLabel(say('explore.workers')).fill(String(count));
  }

  /** Searches and gives the answer in words, without how long it took. */
  async search(): Promise<string> {
    await this.dialog.getByRole('button', { name: say('explore.go'), exact: true }).click();
    await expect(this.answer).toBeVisible();
    return (await this.answer.innerText()).replace(/[\d.]+ s\b/, '');
  }

  async watch(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: say('explore.watch') })
      .first()
      .click();
    await expect(this.dialog).toHaveCount(0);
  }
}
