// The page has one order: keys are never lost, what is left is neither drawn nor kept, nothing is asked twice, and what
// takes long, or dies, never stands in the way.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { answered } from './answered.ts';
import { linkAfter } from './headless.ts';
import { kept, keptAt } from './kept.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { beginningOf, say } from './words.ts';

/** Three steps in one try, one in another; kept. */
async function branched(page: Page): Promise<ScenarioPage> {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(3);
  await page.keyboard.press('Home');
  await there.moment(0);
  await there.choices.getByRole('button').last().click();
  const { fingerprint } = await there.moment(1);
  await keptAt(page, fingerprint);
  return there;
}

const keys = (page: Page, ...pressed: string[]): Promise<void> =>
  page.evaluate((all) => {
    for (const key of all) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, pressed);

/** Everything the page sends to its workers, as text. */
async function watchCalls(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const sent: string[] = [];
    Object.assign(globalThis, { sent });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      sent.push(JSON.stringify(args[0]));
      return (post as (...all: unknown[]) => void).apply(this, args);
    } as typeof post;
  });
  return () => page.evaluate(() => (globalThis as unknown as { sent: string[] }).sent.splice(0));
}

/** The workers that the page started, by name: `terminate` ends one as a browser does, without a word. */
async function holdWorkers(page: Page): Promise<(name: string) => Promise<void>> {
  await page.addInitScript(() => {
    const held: [string, Worker][] = [];
    Object.assign(globalThis, { held });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        held.push([options?.name ?? '', this]);
      }
    };
  });
  return (name) =>
    page.evaluate((which) => {
      const { held } = globalThis as unknown as { held: [string, Worker][] };
      for (const [known, worker] of held.splice(0)) if (known === which) worker.terminate();
    }, name);
}

test('what was kept is not overwritten by a key pressed while a setting is being changed', async ({
  page,
}) => {
  await branched(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('page.find') }).fill('layout: a site that grows');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  // What the other layout needs takes its time.
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.keyboard.press('Enter');
  for (let press = 0; press < 30; press++) {
    await keys(page, 'ArrowRight');
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(2_000);
  const runs = await kept(page);
  expect(runs.filter(({ tries }) => tries === 2)).toHaveLength(1);
  expect(runs.filter(({ scenario, holds }) => scenario !== holds)).toEqual([]);
});

test('back, then at once another address: that address is shown', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/look-aside');
  await there.stepOn(2);
  await page.evaluate(() => {
    location.hash = '#/memcache/two-regions';
  });
  await there.moment(0);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const go = (): void => {
          location.hash = '#/memcache/stale-set';
          resolve();
        };
        addEventListener('popstate', go, { once: true });
        history.back();
      }),
  );
  await expect(page).toHaveTitle(/stale set/i);
  await page.waitForTimeout(1_000);
  await expect(page).toHaveTitle(/stale set/i);
  await expect(page).toHaveURL(/#\/memcache\/stale-set$/);
});

test('a step is one call, and an open map is not made again by it', async ({ page }) => {
  const calls = await watchCalls(page);
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(1);
  await page.getByRole('tab', { name: say('panel.map') }).click();
  await expect(page.locator('.map-panel canvas, .map-panel svg').first()).toBeVisible();
  await page.waitForTimeout(1_000);
  await calls();
  // Before the question: while one stands open the map is put away.
  for (const [go, step] of [
    [there.next, 2],
    [there.back, 1],
    [there.next, 2],
  ] as const) {
    await go.click();
    await there.moment(step);
  }
  await page.waitForTimeout(1_000);
  const sent = (await calls()).filter((call) => !call.includes('"save"'));
  expect(sent.filter((call) => call.includes('"explore"'))).toEqual([]);
  expect(sent).toHaveLength(3);
});

test('three keys at once are three steps', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(5);
  await keys(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await there.moment(2);
  await keys(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight');
  await page.waitForTimeout(500);
  expect(await there.step()).toBe(4);
});

test('keys in one tick, more than there are steps before a question, end at the question', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await keys(page, ...Array.from({ length: 12 }, () => 'ArrowRight'));
  const question = page.locator('.predict').getByRole('button', { name: say('predict.skip') });
  await expect(question).toBeVisible();
  const asked = await there.step();
  await page.waitForTimeout(500);
  expect(await there.step()).toBe(asked);
  // Back, and on again: what was asked is still asked. Skipped and on in one tick, it is passed.
  await keys(page, 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await page.waitForTimeout(500);
  expect(await there.step()).toBe(asked);
  await keys(page, 's', 'ArrowRight', 'ArrowRight');
  await there.moment(asked + 2);
});

test('twenty keys a second for ten seconds: none is lost, and each is one call', async ({ page }) => {
  const calls = await watchCalls(page);
  const { hash } = await linkAfter('look-aside', 300, { ops: 1000 });
  const there = await ScenarioPage.open(page, hash);
  await page.keyboard.press('Home');
  await there.moment(0);
  await page.waitForTimeout(1_000);
  await calls();
  const began = Date.now();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let pressed = 0;
        const timer = setInterval(() => {
          // Two on, one back.
          const key = pressed % 3 === 2 ? 'ArrowLeft' : 'ArrowRight';
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          if (++pressed < 200) return;
          clearInterval(timer);
          resolve();
        }, 50);
      }),
  );
  await there.moment(68);
  await page.waitForTimeout(1_500);
  expect(await there.step()).toBe(68);
  const sent = await calls();
  const saves = sent.filter((call) => call.includes('"save"')).length;
  const moves = sent.filter((call) => /"(back|advance|seek)"/.test(call)).length;
  expect(moves).toBe(200);
  // Not one more but what says that the worker lives, and at most two saves a second.
  expect(sent.filter((call) => !call.includes('"beat"'))).toHaveLength(moves + saves);
  expect(saves).toBeLessThanOrEqual(2 * Math.ceil((Date.now() - began) / 1000) + 1);
});

test('a key and another address in one tick destroy nothing', async ({ page }) => {
  await branched(page);
  await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    location.hash = '#/memcache/gutter';
  });
  await expect(page).toHaveURL(/gutter/);
  await page.waitForTimeout(2_000);
  const mine = (await kept(page)).filter(({ scenario }) => scenario === 'stale-set');
  expect(mine.map(({ tries }) => tries)).toEqual([2]);
});

test('a key held down while the page is left, time after time: each record holds its own run', async ({
  page,
}) => {
  test.setTimeout(120_000 * patience);
  const { hash } = await linkAfter('look-aside', 40, { ops: 400 });
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  for (let round = 0; round < 16; round++) {
    await page.evaluate((address) => {
      location.hash = address;
    }, hash);
    await there.moment(40);
    await page.evaluate(
      ([presses, offset]) =>
        new Promise<void>((resolve) => {
          let pressed = 0;
          const timer = setInterval(() => {
            for (let key = 0; key < 3; key++) {
              document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
            }
            if (++pressed < presses) return;
            clearInterval(timer);
            setTimeout(() => {
              location.hash = '#/memcache/two-regions';
              resolve();
            }, offset);
          }, 33);
        }),
      [3 + (round % 4), round * 3] as const,
    );
    await there.moment(0);
    await page.waitForTimeout(600);
  }
  const runs = await kept(page);
  expect(runs.filter(({ scenario }) => scenario === 'look-aside').length).toBe(16);
  expect(runs.filter(({ scenario, holds }) => scenario !== holds)).toEqual([]);
});

test('a step, then home at once: it is home, by its title and its bar', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/stale-set');
  await there.stepOn(1);
  for (let time = 0; time < 5; time++) {
    await page.evaluate(() => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      location.hash = '#/';
    });
    await page.waitForTimeout(500);
    await expect(page).toHaveTitle(say('page.name'));
    await expect(page.locator('.crumb')).toHaveCount(0);
    await page.goBack();
    await there.ready();
  }
});

test('the end of a million steps, then home: at once', async ({ page }) => {
  const there = await ScenarioPage.open(page, '#/memcache/look-aside');
  await page.goto((await linkAfter('look-aside', 1, { ops: 100_000 })).hash);
  await there.moment(1);
  await page.keyboard.press('End');
  await expect(there.button('transport.next')).toHaveCount(0);
  await page.waitForTimeout(1_500);
  expect(await answered(page, { hash: '#/' }, '.home')).toBeLessThan(1_000 * patience);
  // And the session is free for what comes next.
  const began = Date.now();
  await page.evaluate(() => {
    location.hash = '#/memcache/stale-set';
  });
  await there.moment(0);
  expect(Date.now() - began).toBeLessThan(3_000 * patience);
});

test('opening a long link can be stopped, and left', async ({ page }) => {
  const { hash } = await linkAfter('look-aside', 60_000, { ops: 100_000 });
  const there = new ScenarioPage(page);
  await ScenarioPage.open(page, '#/memcache/stale-set');
  const go = (): Promise<void> =>
    page.evaluate((address) => {
      location.hash = address;
    }, hash);
  await go();
  await page.getByRole('button', { name: say('transport.stop') }).click();
  await expect(there.notice).toContainText(beginningOf('link.stopped'));
  await go();
  await page.evaluate(() => {
    location.hash = '#/memcache/stale-set';
  });
  const began = Date.now();
  await there.moment(0);
  expect(Date.now() - began).toBeLessThan(3_000 * patience);
});

test('a session whose worker dies is started again, with everything tried', async ({ page }) => {
  const end = await holdWorkers(page);
  const there = await branched(page);
  await there.stepOn(1);
  await end('session');
  await page.keyboard.press('ArrowRight');
  await expect(there.notice).toContainText(say('session.again'), { timeout: 15_000 * patience });
  await there.moment(2);
  await expect(there.tries.getByRole('listitem')).toHaveCount(2);
  await there.stepOn(1);
});
