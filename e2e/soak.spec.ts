// Random interleavings of what a person does, in two tabs of one browser, without waiting for anything: whatever the
// order, nothing that was kept is overwritten, and each page shows what its address says. Here 50 of them; `npm run soak`
// tries 1,000. The seed of one that fails is in its message: SOAK_SEED=N SOAK=1 tries it again.

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { pick } from '../src/base/rng.ts';
import { headlessSession } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { say } from './words.ts';

const COUNT = Number(process.env.SOAK ?? 50);
const FIRST_SEED = Number(process.env.SOAK_SEED ?? 1);
const ACTS = 14;
const HASHES = ['#/memcache/stale-set', '#/memcache/two-regions', '#/memcache/look-aside', '#/'];

/** In the page: no record may take the place of one that has a path which it has not. */
function watchPuts(): void {
  interface Tried {
    readonly parent: number | null;
    readonly at: number;
    readonly keys: readonly (string | number)[];
  }
  const paths = (record: { readonly saved: { readonly tries?: readonly Tried[] } }): Set<string> => {
    const whole: string[][] = [];
    const all = new Set<string>();
    for (const { parent, at, keys } of record.saved.tries ?? []) {
      const path = parent === null ? [] : (whole[parent] ?? []).slice(0, at);
      for (const key of keys) {
        for (const one of typeof key === 'number' ? Array<string>(key).fill('~') : [key]) path.push(one);
        all.add(path.join(' '));
      }
      whole.push(path);
    }
    return all;
  };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, record, key) {
    const before = this.get(record.id);
    before.onsuccess = () => {
      const old = before.result;
      const now = paths(record);
      const lost = old ? [...paths(old)].filter((path) => !now.has(path)) : [];
      const isOther = old && (old.scenario !== record.scenario || old.system !== record.system);
      if (lost.length === 0 && !isOther) return;
      localStorage.setItem(
        'soak.wrong',
        `${record.id}: ${old.scenario} by ${record.scenario}, lost ${lost[0]}`,
      );
    };
    return put.call(this, record, key);
  };
}

/** Does one thing; what it leads to is not waited for. */
async function act(page: Page, chance: (below: number) => number): Promise<string> {
  const key = async (...keys: string[]): Promise<void> => {
    await page.evaluate((all) => {
      for (const one of all)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: one, bubbles: true }));
    }, keys);
  };
  const press = async (selector: string): Promise<void> => {
    await page.evaluate((what) => document.querySelector<HTMLElement>(what)?.click(), selector);
  };
  const go = async (hash: string): Promise<void> => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  };
  const acts: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['right', () => key('ArrowRight')],
    ['right, right', () => key('ArrowRight', 'ArrowRight')],
    ['left', () => key('ArrowLeft')],
    ['start', () => key('Home')],
    ['end', () => key('End')],
    ['second choice', () => key('2')],
    ['first choice', () => key('1')],
    ['switch', () => press('[role="switch"]')],
    ['undo', () => press('.notice .button:not(.icon)')],
    ['address', () => go(HASHES[chance(HASHES.length)] as string)],
    [
      'right and address',
      async () => {
        const hash = HASHES[chance(HASHES.length)] as string;
        await page.evaluate((to) => {
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
          location.hash = to;
        }, hash);
      },
    ],
    ['back', () => page.evaluate(() => history.back())],
    ['reload', () => page.reload({ waitUntil: 'commit' })],
  ];
  const [name, doing] = acts[chance(acts.length)] as (typeof acts)[number];
  // A page that is just being reloaded has nobody to do it.
  await doing().catch(() => undefined);
  return name;
}

/** What a page shows, once it has come to rest. */
async function atRest(
  page: Page,
): Promise<{ readonly hash: string; readonly print: string; readonly title: string }> {
  const look = () =>
    page.evaluate(() => ({
      hash: location.hash,
      print: document.querySelector('[aria-live][data-fingerprint]')?.getAttribute('data-fingerprint') ?? '',
      title: document.title,
    }));
  let before = '';
  for (let turn = 0; turn < 60; turn++) {
    await page.waitForTimeout(250);
    const now = await look().catch(() => null);
    if (!now) continue;
    const isHome = now.hash === '#/' || now.hash === '';
    if (JSON.stringify(now) === before && (isHome || now.print !== '')) return now;
    before = JSON.stringify(now);
  }
  throw new Error(`it does not come to rest: ${before}`);
}

test(`${COUNT} interleavings in two tabs lose nothing and end where their addresses say`, async ({
  context,
}) => {
  test.setTimeout(60_000 + COUNT * 20_000);
  await context.addInitScript(watchPuts);
  const tabs = [await context.newPage(), await context.newPage()];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
    let turn = 0;
    const chance = (below: number): number => pick(seed, turn++, below);
    const opened = tabs.map(async (tab) => {
      await tab.goto(isolatedUrl + (HASHES[chance(3)] as string));
      await tab.reload();
      await atRest(tab);
    });
    await Promise.all(opened);
    const done: string[] = [];
    for (let count = 0; count < ACTS; count++) {
      const tab = chance(2);
      done.push(`${tab + 1} ${await act(tabs[tab] as Page, chance)}`);
      if (chance(2) === 0) await (tabs[tab] as Page).waitForTimeout(chance(120));
    }
    const what = `seed ${seed}: ${done.join(', ')}`;
    for (const { hash, print, title } of await Promise.all(tabs.map(atRest))) {
      if (hash === '#/' || hash === '') expect(title, what).toBe(say('page.name'));
      else expect((await headlessSession().openLink(hash)).frame.fingerprint, `${what}; ${hash}`).toBe(print);
    }
    const wrong = await (tabs[0] as Page).evaluate(() => localStorage.getItem('soak.wrong'));
    expect(wrong, what).toBeNull();
    if (seed % 50 === 0) console.log(`${seed - FIRST_SEED + 1} interleavings`);
  }
});
