// What must be the same in every JavaScript engine, as lines of text by name: for every scenario in the catalog the
// fingerprint of every step to the end under three seeds, and of some under two other schedulers, what the first of a
// search finds, what is measured, and its link, opened again; a header mined by one worker and by several; and every
// link that was ever given out. Runs in Node and, inside a worker, in a browser.

import type { ByHand } from '../../src/session/by-hand.ts';
import { BLOCK_64, targetOf } from '../../src/systems/bitcoin/mining/testing/headers.ts';
import { catalog } from '../../src/systems/catalog.ts';
import { GOLDEN } from '../../src/systems/testing/golden-links.ts';

export type Results = Readonly<Record<string, string>>;

/** Seed and scheduler of each run that is compared. */
const RUNS = [
  [1, 'scenario'],
  [2, 'scenario'],
  [3, 'scenario'],
  [2, 'seeded'],
  [3, 'earliest'],
] as const;
/** A run in an order that is not the scenario's own may never come to rest. */
const MOST_STEPS = 50;
/** Which engine runs it changes nothing about which states there are: the first of them tell a difference. */
const SEARCH = { from: 'start', maxStates: 1000, maxDepth: Number.MAX_SAFE_INTEGER } as const;

/** Block 64 under a target that one hash in 65,537 meets, by so many real workers where there are any. */
const WORKERS = [1, 2, 4];
const EASY = `${BLOCK_64.slice(0, 144)}ffff001f${BLOCK_64.slice(152)}`;
const MINED = {
  kind: 'bitcoin/mine',
  input: { header: EASY, target: targetOf(EASY) },
  from: 0,
  to: 2 ** 32,
};

/** `at` hears what is found next: where it ends, the work stands. */
export async function resultsOf(
  newSession: () => ByHand,
  at: (name: string) => void = () => undefined,
): Promise<Results> {
  const results: Record<string, string> = {};
  const session = newSession();
  /** Where links are opened: another reader's. */
  const other = newSession();
  for (const entry of catalog) {
    const { id: system, scenarios } = await entry.head();
    for (const { id: scenario, steps } of scenarios) {
      const name = `${system}/${scenario}`;
      for (const [seed, scheduler] of RUNS) {
        at(`${name}, seed ${seed}, scheduler ${scheduler}`);
        await session.open({ system, scenario, seed, params: { scheduler } });
        const most = scheduler === 'scenario' ? steps : Math.min(steps, MOST_STEPS);
        results[`${name}, seed ${seed}, scheduler ${scheduler}`] = (await path(session, most)).join(' ');
      }
      at(`${name}, link`);
      await session.open({ system, scenario });
      await session.advance(steps);
      const link = await session.link();
      results[`${name}, link`] = link.slice(link.indexOf('#'));
      results[`${name}, link opened`] = await opened(other, link);
      at(`${name}, explored`);
      await session.open({ system, scenario });
      const { seconds: _, ...found } = await session.explore(SEARCH);
      results[`${name}, explored`] = JSON.stringify(found);
      at(`${name}, measured`);
      results[`${name}, measured`] = JSON.stringify(await session.experiment());
    }
  }
  for (const workers of WORKERS) {
    at(`mined by ${workers}`);
    const { hit } = await session.session.lowest({ ...MINED, workers });
    results[`mined by ${workers}`] = String(hit);
  }
  for (const [link] of GOLDEN) {
    at(`golden ${link}`);
    results[`golden ${link}`] = await opened(session, link);
  }
  return results;
}

/** The fingerprint of every moment to the end. */
async function path(session: ByHand, most: number): Promise<readonly string[]> {
  const prints = [(await session.frame()).fingerprint];
  while (prints.length <= most) {
    const { cursor, fingerprint } = await session.advance(1);
    if (cursor.step < prints.length) break;
    prints.push(fingerprint);
  }
  return prints;
}

/** Where a link leads. */
async function opened(session: ByHand, link: string): Promise<string> {
  const { frame, warning } = await session.openLink(link.slice(link.indexOf('#')));
  return `${frame.cursor.step} ${frame.fingerprint}${warning ? ` ${warning.key}` : ''}`;
}
