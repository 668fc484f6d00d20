// A part of the page that does not arrive (an old tab after a new version, a moment without network) is asked for once
// more; where it never arrives, a sentence says so, and everything the learner made is still there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { root } from '../scripts/project.mjs';
import { panels } from '../src/app/panels/text.en.ts';
import { linkAfter } from './headless.ts';
import { isolatedUrl } from './hosts.ts';
import { kept, keptAt } from './kept.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

const STALE = '#/memcache/stale-set';

/** Goes somewhere and asks for a part; resolves when what it brings is there. */
type Journey = (page: Page) => Promise<void>;

const at =
  (hash: string): Journey =>
  async (page) => {
    await page.goto(isolatedUrl + hash);
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    await expect(page.locator('main').getByRole('alert')).toHaveCount(0);
  };

/** Thirty nodes share lanes. */
const grouped: Journey = async (page) => {
  const { hash } = await linkAfter('chain-growth', 0, { nodes: 30 }, 'bitcoin');
  await at(hash)(page);
  await page.getByRole('tab', { name: 'Step by step' }).click();
  await expect(page.locator('.lane-name')).toHaveCount(6);
};

const corrections: Journey = async (page) => {
  await at('#/corrections')(page);
  await expect(page.locator('.correction').first()).toBeVisible();
};

/** Opens a scenario, runs it to where everything can be asked of it, and asks. */
const inRun =
  (ask: (there: ScenarioPage, page: Page) => Promise<void>, hash = STALE): Journey =>
  async (page) => {
    const there = await ScenarioPage.open(page, hash);
    if (hash === STALE) await there.stepOn(5);
    await ask(there, page);
  };

const panel = (name: keyof typeof panels, brings: string): Journey =>
  inRun(async (_, page) => {
    const deeper = page.getByRole('region', { name: panels['panel.label'] });
    await deeper.getByRole('tab', { name: panels[name] }).click();
    await expect(deeper.locator(brings).first()).toBeVisible();
  });

const dialog = inRun(async (there, page) => {
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  await expect(there.dialog.getByRole('textbox').first()).not.toHaveValue('');
});

const file = inRun(async (there, page) => {
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  const download = page.waitForEvent('download', { timeout: 15_000 * patience });
  await there.dialog.getByRole('button', { name: say('share.save') }).click();
  await download;
});

const choosing =
  (name: string, buffer: Buffer, says: RegExp): Journey =>
  async (page) => {
    await at('#/')(page);
    const chosen = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: say('page.openFile') })
      .first()
      .click();
    await (await chosen).setFiles({ name, mimeType: '', buffer });
    await expect(page.getByText(says)).toBeVisible();
  };

/** A file that no system reads is looked at by those that read files. */
const odd = choosing('odd.dat', Buffer.from([1, 2, 3]), /not a saved run/);

/** One that a system reads: a repository of one empty file. */
const git = choosing(
  'a.git-objects',
  Buffer.from('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391 blob 0\n\n'),
  /Every object has the hash/,
);

/** A program's input, from a file. */
const givenFile = inRun(async (_, page) => {
  await page.locator('.text-pill').nth(1).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('texts.choose') }).click();
  await (await chosen).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a b\n') });
  await expect(page.locator('.text-file')).toBeVisible();
}, '#/spark/stages');

const compare = inRun(async (_, page) => {
  await page.getByRole('button', { name: /^Compare:/ }).click();
  await expect(page.getByRole('heading', { name: say('compare.end') })).toBeVisible();
  await expect(page.getByText(say('compare.working'))).toHaveCount(0);
});

const measure = inRun(async (_, page) => {
  await page.keyboard.press('v');
  await expect(page.locator('.experiment svg').first()).toBeVisible();
}, '#/memcache/gutter');

const measureAnew = inRun(async (_, page) => {
  await page.keyboard.press('v');
  await page.getByRole('button', { name: say('measure.seed') }).click();
  await expect(page.getByText(/^Measured with seed (?!1\b)/)).toBeVisible({ timeout: 20_000 * patience });
}, '#/memcache/gutter');

const reload: Journey = async (page) => {
  const there = await ScenarioPage.open(page, STALE);
  const { fingerprint } = await there.stepOn(2);
  await keptAt(page, fingerprint);
  await expect(page).toHaveURL(/\/v1\//);
  await page.reload();
  await there.moment(2);
};

const ended: Journey = async (page) => {
  const there = await ScenarioPage.open(page, STALE);
  await there.stepOn(5);
  await expect(page.getByRole('region', { name: say('ending.label') })).toContainText(/memcached/);
};

/** All of a long run stands above its picture. */
const longRun: Journey = async (page) => {
  await ScenarioPage.open(page, '#/spark/wide-crash');
  await page.keyboard.press('End');
  await expect(page.locator('.overview-bar')).toBeVisible();
};

/** The session wakes, and what it needs comes, when somebody is there. */
const stepAt =
  (hash: string): Journey =>
  async (page) => {
    const there = await ScenarioPage.open(page, hash);
    await there.stepOn(1);
  };

/** Terms have notes at the first key. */
const terms: Journey = async (page) => {
  await ScenarioPage.open(page, '#/memcache/cross-shard');
  await page.keyboard.press('Shift');
  await expect(page.getByRole('button', { name: 'shards', exact: true })).toBeVisible();
};

/** A session in the page itself is a part too. */
const withoutWorkers: Journey = async (page) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { Worker: undefined });
  });
  await stepAt(STALE)(page);
};

const textSetting: Journey = async (page) => {
  await ScenarioPage.open(page, '#/bitcoin/mine-a-block');
  await expect(page.locator('.text-pill').first()).toBeAttached();
};

/** A program of one's own is read by a parser, which no shipped one needs. */
const programming: Journey = async (page) => {
  await ScenarioPage.open(page, '#/spark/stages');
  await page.locator('.text-pill').first().click();
  const area = page.locator('.text-panel textarea');
  await area.fill(`${await area.inputValue()}\n// mine`);
  await area.press('Control+Enter');
  await expect(page.locator('.text-unapplied')).toHaveCount(0);
};

/** What was chosen in a picture. */
const picking: Journey = async (page) => {
  const there = await ScenarioPage.open(page, '#/spark/stages');
  await there.stepOn(1);
  await expect(page.locator('.lineage-cell').first()).toBeVisible();
  await page.locator('.lineage-cell').first().click();
  await expect(page.locator('.state-picked .state-row').first()).toBeVisible();
};
const openText: Journey = async (page) => {
  await ScenarioPage.open(page, '#/spark/stages');
  await page.locator('.text-pill').first().click();
  await expect(page.locator('.text-panel')).toBeVisible();
};
const phoneTabs: Journey = async (page) => {
  await at(STALE)(page);
  await expect(page.locator('.phone-tabs [role="tab"]').first()).toBeVisible();
};

/** Many choices that are composed, and a run that is seen by one who takes part. */
const composing: Journey = async (page) => {
  const there = await ScenarioPage.open(page, '#/sundr/cannot-merge');
  await there.stepOn(2);
  await expect(page.locator('.seat').first()).toBeVisible();
};
const seenBy: Journey = async (page) => {
  await ScenarioPage.open(page, '#/sundr/fork');
  await page.locator('.seen-by label').nth(1).click();
  await expect(page.locator('.seen-by [role="status"]')).not.toBeEmpty();
};

/** A view that leads its scenario, after one step. */
const leading =
  (hash: string): Journey =>
  async (page) => {
    const there = await ScenarioPage.open(page, hash);
    await there.stepOn(1);
    await expect(page.locator('[data-told]').first()).toBeVisible();
  };

/** What several systems draw with, on a phone. */
const onPhone =
  (journey: Journey): Journey =>
  async (page) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await journey(page);
  };

/** By the name of a part's file: what asks for it. */
const PARTS: readonly (readonly [RegExp, Journey])[] = [
  [/^(home-page|card|card\.en)$/, at('#/')],
  [/^(corrections-page|corrections|corrections\.en)$/, corrections],
  [/^(text\.en|entry|scenario-page|steps|system\.en|races\.en)$/, at(STALE)],
  [/^(memcache|races)$/, stepAt(STALE)],
  [/^new-session$/, withoutWorkers],
  [/^session-in-worker$/, inRun(async () => undefined)],
  [/^part$/, stepAt('#/memcache/cross-shard')],
  [/^pair\.en$/, at('#/memcache/cross-shard')],
  [/^dialogs$/, dialog],
  [/^(files-client|files-worker|saved-files)$/, file],
  [/^(take-files|readers)$/, odd],
  [/^(git-reader|import)$/, git],
  [/^acorn$/, programming],
  [/^words\.generated$/, stepAt('#/spark/stages')],
  [/^facets$/, composing],
  [/^seen-by$/, seenBy],
  [/^(ending|outcome|endings\.en)$/, ended],
  [/^(compare-view|compare)$/, compare],
  [/^(why-panel|why)$/, panel('panel.why', 'li, p')],
  [/^goals-panel$/, panel('panel.goals', 'li, p')],
  [/^(map-panel|explorer)$/, panel('panel.map', '[role="group"] button')],
  [/^tell$/, panel('panel.map', '.bad-way li')],
  [/^(experiment|view|findings|gutter\.en|load\.en)$/, measure],
  [/^(job-runner|job|gutter)$/, measureAnew],
  [/^text-settings$/, textSetting],
  [/^text-panel$/, openText],
  [/^phone-tabs$/, onPhone(phoneTabs)],
  [/^picked$/, picking],
  [/^(give|give-file)$/, givenFile],
  [/^tree$/, leading('#/sundr/fork')],
  [/^branch-tracks$/, onPhone(leading('#/sundr/fork'))],
  [/^overview$/, longRun],
  [/^narrow-lanes$/, onPhone(at(STALE))],
  [/^grouped-lanes$/, grouped],
  [/^saved$/, reload],
  [/^term-notes$/, terms],
];
/**
 * Another language, what other scenarios of the kind ask for as the one above does, and verbs, which no page has. What a
 * system is made of, each is asked for by the same lines (`contract/loading.ts`, `view/` by `app/part.ts`): the first
 * system stands for all of them, with a view of the second that is drawn by what several share.
 */
const ALIKE =
  /\.zh\.ts$|\/verbs\.ts$|load\/(steps\/)?(?!gutter)[\w-]+\.ts$|text\/(?!(card|system|races|corrections|pair|endings|gutter|load)\.)|systems\/(?!memcache)[\w-]+\/(?!readers|git-reader|view\/tree|programs\/trees\/words)[\w./-]+\.tsx?$/;

interface Chunk {
  readonly file: string;
  readonly isDynamicEntry?: boolean;
}
const manifest = JSON.parse(readFileSync(join(root, 'dist/.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;
const stem = (file: string): string => file.replace(/^assets\/(.*)-[\w-]{8}\.\w+$/, '$1');
const stems = new Set(
  Object.entries(manifest)
    .filter(([source, { isDynamicEntry }]) => isDynamicEntry && !ALIKE.test(source))
    .map(([, { file }]) => stem(file)),
);

/** Refuses a part (its script and its styles, in page and workers) for so long since it was first asked for. */
async function refuse(page: Page, name: string, forMs: number): Promise<() => number> {
  let first = 0;
  let refused = 0;
  await page.context().route(/\/assets\/[^/]+\.(js|css)$/, (route) => {
    if (stem(new URL(route.request().url()).pathname.slice(1)) !== name) return route.fallback();
    first ||= Date.now();
    if (Date.now() - first > forMs) return route.fallback();
    refused++;
    return route.abort('failed');
  });
  return () => refused;
}

/** Less than the page waits before it asks again. */
const MOMENT_MS = 500;

for (const name of stems) {
  const journey = PARTS.find(([names]) => names.test(name))?.[1];

  test(`${name}: refused for a moment, it is asked for again and arrives`, async ({ page }) => {
    if (!journey) throw new Error(`no journey asks for ${name}: add it to the table`);
    const refused = await refuse(page, name, MOMENT_MS);
    await journey(page);
    expect(refused()).toBeGreaterThan(0);
  });

  test(`${name}: refused for ever, that is said`, async ({ page }) => {
    if (!journey) throw new Error(`no journey asks for ${name}: add it to the table`);
    await refuse(page, name, Number.POSITIVE_INFINITY);
    const arrived = journey(page).then(
      () => true,
      () => false,
    );
    const said = page.locator('.error-page, .notice').or(page.getByText(/did not arrive/));
    const sentence = said
      .first()
      .waitFor()
      .then(
        () => true,
        () => false,
      );
    // Some parts can be done without: then what was asked for is there all the same.
    expect(
      await Promise.race([sentence.then((is) => is || arrived), arrived.then((is) => is || sentence)]),
    ).toBe(true);
    if ((await said.count()) > 0) await expect(said.first()).toContainText(/[A-Z]\w+ [^.]+/);
  });
}

test('a run is kept while a part of its page is missing, and can be had as a file', async ({ page }) => {
  await refuse(page, 'compare-view', Number.POSITIVE_INFINITY);
  const there = await ScenarioPage.open(page, STALE);
  const { fingerprint } = await there.stepOn(5);
  await page.getByRole('button', { name: /^Compare:/ }).click();
  const error = page.getByRole('alert');
  await expect(error).toContainText(say('last.missingTitle'));
  await expect(error).toContainText(say('last.here'));
  const download = page.waitForEvent('download');
  await error.getByRole('button', { name: say('last.save') }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain(fingerprint);
  await error.getByRole('button', { name: say('last.reload') }).click();
  expect((await there.moment(5)).fingerprint).toBe(fingerprint);
  expect((await kept(page)).map((run) => run.fingerprint)).toEqual([fingerprint]);
});

test('where a newer version is there, that is said', async ({ page }) => {
  await refuse(page, 'home-page', Number.POSITIVE_INFINITY);
  let visits = 0;
  await page.route(isolatedUrl, async (route) => {
    if (visits++ === 0) return route.fallback();
    const answer = await route.fetch();
    return route.fulfill({
      body: (await answer.text()).replace(/assets\/index-[\w-]+\.js/g, 'assets/index-new.js'),
    });
  });
  await page.goto(`${isolatedUrl}#/`);
  await expect(page.getByRole('alert')).toContainText(say('last.newer'));
});

test('words that never arrive are done without: what can be said without them is', async ({ page }) => {
  await refuse(page, 'text.en', Number.POSITIVE_INFINITY);
  await page.goto(`${isolatedUrl}#/`);
  const error = page.getByRole('alert');
  await expect(error.getByRole('heading')).toHaveText(say('last.missingTitle'));
  await expect(error.getByRole('button', { name: say('last.all') })).toBeVisible();
});

test('one thing on the first page that cannot be drawn does not blank it', async ({ page }) => {
  const there = await ScenarioPage.open(page, STALE);
  await keptAt(page, (await there.stepOn(1)).fingerprint);
  await page.addInitScript(() => {
    Intl.DateTimeFormat.prototype.formatToParts = () => [];
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => () => {
        throw new RangeError('put in');
      },
    });
  });
  await page.goto(`${isolatedUrl}#/`);
  await page.reload();
  const error = page.getByRole('alert');
  await expect(error).toContainText('put in');
  await expect(page.getByRole('banner')).toBeVisible();
  const download = page.waitForEvent('download');
  await error.getByRole('button', { name: say('last.all') }).click();
  await download;
  await page.goto(`${isolatedUrl}${STALE}`);
  await there.moment(0);
});

test('a dialog that fails closes, says so, and leaves the run', async ({ page }) => {
  const there = await ScenarioPage.open(page, STALE);
  const moment = await there.stepOn(2);
  await page.evaluate(() => {
    HTMLDialogElement.prototype.showModal = () => {
      throw new Error('put in');
    };
  });
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  await expect(there.notice).toContainText('put in');
  expect(await there.moment(2)).toEqual(moment);
  await there.stepOn(1);
});

test('the page around it failing is said too', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'title', {
      get: () => '',
      set: () => {
        throw new Error('put in');
      },
    });
  });
  await page.goto(`${isolatedUrl}#/`);
  await expect(page.getByRole('alert')).toContainText('put in');
});
