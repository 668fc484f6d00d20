// Links: the same moment in the browser and on the command line; and no link that is damaged, too new or not ours ever
// shows another run or touches what is kept.

import { expect, test } from '@playwright/test';
import { DIGITS, fourDigits } from '../src/share/base64url.ts';
import { crc24 } from '../src/share/crc24.ts';
import { catalog } from '../src/systems/catalog.ts';
import { cli } from './cli.ts';
import { linkAfter } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { kept, keptAt } from './kept.ts';
import { expectRefusal } from './pages/error-page.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { refusal, say } from './words.ts';

/** Changed, with the check over its text made again: only what it names is wrong. */
function resigned(hash: string, change: (text: string) => string): string {
  const text = change(hash.slice(0, -8));
  const moment = hash.slice(-4);
  return text + fourDigits(crc24(text + moment)) + moment;
}

test('a link shared from the browser replays on the command line to the same fingerprint', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/two-regions');
  await there.stepOn(2);
  // A choice of one's own, then back into the past: the link carries the whole try and the step shown.
  await there.choices.getByRole('button').last().click();
  await there.moment(3);
  await page.keyboard.press('ArrowLeft');
  const moment = await there.moment(2);
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  const link = there.dialog.getByRole('textbox', { name: say('share.link') });
  await expect(link).toHaveValue(/#\/v1\/memcache\/two-regions\?.*n=2.*&k=/);
  const answer = await cli('replay', await link.inputValue());
  expect(answer.error).toBe('');
  expect(answer.json.fingerprint).toBe(moment.fingerprint);
  expect(answer.json.steps).toBe(2);
});

test('a link from the command line opens in the browser at the same step and fingerprint', async ({
  page,
}) => {
  const answer = await cli(
    ...['run', 'memcache/stale-set', '--set', 'readers=2', '--choose', '1,0,2', '--steps', '5'],
  );
  const link = String(answer.json.link);
  const there = await ScenarioPage.open(page, link.slice(link.indexOf('#')));
  const moment = await there.moment(Number(answer.json.steps));
  expect(moment.fingerprint).toBe(answer.json.fingerprint);
});

test.describe('a link that cannot be opened says why and what to do, and shows no run', () => {
  const cases: readonly [string, (hash: string) => string, string][] = [
    [
      'one character changed',
      (hash) => hash.replace(/(.)(?=&k=)/, (was) => (was === 'B' ? 'C' : 'B')),
      refusal('link.mangled'),
    ],
    ['cut short', (hash) => hash.slice(0, -3), refusal('link.cut')],
    ['cut in the middle', (hash) => hash.slice(0, hash.indexOf('?') + 3), refusal('link.cut')],
    [
      'of a newer format',
      (hash) => hash.replace('#/v1/', '#/v2/'),
      refusal('link.newer', { version: 2, newest: 1 }),
    ],
    [
      'of a system we do not have',
      (hash) => resigned(hash, (text) => text.replace('/memcache/', '/nosuch/')),
      refusal('link.unknown-system', {
        system: 'nosuch',
        known: catalog.map(({ id }) => id).join(', '),
      }),
    ],
  ];
  for (const [how, damage, words] of cases) {
    test(how, async ({ page }) => {
      const { hash } = await linkAfter('stale-set', 4);
      const damaged = damage(hash);
      expect(damaged).not.toBe(hash);
      await page.goto(isolatedUrl + damaged);
      await expectRefusal(page, words, say('error.linkDo'));
      expect(await kept(page)).toEqual([]);
    });
  }

  test('a plain address of a system, a scenario or a page that is not there', async ({ page }) => {
    await page.goto(`${isolatedUrl}#/nosuch/stale-set`);
    await expectRefusal(page, say('error.system', { name: 'nosuch' }), say('error.pageDo'));
    await page.goto(`${isolatedUrl}#/memcache/nosuch`);
    await expectRefusal(
      page,
      say('error.scenario', { system: 'Memcache', name: 'nosuch' }),
      say('error.linkDo'),
    );
    await page.goto(`${isolatedUrl}#what`);
    await expectRefusal(page, say('error.page'), say('error.pageDo'));
    await page.getByRole('link', { name: say('error.home') }).click();
    await new HomePage(page).ready();
  });
});

test('no changed character of a link ever opens as a run', async ({ page }) => {
  const { hash } = await linkAfter('stale-set', 4, { lease: 'on' });
  const from = '#/v1/'.length;
  await page.goto(isolatedUrl);
  await new HomePage(page).ready();
  const alert = page.getByRole('alert');
  // Every seventh place here; every place in the tests of the codec.
  for (let place = from; place < hash.length; place += 7) {
    const was = hash.charAt(place);
    const digit = DIGITS[(DIGITS.indexOf(was) + 1) % DIGITS.length] ?? 'A';
    const damaged = hash.slice(0, place) + digit + hash.slice(place + 1);
    await page.evaluate((address) => {
      location.hash = address;
    }, damaged);
    await expect(alert).toContainText(damaged);
    await expect(page.getByRole('slider')).toHaveCount(0);
  }
  expect(await kept(page)).toEqual([]);
});

test('a link of another version of the model says so and shows the run as far as it goes', async ({
  page,
}) => {
  const { hash, step } = await linkAfter('stale-set', 4);
  const there = await ScenarioPage.open(
    page,
    resigned(hash, (text) => text.replace(/m=\d+/, 'm=99')),
  );
  await there.moment(step);
  await expect(there.notice).toContainText('version 99');
});

test('opening a link destroys nothing that was kept', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  const mine = await there.stepOn(3);
  await keptAt(page, mine.fingerprint);
  const { hash, fingerprint, step } = await linkAfter('stale-set', 4, { lease: 'on' });
  await page.goto(isolatedUrl + hash);
  expect((await there.moment(step)).fingerprint).toBe(fingerprint);
  await there.stepOn(1);
  await page.goto(`${isolatedUrl}#/`);
  const home = new HomePage(page);
  await home.ready();
  expect((await kept(page)).map((run) => run.fingerprint)).toContain(mine.fingerprint);
  await home.kept.filter({ hasText: say('home.keptStep', { step: 3, tries: '' }).trim() }).click();
  expect(await there.moment(3)).toEqual(mine);
});
