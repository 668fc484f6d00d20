// Every scenario of every system, from its plain link to its end and back.

import { expect } from '@playwright/test';
import type { Claim } from '../src/contract/system.ts';
import { headlessSession, listed } from './headless.ts';
import type { Moment } from './pages/scenario-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { test } from './same-page.ts';
import { say } from './words.ts';

/** Steps taken one by one; what is left of a longer run is run at once. */
const BY_HAND = 24;

/** How a property that ends so reads: somewhere in its row, or in the last cell of it. */
const WORDS: Readonly<Record<Exclude<Claim, 'does not apply'>, { word: string; where: 'ever' | 'last' }>> = {
  holds: { word: say('verdict.holds'), where: 'last' },
  violated: { word: say('verdict.violated'), where: 'ever' },
  reached: { word: say('verdict.reached'), where: 'ever' },
  'not reached': { word: say('verdict.not reached'), where: 'last' },
  unknown: { word: say('verdict.unknown'), where: 'last' },
};

for (const { system, scenario, hash, property } of await listed()) {
  test(`${system}/${scenario.id} steps to its claimed end and back through the same moments`, async ({
    page,
  }) => {
    // All steps there and back, on a machine that does other things.
    test.setTimeout(120_000 * patience);
    const session = headlessSession();
    await session.open({ system, scenario: scenario.id });
    const there = await ScenarioPage.open(page, hash);
    const moments: Moment[] = [await there.moment(0)];
    // What has no room in a low window can be asked for.
    const folded = page.locator('.strip-fold[aria-expanded="false"]');
    const seen = new Map(Object.keys(scenario.claims).map((name) => [name, [] as string[]]));
    while (moments.length <= BY_HAND && (await there.next.isEnabled())) {
      // The first step by its button, the others by the key that does the same.
      if (moments.length === 1) await there.onward();
      else {
        await there.skipQuestion();
        await page.keyboard.press('ArrowRight');
      }
      const moment = await there.moment(moments.length);
      const frame = await session.advance(1);
      expect(moment.fingerprint, `as without a browser in step ${moment.step}`).toBe(frame.fingerprint);
      moments.push(moment);
      if (await folded.isVisible()) await folded.click();
      const rows = await there.rows();
      for (const [name, words] of seen) {
        const row = rows.get(property(name)) ?? [];
        words.push(...row.slice(words.length > 0 ? -1 : 0));
      }
    }
    if (await there.next.isEnabled()) {
      await there.last.click();
      await expect(there.next).toBeDisabled();
    } else {
      const rows = await there.rows();
      for (const [name, claim] of Object.entries(scenario.claims)) {
        if (claim === 'does not apply') {
          expect((rows.get(property(name)) ?? []).join(' '), `${name} says why it does not apply`).not.toBe(
            '',
          );
          continue;
        }
        const words = seen.get(name) ?? [];
        const { word, where } = WORDS[claim];
        const shown = where === 'last' ? words.slice(-1) : words;
        expect(shown.join(' '), `${name} is claimed: ${claim}`).toContain(word);
        if (claim === 'holds') expect(words.join(' ')).not.toContain(say('verdict.violated'));
      }
    }
    if ((await there.step()) > BY_HAND) {
      await there.first.click();
      expect(await there.moment(0)).toEqual(moments[0]);
      return;
    }
    for (const before of moments.slice(0, -1).reverse()) {
      await page.keyboard.press('ArrowLeft');
      expect(await there.moment(before.step)).toEqual(before);
    }
  });
}
