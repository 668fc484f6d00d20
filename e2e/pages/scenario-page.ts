// A scenario page as a person or a screen reader finds their way about it.

import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { parseLink } from '../../src/share/link.ts';
import { isolatedUrl } from '../hosts.ts';
import type { Language } from '../words.ts';
import { say } from '../words.ts';

/** What identifies a moment: two of them are equal only where everything shown is. */
export interface Moment {
  readonly step: number;
  readonly fingerprint: string;
  /** What the live region says: the sentence, and what turned. */
  readonly sentence: string;
}

export class ScenarioPage {
  readonly page: Page;
  readonly language: Language;
  readonly next: Locator;
  readonly back: Locator;
  readonly last: Locator;
  readonly first: Locator;
  readonly slider: Locator;
  readonly live: Locator;
  readonly story: Locator;
  readonly choices: Locator;
  readonly tries: Locator;
  readonly notice: Locator;
  readonly dialog: Locator;

  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.language = language;
    // They are looked for where they stand: to find one by its name all over the page costs as much as a small step.
    const transport = page.locator('.transport');
    const inTransport = (key: Parameters<typeof say>[0]): Locator =>
      transport.getByRole('button', { name: this.say(key), exact: true });
    this.next = inTransport('transport.next');
    this.back = inTransport('transport.back');
    this.last = inTransport('transport.last');
    this.first = inTransport('transport.first');
    this.slider = page.getByRole('slider').first();
    this.live = page.locator('[aria-live="polite"][data-fingerprint]');
    this.story = page.getByRole('region', { name: this.say('tab.story') });
    this.choices = page.getByRole('region', { name: this.say('next.label') });
    this.tries = page.getByRole('region', { name: this.say('tries.label') });
    this.notice = page.locator('.notice');
    this.dialog = page.getByRole('dialog');
  }

  /** Opens an address (from its `#`) and waits until there is a moment to see: under load, of the small run. */
  static async open(page: Page, hash: string, host: string = isolatedUrl): Promise<ScenarioPage> {
    const opened = new ScenarioPage(page);
    await page.goto(host + hash);
    const small = page
      .locator('.small-run .button, .experiment-bar .button, .opens-steps')
      .filter({ visible: true })
      .first();
    await expect(opened.next.or(small).first()).toBeVisible();
    if (await small.isVisible()) await small.click();
    await opened.ready();
    await opened.still();
    return opened;
  }

  /** A picture that arrives moves what is below it, and a press between its down and its up: buttons stand still first. */
  private async still(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const began = performance.now();
          let since = began;
          let last: number | undefined;
          const look = (): void => {
            const now = performance.now();
            const top = document.querySelector('.transport')?.getBoundingClientRect().top;
            if (top !== last) [last, since] = [top, now];
            if (now - since > 250 || now - began > 5_000) resolve();
            else setTimeout(look, 50);
          };
          look();
        }),
    );
  }

  private say(key: Parameters<typeof say>[0], args?: Parameters<typeof say>[1]): string {
    return say(key, args, this.language);
  }

  button(key: Parameters<typeof say>[0], args?: Parameters<typeof say>[1]): Locator {
    return this.page.getByRole('button', { name: this.say(key, args), exact: true });
  }

  async ready(): Promise<void> {
    await expect(this.next).toBeVisible();
    await expect(this.live).not.toBeEmpty();
    // Until the picture stands, what is below it moves.
    await expect(this.page.locator('.stage-due')).toHaveCount(0);
  }

  /** The moment of this step, as soon as the live region tells it and the slider, where there is one, stands there. */
  async moment(step: number): Promise<Moment> {
    const begins = this.say('step.short', { step });
    const shown = await this.page.waitForFunction(
      ([at, opening]) => {
        const live = document.querySelector('[aria-live="polite"][data-fingerprint]');
        const slider = document.querySelector('[role="slider"]');
        const sentence = live?.textContent ?? '';
        const value = slider?.getAttribute('aria-valuenow') ?? String(at);
        if (
          value !== String(at) ||
          !sentence.startsWith(opening) ||
          /\d/.test(sentence.charAt(opening.length))
        )
          return null;
        return { step: at, fingerprint: live?.getAttribute('data-fingerprint') ?? '', sentence };
      },
      [step, begins] as const,
      { timeout: 20_000 },
    );
    return (await shown.jsonValue()) as Moment;
  }

  /** The address (from its `#`) of the run's last step, the one on screen: it follows the moment a little later. */
  async addressAt(step: number): Promise<string> {
    const hash = (): string => new URL(this.page.url()).hash;
    const steps = (): number => {
      const link = parseLink(hash());
      if (!link.ok || link.value.kind === 'plain') return 0;
      return link.value.choices.reduce((sum, run) => sum + Math.max(1, -run), 0);
    };
    await expect.poll(steps, { message: 'steps in the address' }).toBe(step);
    return hash();
  }

  /** The step told last. */
  async step(): Promise<number> {
    return Number(/\d+/.exec((await this.live.textContent()) ?? '')?.[0]);
  }

  /** Steps of the try shown. */
  async length(): Promise<number> {
    return Number(await this.slider.getAttribute('aria-valuemax'));
  }

  /** One step on; a question that stands open is skipped first. */
  async onward(): Promise<void> {
    await this.skipQuestion();
    await this.next.click();
  }

  /** At the end Next can be pressed no more; on a phone another button stands in its place. */
  async isOver(): Promise<boolean> {
    if ((await this.next.count()) === 0) return true;
    return (await this.next.getAttribute('aria-disabled')) === 'true';
  }

  /** Next does not pass a question. Says whether there was one. */
  async skipQuestion(): Promise<boolean> {
    // Its name has the key in it; the link that skips to the scenario begins alike.
    const skip = this.page.locator('.predict').getByRole('button', { name: this.say('predict.skip') });
    const asked = await skip.isVisible();
    if (asked) await skip.click();
    return asked;
  }

  /** From where it stands, so many steps on. */
  async stepOn(count: number): Promise<Moment> {
    let at = await this.step();
    for (const to = at + count; at < to; ) {
      await this.onward();
      await this.moment(++at);
    }
    return this.moment(at);
  }

  /** What each property's row says, cell by cell, under the property's name. */
  async rows(): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.page.locator('.strip-row').evaluateAll((all) =>
      all.map((row): [string, string[]] => {
        // The name without what only listeners get.
        const name = row.querySelector('.strip-label')?.cloneNode(true) as Element | undefined;
        for (const hidden of name?.querySelectorAll('.visually-hidden, [popover]') ?? []) hidden.remove();
        const cells = [...row.querySelectorAll('.cell')].map((cell) => cell.textContent ?? '');
        return [name?.textContent ?? '', cells];
      }),
    );
    return new Map(rows);
  }

  /** Everything that scrolls sideways, which nothing may. */
  async widerThanThePage(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }
}
