// The searches of a double spend: each counterexample, as the command line gives it, opens in the page at its last step,
// which breaks what the search said is broken.

import { expect, test } from '@playwright/test';
import { cliHere } from './cli.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { NO_APP } from './same-page.ts';
import { say } from './words.ts';

const STAYS = 'the payment stays';

/** Nodes, what a step is, confirmations, and how long the shortest way is; the attacker may find one more than the honest. */
const SEARCHES: readonly (readonly [nodes: number, grain: string, z: number, length: number])[] = [
  [2, 'relay', 0, 5],
  [2, 'relay', 1, 7],
  [2, 'relay', 2, 9],
  [2, 'relay', 3, 11],
  [2, 'message', 1, 9],
  [2, 'message', 2, 11],
  [3, 'relay', 1, 9],
];

test('every counterexample of a double spend opens as a link, at its moment, with what it breaks', async ({
  page,
}) => {
  test.setTimeout(240_000 * patience);
  for (const [nodes, grain, z, length] of SEARCHES) {
    const set = {
      nodes,
      grain,
      z,
      honestFinds: z,
      attackerFinds: z + 1,
      loss: 'off',
      partition: 'off',
      rules: 'same',
    };
    const switches = Object.entries(set).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
    const { code, json } = await cliHere('explore', 'bitcoin/double-spend', ...switches);
    expect(code).toBe(1);
    expect(json.complete).toBe(true);
    const { 'payment-stays': found } = json.properties as Record<string, { link?: string; length?: number }>;
    expect(found?.length).toBe(length);
    const link = found?.link ?? '';
    await page.goto(NO_APP);
    const there = await ScenarioPage.open(page, link.slice(link.indexOf('#')));
    const { sentence } = await there.moment(length);
    expect(await there.length()).toBe(length);
    expect(sentence).toContain(say('verdict.violated'));
    const cells = (await there.rows()).get(STAYS) ?? [];
    expect(cells.at(-1)).toContain(say('verdict.violated'));
    expect(cells.filter((cell) => cell.includes(say('verdict.violated')))).toHaveLength(1);
    await expect(there.notice).toHaveCount(0);
  }
});
