// Faults of the browser's storage, put in: a sentence on screen every time, and nothing that was made lost. Every kind of
// failure is gone through in src/app/storage/run-store.test.ts; here is what a person sees of it.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { ODD_RECORDS } from '../src/app/storage/testing/odd-records.ts';
import { isolatedUrl } from './hosts.ts';
import { kept, keptAt } from './kept.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

const STALE = '#/memcache/stale-set';

/** A run of two steps, kept, with its address written. */
async function keptRun(page: Page): Promise<string> {
  const there = await ScenarioPage.open(page, STALE);
  const { fingerprint } = await there.stepOn(2);
  await keptAt(page, fingerprint);
  await expect(page).toHaveURL(/\/v1\//);
  return fingerprint;
}

test('where opening storage never answers, a reload shows the moment of its address, and says why', async ({
  page,
}) => {
  const fingerprint = await keptRun(page);
  await page.addInitScript(() => {
    indexedDB.open = () => ({}) as IDBOpenDBRequest;
  });
  await page.reload();
  const there = new ScenarioPage(page);
  await expect(there.notice).toContainText(say('storage.silent'));
  expect((await there.moment(2)).fingerprint).toBe(fingerprint);
  await page.goto(`${isolatedUrl}#/`);
  await expect(page.getByText(say('kept.unlisted', { why: { key: 'storage.silent' } }))).toBeVisible();
});

test('a connection that is lost is opened again, and the run goes on being kept', async ({ page }) => {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    const all: IDBDatabase[] = [];
    Object.assign(globalThis, { lose: () => all.forEach((database) => void database.close()) });
    indexedDB.open = (name: string, version?: number) => {
      const request = open(name, version);
      request.addEventListener('success', () => void all.push(request.result));
      return request;
    };
  });
  await keptRun(page);
  await page.evaluate(() => (globalThis as unknown as { lose: () => void }).lose());
  const there = new ScenarioPage(page);
  const third = await there.stepOn(1);
  await keptAt(page, third.fingerprint);
  await expect(there.notice).toHaveCount(0);
});

test('odd records are counted and can be exported; the runs beside them are listed and open', async ({
  page,
}) => {
  const fingerprint = await keptRun(page);
  const odd = Object.entries(ODD_RECORDS).filter(
    ([name, record]) => !Array.isArray(record) && name !== 'guesses in a Map',
  );
  await page.evaluate(
    (names) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('lamplight');
        request.onsuccess = () => {
          const db = request.result;
          const change = db.transaction('runs', 'readwrite');
          // Of every kind that crosses to a page as it is.
          for (const [name, record] of names) {
            change.objectStore('runs').put({ ...(record as object), id: name, when: new Date(Number.NaN) });
          }
          change.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    odd,
  );
  const home = await HomePage.open(page);
  await page.reload();
  await expect(page.getByText(say('kept.odd', { count: odd.length }))).toBeVisible();
  await expect(home.kept).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('kept.exportOdd') }).click();
  const path = await (await download).path();
  const { readFile } = await import('node:fs/promises');
  const { records } = JSON.parse(await readFile(path, 'utf8')) as { records: unknown[] };
  expect(records).toHaveLength(odd.length);
  await home.kept.first().click();
  expect((await new ScenarioPage(page).moment(2)).fingerprint).toBe(fingerprint);
});

test('a browser that refuses its small storage too shows everything all the same', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('put in', 'SecurityError');
        },
      });
    }
  });
  const there = await ScenarioPage.open(page, STALE);
  await there.stepOn(2);
  await expect(there.notice).toContainText(say('storage.forbidden'));
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await there.stepOn(1);
});

test('five tabs keep a run each, and each comes back to its own', async ({ page, context }) => {
  const tabs = [page, ...(await Promise.all([1, 2, 3, 4].map(() => context.newPage())))];
  const made: string[] = [];
  for (const [index, tab] of tabs.entries()) {
    const there = await ScenarioPage.open(tab, STALE);
    await there.stepOn(1);
    for (let i = 0; i < index; i++) await there.stepOn(1);
    made.push((await there.moment(index + 1)).fingerprint);
  }
  for (const fingerprint of made) await keptAt(page, fingerprint);
  for (const tab of tabs) await expect(tab).toHaveURL(/\/v1\//);
  await Promise.all(tabs.map((tab) => tab.reload()));
  for (const [index, tab] of tabs.entries()) {
    expect((await new ScenarioPage(tab).moment(index + 1)).fingerprint).toBe(made[index]);
  }
  expect((await kept(page)).map(({ fingerprint }) => fingerprint).sort()).toEqual([...made].sort());
});
