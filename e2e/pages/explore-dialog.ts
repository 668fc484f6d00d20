// "Can any order break it?", asked and answered.

import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import { say } from '../words.ts';
import type { ScenarioPage } from './scenario-page.ts';

export class ExploreDialog {
  readonly there: ScenarioPage;
  readonly dialog: Locator;
  readonly answer: Locator;
  readonly stop: Locator;

  constructor(there: ScenarioPage) {
    this.there = there;
    this.dialog = there.page.getByRole('dialog', { name: say('explore.title') });
    this.answer = this.dialog.locator('.explore-answer');
    this.stop = this.dialog.getByRole('button', { name: say('explore.stop'), exact: true });
  }

  static async open(there: ScenarioPage): Promise<ExploreDialog> {
    await there.button('ask.explore').click();
    const opened = new ExploreDialog(there);
    await expect(opened.dialog).toBeVisible();
    return opened;
  }

  /** Begins a search that only Stop ends, and waits until it has seen states. */
  async begin(): Promise<void> {
    await this.under('explore.states', '50000000');
    await expect(this.stop).toBeVisible();
    await expect(this.dialog.getByText(/[1-9][\d,]* states, /)).toBeVisible();
  }

  /** Searches again under another bound. */
  async under(bound: 'explore.states' | 'explore.depth', value: string): Promise<void> {
    await this.stop.or(this.answer).first().waitFor();
    if (await this.stop.isVisible()) await this.stop.click();
    await this.dialog.getByText(say('explore.bounds')).click();
    await this.dialog.getByLabel(say(bound)).fill(value);
    await this.dialog
      .getByRole('button', { name: new RegExp(`^(${say('explore.go')}|${say('explore.again')})$`) })
      .click();
    await expect(this.answer).toHaveCount(0);
  }

  /** It has searched since it was opened: the answer in words, without how long it took. */
  async search(): Promise<string> {
    await expect(this.answer).toBeVisible({ timeout: 50_000 });
    return (await this.answer.innerText()).replace(/[\d.]+ s\b/, '');
  }

  /** It plays from the start; then to its end at once. */
  async watch(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: say('explore.watch') })
      .first()
      .click();
    await expect(this.dialog).toHaveCount(0);
    // A question on the way stops it, as it stops any playing.
    const question = this.there.page.locator('.predict').getByRole('button', { name: say('predict.skip') });
    await expect(this.there.button('transport.pause').or(question).first()).toBeVisible();
    await this.there.last.click();
  }
}
