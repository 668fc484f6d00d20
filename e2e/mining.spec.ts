// The mining page mines for real: the same lowest nonce with any number of workers, on a host that isolates the page and
// on one that cannot, and in a pasted header from a nonce on; and the page stays free while it does.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { isolatedUrl, plainUrl } from './hosts.ts';
import { tasksDuring } from './main-thread.ts';
import { patience } from './patience.ts';

const HASH = '#/bitcoin/mine-a-block';
const BLOCK_64 = 82_803_279;
/** Of the slider's targets: one hash in 65,537. */
const EASY = 4;

async function open(page: Page, host = isolatedUrl): Promise<void> {
  await page.goto(`${host}${HASH}`);
  await expect(page.getByRole('button', { name: 'Mine it', exact: true })).toBeVisible();
}

async function setTarget(page: Page, index: number): Promise<void> {
  await page.getByRole('slider', { name: 'Target' }).fill(String(index));
}

async function setWorkers(page: Page, count: number): Promise<void> {
  const group = page.getByRole('group', { name: 'Workers' });
  const of = async (): Promise<number> => Number((await group.locator('output').innerText()).split(' ')[0]);
  for (;;) {
    const now = await of();
    if (now === count) return;
    await group.getByRole('button', { name: now < count ? 'one worker more' : 'one worker fewer' }).click();
  }
}

const mine = (page: Page) => page.getByRole('button', { name: /^Mine it/ }).click();
/** However busy the machine is. */
const SOON = { timeout: 20_000 * patience };
const found = (page: Page, nonce: string) => expect(page.getByText(`✓ ${nonce}`).last()).toBeVisible(SOON);

for (const [name, host] of [
  ['over shared memory', isolatedUrl],
  ['by messages', plainUrl],
] as const) {
  test(`the nonce is the lowest, with one worker and with all, ${name}`, async ({ page }) => {
    await open(page, host);
    await setTarget(page, EASY);
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    for (const workers of [1, Math.min(cores, 4)]) {
      await setWorkers(page, workers);
      await mine(page);
      await found(page, '210,270');
    }
  });
}

test('block 64 is found again, from a nonce near its own', async ({ page }) => {
  await open(page);
  await page.getByText('Another header').click();
  await page.getByRole('textbox', { name: 'First nonce' }).fill(String(BLOCK_64 - 50_000));
  await page.getByRole('button', { name: 'Take this header' }).click();
  await expect(page.getByText('ff b6 ee 04')).toBeVisible();
  await mine(page);
  await found(page, '82,803,279');
});

test('a header that is none is refused in words, and nothing changes', async ({ page }) => {
  await open(page);
  await page.getByText('Another header').click();
  await page.getByRole('textbox', { name: 'Header' }).fill('00ff');
  await expect(page.getByText('A header is 160 hex digits; these are 4 characters.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take this header' })).toBeDisabled();
});

test('with all cores at work no task of the page takes over 50 ms, and a stop says how far it came', async ({
  page,
}) => {
  await open(page);
  await setWorkers(page, await page.evaluate(() => navigator.hardwareConcurrency));
  await mine(page);
  await expect(page.getByText('No hash is small enough yet.')).toBeVisible();
  const { count, longestMs } = await tasksDuring(page, () => page.waitForTimeout(3000));
  expect(count).toBeGreaterThan(10);
  expect(longestMs).toBeLessThan(50 * patience);
  await page.getByRole('button', { name: /^Stop/ }).click();
  await expect(page.getByText(/Stopped after [\d,]+ nonces/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('No hash is small enough yet.')).toBeVisible();
});

test('it is mined by keys alone', async ({ page }) => {
  await open(page);
  await setTarget(page, EASY);
  await expect(page).toHaveURL(/mineTarget\.16/);
  await page.getByRole('button', { name: 'Mine it', exact: true }).focus();
  await page.keyboard.press('Enter');
  await found(page, '210,270');
});
