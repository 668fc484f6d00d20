// Nothing the learner made is lost: reloads, crashes, several tabs, storage that is full or forbidden, files.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { cli } from './cli.ts';
import { isolatedUrl } from './hosts.ts';
import { kept, keptAt } from './kept.ts';
import { expectRefusal } from './pages/error-page.ts';
import { HomePage } from './pages/home-page.ts';
import type { Moment } from './pages/scenario-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { beginningOf, refusal, say } from './words.ts';

/** Two tries: three steps, back to the first, and another second step. */
async function branched(there: ScenarioPage): Promise<Moment> {
  await there.stepOn(3);
  await there.page.keyboard.press('Home');
  await there.moment(0);
  await there.choices.getByRole('button').last().click();
  const moment = await there.moment(1);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
  return moment;
}

async function savedFile(page: Page, there: ScenarioPage): Promise<string> {
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  const download = page.waitForEvent('download');
  await there.dialog.getByRole('button', { name: say('share.save') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.lamplight\.json$/);
  await page.keyboard.press('Escape');
  await expect(there.dialog).toHaveCount(0);
  return file.path();
}

test('a reload restores the run with everything tried in it', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await branched(there);
  await keptAt(page, moment.fingerprint);
  await page.reload();
  expect(await there.moment(1)).toEqual(moment);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
  expect(await kept(page)).toHaveLength(1);
});

test('a reload restores the run where the browser lost what its entry of the history stood for', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await branched(there);
  await keptAt(page, moment.fingerprint);
  await expect(page).toHaveURL(/#\/v1\//);
  await page.evaluate(() => history.replaceState(null, '', location.href));
  await page.reload();
  expect(await there.moment(1)).toEqual(moment);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
  expect(await kept(page)).toHaveLength(1);
});

test('a reload restores the run where the browser lost the address as well', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await branched(there);
  await keptAt(page, moment.fingerprint);
  await expect(page).toHaveURL(/#\/v1\//);
  await page.evaluate(() => history.replaceState(null, '', '#/memcache/stale-set'));
  await page.reload();
  expect(await there.moment(1)).toEqual(moment);
  expect(await kept(page)).toHaveLength(1);
});

test('a reload right after a step, before it could be kept, still shows that step', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(1);
  await page.reload();
  await there.moment(1);
  await page.keyboard.press('ArrowRight');
  const second = await there.moment(2);
  await page.reload();
  expect(await there.moment(2)).toEqual(second);
});

test('a tab that is gone leaves its run in the list of kept runs', async ({ page, context }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await branched(there);
  await keptAt(page, moment.fingerprint);
  await page.close({ runBeforeUnload: false });
  const later = await context.newPage();
  const home = await HomePage.open(later);
  await home.kept.first().click();
  const again = new ScenarioPage(later);
  expect(await again.moment(1)).toEqual(moment);
  await expect(again.tries.getByRole('listitem')).toHaveCount(2);
});

test('two tabs at the same scenario do not write over each other', async ({ page, context }) => {
  const other = await context.newPage();
  const one = await ScenarioPage.open(page, '#/memcache/stale-set');
  const two = await ScenarioPage.open(other, '#/memcache/stale-set');
  const first = await one.stepOn(2);
  const second = await branched(two);
  const third = await one.stepOn(1);
  await keptAt(page, third.fingerprint);
  await keptAt(page, second.fingerprint);
  expect(first.fingerprint).not.toBe(third.fingerprint);
  expect(await kept(page)).toHaveLength(2);
  await page.reload();
  await other.reload();
  expect(await one.moment(3)).toEqual(third);
  expect(await two.moment(1)).toEqual(second);
});

test('a duplicated tab goes on as a run of its own', async ({ page, context }) => {
  const one = await ScenarioPage.open(page, '#/memcache/stale-set');
  const shared = await one.stepOn(2);
  await keptAt(page, shared.fingerprint);
  const entry = await page.evaluate(() => ({ state: history.state as unknown, href: location.href }));
  // What a browser does when a tab is duplicated: the same address with the same entry of the history.
  const other = await context.newPage();
  await HomePage.open(other);
  await other.evaluate(({ state, href }) => history.replaceState(state, '', href), entry);
  await other.reload();
  const two = new ScenarioPage(other);
  expect(await two.moment(2)).toEqual(shared);
  const here = await one.stepOn(2);
  const elsewhere = await two.stepOn(1);
  await expect
    .poll(async () => (await kept(page)).map((run) => run.fingerprint).sort())
    .toEqual([here.fingerprint, elsewhere.fingerprint].sort());
});

test.describe('storage that the browser refuses is said once, with a file offered', () => {
  const refusals = [
    [
      'forbidden',
      say('kept.not', { why: { key: 'storage.forbidden' } }),
      () => {
        indexedDB.open = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      },
    ],
    [
      'full',
      say('kept.not', { why: { key: 'storage.full' } }),
      () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      },
    ],
  ] as const;
  for (const [how, words, refuse] of refusals) {
    test(how, async ({ page }) => {
      await page.addInitScript(refuse);
      const there = await ScenarioPage.open(page, '#/memcache/stale-set');
      const moment = await there.stepOn(2);
      await expect(there.notice).toContainText(words);
      const download = page.waitForEvent('download');
      await there.notice.getByRole('button', { name: say('notice.storage') }).click();
      const path = await (await download).path();
      const home = await HomePage.open(page);
      await home.openFile({
        name: 'mine.lamplight.json',
        mimeType: 'application/json',
        buffer: await readFile(path),
      });
      expect(await there.moment(2)).toEqual(moment);
    });
  }
});

test('a run saved to a file opens again with every try, and replays on the command line', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await branched(there);
  const path = await savedFile(page, there);
  const home = await HomePage.open(page);
  await home.openFile({
    name: 'mine.lamplight.json',
    mimeType: 'application/json',
    buffer: await readFile(path),
  });
  expect(await there.moment(1)).toEqual(moment);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
  const answer = await cli('replay', path);
  expect(answer.error).toBe('');
  expect(answer.json.fingerprint).toBe(moment.fingerprint);
});

test('all kept runs are exported in one file', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const one = await there.stepOn(2);
  await keptAt(page, one.fingerprint);
  await page.goto(`${isolatedUrl}#/memcache/two-regions`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await there.moment(0);
  const two = await there.stepOn(1);
  await keptAt(page, two.fingerprint);
  await page.goto(`${isolatedUrl}#/`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('home.exportAll') }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain(one.fingerprint);
  expect(file).toContain(two.fingerprint);
});

test.describe('a file that is not a whole run of ours says what is wrong and changes nothing', () => {
  test('a file of something else', async ({ page }) => {
    const home = await HomePage.open(page);
    await home.openFile({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
    await expectRefusal(page, say('error.file'), say('error.fileDo'));
  });

  test('a run with a part changed, and one of a newer format', async ({ page }) => {
    const there = await ScenarioPage.open(page, '#/memcache/stale-set');
    const mine = await there.stepOn(2);
    await keptAt(page, mine.fingerprint);
    const text = await readFile(await savedFile(page, there), 'utf8');
    const home = await HomePage.open(page);
    const offer = (changed: string): Promise<void> => {
      expect(changed).not.toBe(text);
      return home.openFile({
        name: 'mine.lamplight.json',
        mimeType: 'application/json',
        buffer: Buffer.from(changed),
      });
    };
    await offer(text.replace('"cursor":', '"cursors":'));
    await expect(page.getByRole('alert')).toContainText(beginningOf('saved.wrong'));
    await expect(page.getByRole('slider')).toHaveCount(0);
    await HomePage.open(page);
    await offer(text.replace('"lamplight":1', '"lamplight":2'));
    await expect(page.getByRole('alert')).toContainText(refusal('saved.newer', { version: 2, newest: 1 }));
    expect((await kept(page)).map((run) => run.fingerprint)).toEqual([mine.fingerprint]);
  });
});

test('starting again can be undone, and loses nothing', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await branched(there);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('page.find') }).fill(say('reset.do'));
  await page.keyboard.press('Enter');
  await there.moment(0);
  await there.notice.getByRole('button', { name: say('page.undo') }).click();
  expect(await there.moment(1)).toEqual(moment);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
});

test('a switch replays the same choices, and the run before can be had back', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await there.stepOn(3);
  await page.getByRole('switch', { name: /lease/i }).click();
  await expect(page.getByRole('switch', { name: /lease/i })).toBeChecked();
  expect((await there.moment(3)).fingerprint).not.toBe(moment.fingerprint);
  await there.notice.getByRole('button', { name: say('page.undo') }).click();
  await expect(page.getByRole('switch', { name: /lease/i })).not.toBeChecked();
  expect(await there.moment(3)).toEqual(moment);
});

test('the back button returns to the run that was left, with its tries', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const moment = await branched(there);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('page.find') }).fill('One write, two regions');
  await expect(page.getByRole('option', { name: /One write, two regions/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/two-regions/);
  await there.moment(0);
  await page.goBack();
  expect(await there.moment(1)).toEqual(moment);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
});
