// One scenario from the accessibility tree and the live region alone: nothing is looked at, everything is told.

import { expect, test } from '@playwright/test';
import { plain } from '../src/base/words.ts';
import { catalog } from '../src/systems/catalog.ts';
import { headlessSession } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { say } from './words.ts';

test('a scenario is found, stepped, asked about and ended by what a screen reader tells', async ({
  page,
}) => {
  const session = headlessSession();
  await session.open({ system: 'memcache', scenario: 'stale-set' });
  await session.advance(100);
  const { steps } = await session.track(0, 100);
  const words = (await catalog[0]?.words('en')) ?? {};
  const sentences = steps.map((step) => plain(words, step.sentence));

  await page.goto(isolatedUrl);
  await page.getByRole('link', { name: /^Stale set/ }).click();
  await expect(page).toHaveTitle(/Stale set/);

  // From here on only what is told is known.
  await page.getByRole('main').waitFor();
  const told: string[] = [];
  await page.exposeFunction('told', (sentence: string) => void told.push(sentence));
  await page.locator('[aria-live="polite"]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const live = document.querySelector('[aria-live="polite"]');
    const { told } = globalThis as unknown as { told: (sentence: string) => void };
    const tell = (): void => told(live?.textContent ?? '');
    tell();
    if (live)
      new MutationObserver(tell).observe(live, { childList: true, characterData: true, subtree: true });
  });

  const next = page.getByRole('button', { name: say('transport.next') });
  const slider = page.getByRole('slider');
  for (const [index, sentence] of sentences.entries()) {
    const question = page.getByRole('region', { name: /which of the two/i });
    if (await question.isVisible()) {
      await question.getByRole('button').first().click();
      await expect(page.getByRole('region', { name: say('predict.label') })).toContainText(
        say('predict.see'),
      );
    }
    await next.click();
    await expect.poll(() => told.at(-1) ?? '').toContain(sentence);
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      say('step.value', { step: index + 1, length: index + 1, sentence }),
    );
    const list = page
      .getByRole('list', { name: say('lanes.label') })
      .getByRole('listitem')
      .filter({ has: page.getByRole('button') });
    await expect(list).toHaveCount(index + 1);
    await expect(list.nth(index)).toContainText(sentence);
    await expect(list.nth(index)).toHaveAttribute('aria-current', 'step');
  }
  await expect(next).toBeDisabled();
  await expect(page.getByRole('region', { name: say('ending.label') })).toContainText(/memcached/);
  // How it ended was told, in words.
  expect(told.join('\n')).toMatch(
    new RegExp(`the cache ends up matching the database: ${say('verdict.violated')}`),
  );
  // Each step was told once, in order.
  const heard = told
    .map((line) => Number(/\d+/.exec(line)?.[0]))
    .filter((step, i, all) => step !== all[i - 1]);
  expect(heard).toEqual([0, ...sentences.map((_, index) => index + 1)]);
});

test('the ruler is a slider with words for its value, and walks by its own keys', async ({ page }) => {
  await page.goto(`${isolatedUrl}#/memcache/stale-set`);
  await page.getByRole('button', { name: say('transport.last') }).click();
  const slider = page.getByRole('slider');
  await expect(slider).toHaveAttribute('aria-valuenow', '5');
  await slider.focus();
  for (const [key, value] of [
    ['ArrowLeft', '4'],
    ['ArrowRight', '5'],
    ['Home', '0'],
    ['End', '5'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(slider).toHaveAttribute('aria-valuenow', value);
  }
  await expect(slider).toHaveAttribute('aria-valuetext', /^Step 5 of 5: \S/);
});
