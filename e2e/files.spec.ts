// Files: every good run of a backup is taken and the bad are listed; several files at once; guesses; a large file leaves
// the page alive.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { kept, keptAt } from './kept.ts';
import { longest, longTasks, watchLongTasks } from './long-tasks.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { beginningOf, refusal, say } from './words.ts';

type Payload = Exclude<Parameters<Locator['setInputFiles']>[0], string | readonly string[]>;
const json = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** A saved run of this scenario after so many steps, and what it shows. */
async function saved(
  page: Page,
  hash: string,
  steps: number,
): Promise<{ text: string; fingerprint: string }> {
  const there = await ScenarioPage.open(page, hash);
  const { fingerprint } = await there.stepOn(steps);
  await keptAt(page, fingerprint);
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  const download = page.waitForEvent('download');
  await there.dialog.getByRole('button', { name: say('share.save') }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  await page.keyboard.press('Escape');
  return { text, fingerprint };
}

const elsewhere = async (page: Page, files: Payload): Promise<Page> => {
  const other = await page.context().browser()?.newPage();
  if (!other) throw new Error('no browser');
  const home = await HomePage.open(other);
  await home.openFile(files);
  return other;
};

test('a backup: every good run is kept, the first shown, and each bad one listed with its place', async ({
  page,
}) => {
  const one = await saved(page, '#/memcache/stale-set', 2);
  const two = await saved(page, '#/memcache/two-regions', 1);
  const changed = one.text.replace('"step":2', '"step":1');
  const backup = `\uFEFF{"lamplightRuns":1,"runs":[${[one.text, 'null', changed, two.text].join(',')}]}`;
  const other = await elsewhere(page, [json('backup.json', backup)]);
  const there = new ScenarioPage(other);
  expect((await there.moment(2)).fingerprint).toBe(one.fingerprint);
  const notice = there.notice;
  await expect(notice).toContainText(say('file.takenNot', { more: 1, bad: 2 }));
  await expect(notice.getByRole('listitem')).toHaveText([
    say('file.badRun', { file: 'backup.json', at: 2, why: refusal('saved.not-saved').replaceAll('`', '') }),
    say('file.badRun', { file: 'backup.json', at: 3, why: refusal('saved.changed') }),
  ]);
  await expect
    .poll(async () => (await kept(other)).map((run) => run.fingerprint).sort())
    .toEqual([one.fingerprint, two.fingerprint].sort());
  await other.close();
});

test('a backup in which nothing is whole lists what is wrong with each', async ({ page }) => {
  const home = await HomePage.open(page);
  await home.openFile(json('backup.json', '{"lamplightRuns":1,"runs":[null,{"lamplight":9}]}'));
  const error = page.getByRole('alert');
  await expect(error.getByRole('heading')).toHaveText(say('error.file'));
  await expect(error.getByRole('listitem')).toHaveCount(2);
  await expect(error).toContainText(refusal('saved.newer', { version: 9, newest: 1 }));
});

test('of two files at once both are taken', async ({ page }) => {
  const one = await saved(page, '#/memcache/stale-set', 2);
  const two = await saved(page, '#/memcache/two-regions', 1);
  const other = await page.context().browser()?.newPage();
  if (!other) throw new Error('no browser');
  await HomePage.open(other);
  await other.evaluate(
    (texts) => {
      const dataTransfer = new DataTransfer();
      for (const [index, text] of texts.entries()) dataTransfer.items.add(new File([text], `${index}.json`));
      dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    },
    [one.text, two.text],
  );
  const there = new ScenarioPage(other);
  expect((await there.moment(2)).fingerprint).toBe(one.fingerprint);
  await expect(there.notice).toContainText(say('file.taken', { more: 1 }));
  await expect
    .poll(async () => (await kept(other)).map((run) => run.fingerprint).sort())
    .toEqual([one.fingerprint, two.fingerprint].sort());
  await other.close();
});

test('what was guessed is in the file, and comes back with it', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const options = page.locator('.predict').getByRole('button');
  while ((await options.count()) === 0) await there.stepOn(1);
  const step = await there.step();
  await options.first().click();
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  const download = page.waitForEvent('download');
  await there.dialog.getByRole('button', { name: say('share.save') }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const { predictions } = JSON.parse(text) as { predictions?: Record<string, string> };
  expect(Object.keys(predictions ?? {})).not.toEqual([]);
  const other = await elsewhere(page, json('mine.json', text));
  await new ScenarioPage(other).moment(step);
  const guesses = await other.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('lamplight');
        open.onsuccess = () => {
          const all = open.result.transaction('runs').objectStore('runs').getAll();
          all.onsuccess = () => resolve((all.result as { guesses: unknown }[])[0]?.guesses);
        };
      }),
  );
  expect(guesses).toEqual(predictions);
  await other.close();
});

test('a file of 60 MB never holds the page, and is bounded in words past its bound', async ({ page }) => {
  const { text, fingerprint } = await saved(page, '#/memcache/stale-set', 2);
  const other = await page.context().browser()?.newPage();
  if (!other) throw new Error('no browser');
  await watchLongTasks(other);
  await HomePage.open(other);
  await other.evaluate((run) => {
    // Nothing in it is a run but the first: 60 MB that have to be read and looked at all the same.
    const filler = `{"lamplight":1,"note":"${'x'.repeat(9_950)}"}`;
    const parts = [`{"lamplightRuns":1,"runs":[${run}`];
    for (let i = 0; i < 6000; i++) parts.push(',', filler);
    parts.push(']}');
    Object.assign(globalThis, { large: new File(parts, 'large.json') });
  }, text);
  await longTasks(other);
  await other.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add((globalThis as unknown as { large: File }).large);
    dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  const there = new ScenarioPage(other);
  expect((await there.moment(2)).fingerprint).toBe(fingerprint);
  await expect(there.notice.getByRole('listitem').first()).toBeAttached();
  // Reading it in the page takes seconds in one piece; opening any run takes some tens of milliseconds.
  expect(longest(await longTasks(other))).toBeLessThan(500 * patience);
  await other.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(70_000_000)], 'huge.json'));
    dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await expect(other.getByRole('alert')).toContainText(beginningOf('saved.too-big'));
  await other.close();
});
