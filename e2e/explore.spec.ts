// Can any order break it? And where do two settings part?

import { expect } from '@playwright/test';
import type { Text } from '../src/base/text.ts';
import type { Words } from '../src/base/words.ts';
import { plain } from '../src/base/words.ts';
import type { ExploredProperty } from '../src/kernel/explored.ts';
import { en as session } from '../src/session/text.en.ts';
import { catalog } from '../src/systems/catalog.ts';
import { pairsOf } from '../src/widgets/difference.ts';
import { cliHere } from './cli.ts';
import { endlessSearch, headlessSession, linkAfter, listed } from './headless.ts';
import { ExploreDialog } from './pages/explore-dialog.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { test } from './same-page.ts';
import { say } from './words.ts';

const SCENARIO = { system: 'memcache', scenario: 'stale-set' };
const HASH = '#/memcache/stale-set';
const BROKEN = 'the cache ends up matching the database';

/** What `explore --json` prints, as far as it is looked at here. */
interface Explored {
  readonly complete: boolean;
  readonly states: number;
  readonly edges: number;
  readonly properties: Readonly<Record<string, ExploredProperty & { readonly link?: string }>>;
}

const fragmentOf = (link: string): string => link.slice(link.indexOf('#'));

/** How the dialog says what became of a promise that no order breaks. */
function wordFor(verdict: ExploredProperty['verdict'], length: number, complete: boolean): string {
  if (verdict === 'reached') return say('explore.inSteps', { verdict: say('verdict.reached'), length });
  if (verdict === 'not reached') return say(complete ? 'explore.never' : 'explore.notSoFar');
  return verdict;
}

test('the search finds the shortest order that breaks the cache, five steps, and opens it as a try', async ({
  page,
}) => {
  const there = await ScenarioPage.open(page, HASH);
  // Not the way that the counterexample goes.
  await page.keyboard.press('2');
  await there.moment(1);
  const mine = await there.stepOn(1);
  const dialog = await ExploreDialog.open(there);
  expect(await dialog.search()).toContain(say('explore.broken', { property: BROKEN, length: 5 }));
  await dialog.watch();
  const shown = await there.moment(5);
  expect(shown.sentence).toContain(say('verdict.violated'));
  const tries = there.tries.getByRole('listitem');
  await expect(tries).toHaveCount(2);
  // What was there before is a try like any other.
  await tries.first().getByRole('button').first().click();
  expect((await there.moment(2)).fingerprint).toBe(mine.fingerprint);
});

test('with leases on the search visits every state and says how many', async ({ page }) => {
  const session = headlessSession();
  await session.open({ ...SCENARIO, params: { lease: 'on' } });
  const { states, edges, complete } = await session.explore({
    from: 'start',
    maxStates: 1_000_000,
    maxDepth: Number.MAX_SAFE_INTEGER,
  });
  expect(complete).toBe(true);
  const there = await ScenarioPage.open(page, HASH);
  await page.getByRole('switch', { name: /lease/i }).click();
  await expect(page.getByRole('switch', { name: /lease/i })).toBeChecked();
  const dialog = await ExploreDialog.open(there);
  const answer = await dialog.search();
  expect(answer).toContain(say('explore.none', { states: states.toLocaleString('en') }));
  expect(answer).toContain(edges.toLocaleString('en'));
});

test('where something may happen only so often, all orders are all with at most so many', async ({
  page,
}) => {
  const { hash } = await linkAfter('double-spend', 0, { attackerFinds: 1 }, 'bitcoin');
  const there = await ScenarioPage.open(page, hash);
  const dialog = await ExploreDialog.open(there);
  const answer = await dialog.search();
  expect(answer).toContain(say('explore.none', { states: 180 }));
  expect(answer).toContain(say('explore.within', { bounds: '“finds of A: 1”, “finds of the others: 1”' }));
});

test('a search under way is stopped, says how far it came, and leaves the run as it was', async ({
  page,
}) => {
  const { hash, step } = await endlessSearch();
  const there = await ScenarioPage.open(page, hash);
  const mine = await there.moment(step);
  const dialog = await ExploreDialog.open(there);
  await dialog.begin();
  await expect(dialog.answer).toHaveCount(0);
  await dialog.stop.click();
  await expect(dialog.answer).toBeVisible();
  await expect(dialog.stop).toHaveCount(0);
  const answer = await dialog.answer.innerText();
  const [states = ''] = /\d[\d,]*/.exec(answer) ?? [];
  expect(answer).toContain(say('explore.noneStopped', { states }));
  expect(Number(states.replaceAll(',', ''))).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(there.dialog).toHaveCount(0);
  expect(await there.moment(step)).toEqual(mine);
  await there.stepOn(1);
});

/** Searched to their end these take long, some of them minutes: they are cut short in both, after so many states. */
const LARGE = `spark/checkpoint-interval spark/narrow-crash spark/wide-crash spark/memory-loss spark/persist-vs-checkpoint spark/pagerank
  spark/co-partitioned spark/straggler spark/playground
  bitcoin/chain-growth bitcoin/partition bitcoin/soft-fork bitcoin/block-and-mempool bitcoin/majority bitcoin/hard-fork
  bitcoin/bugs-and-versions`;
const CUT = '5000';

for (const { system, scenario, hash, property } of await listed()) {
  const id = `${system}/${scenario.id}`;
  test(`a search of ${id} in the page finds what the command line finds, by the same run`, async ({
    page,
  }) => {
    const isLarge = LARGE.split(/\s+/).includes(id);
    const session = headlessSession();
    const { head } = await session.open({ system, scenario: scenario.id });
    const bound = isLarge ? CUT : String(head.searchStates ?? 1_000_000);
    const { json } = await cliHere('explore', id, '--max-states', bound);
    const found = json as unknown as Explored;
    const there = await ScenarioPage.open(page, hash);
    if (head.linear) {
      // One order: there is nothing to ask.
      await expect(there.button('ask.explore')).toHaveCount(0);
      return;
    }
    const dialog = await ExploreDialog.open(there);
    if (isLarge) await dialog.under('explore.states', CUT);
    const answer = await dialog.search();
    const number = (count: number): string => count.toLocaleString('en');
    expect(answer).toMatch(
      new RegExp(`^${number(found.states)} states?, ${number(found.edges)} steps?`, 'm'),
    );
    for (const [name, { verdict, length = 0 }] of Object.entries(found.properties)) {
      const words = property(name);
      if (verdict === 'violated')
        expect(answer).toContain(say('explore.broken', { property: words, length }));
      else if (verdict !== 'does not apply') {
        const line = dialog.answer.getByRole('listitem').filter({ hasText: words });
        await expect(line, name).toContainText(wordFor(verdict, length, found.complete));
      }
    }
    const [broken] = Object.values(found.properties).filter(({ verdict }) => verdict === 'violated');
    if (broken?.length === undefined) return;
    await dialog.watch();
    // Played from the start, it may go past.
    await expect.poll(() => there.step()).toBeGreaterThanOrEqual(broken.length);
    await there.button('page.shareMoment').click();
    const link = there.dialog.getByRole('textbox', { name: say('share.link') });
    await expect(link).toHaveValue(new RegExp(`/${id}.*k=`));
    const shared = fragmentOf(await link.inputValue());
    const own = fragmentOf(broken.link ?? '');
    if ((await there.length()) === broken.length) return expect(shared).toBe(own);
    // What is broken before the end was watched to the end: the page's run goes on where the search's path ends.
    const { frame: end } = await session.openLink(own);
    await session.openLink(shared);
    const passed = await session.seek({ try: 0, step: broken.length });
    expect(passed.fingerprint).toBe(end.fingerprint);
  });
}

/** All that a comparison is said with. */
const words = async (): Promise<Words> => ({
  ...session,
  ...(await catalog.find(({ id }) => id === SCENARIO.system)?.words('en')),
});

test('comparing leads with what came of it, steps both runs together and goes to each difference', async ({
  page,
}) => {
  const run = headlessSession();
  await run.open(SCENARIO);
  await run.advance(100);
  const { said, a, b } = await run.compare({ lease: 'on' });
  const differ = pairsOf(a.track.steps, b.track.steps).flatMap(({ difference }, index) =>
    difference ? [index + 1] : [],
  );
  expect(differ.length).toBeGreaterThan(1);

  const there = await ScenarioPage.open(page, HASH);
  // From the start both are played to their ends.
  await page.getByRole('button', { name: /^compare\b.*lease on/i }).click();
  const heading = page.getByRole('heading', { level: 1 });
  const table = await words();
  for (const half of [said.args?.a, said.args?.b]) {
    await expect(heading).toContainText(plain(table, half as Text));
  }
  await expect(heading).toBeFocused();
  const slider = page.getByRole('slider');
  await expect(slider).toHaveCount(1);
  await expect(slider).toHaveAttribute('aria-valuenow', '5');
  for (const step of differ.slice(0, -1).reverse()) {
    await page.keyboard.press('Shift+N');
    await expect(slider).toHaveAttribute('aria-valuenow', String(step));
  }
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '0');
  for (const step of differ) {
    await page.keyboard.press('n');
    await expect(slider).toHaveAttribute('aria-valuenow', String(step));
  }
  await expect(page.getByRole('button', { name: /^Step \d+ differs/ })).toHaveCount(differ.length);
  await page.getByRole('button', { name: say('compare.back') }).click();
  await there.moment(0);
});
