// Bitcoin's network with 500 blocks and 30 nodes, in Node: any step of the run through the session (a whole Frame and the
// page of steps around it), and the next step, each beside the 50 ms that a person waits for without noticing.

import { assert } from '../src/base/assert.ts';
import { pick } from '../src/base/rng.ts';
import { newSession } from '../src/systems/testing/new-session.ts';
import type { Bench } from './measure.ts';
import { compared, median, percentile } from './measure.ts';

const PARAMS = { nodes: 30, honestFinds: 17, attackerFinds: 24 };
const BLOCKS = 500;
const STEPS = 40_000;
const TAKES = 100;
const COLUMNS = 11;
const NOTICED_MS = 50;

export const networkBench: Bench = {
  name: 'network',
  about: 'any step of a run of 500 blocks and 30 nodes',
  async run({ rounds = 3, log }) {
    const session = newSession();
    await session.open({ system: 'bitcoin', scenario: 'chain-growth', params: PARAMS });
    const { length, cursor, scenes } = await session.advance(10 * STEPS);
    assert(length > STEPS, `the run has only ${length} steps`);
    const tree = scenes.find(({ kind }) => kind === 'blocks') as { readonly blocks?: readonly unknown[] };
    assert(tree.blocks?.length === BLOCKS + 1, `the run has ${tree.blocks?.length} blocks`);
    log(`the run has ${length} steps`);

    const timed = async (step: number): Promise<number> => {
      const before = performance.now();
      await session.seek({ try: cursor.try, step });
      await session.track(Math.max(0, step - COLUMNS), step);
      return performance.now() - before;
    };
    const seeks: number[][] = [];
    const steps: number[][] = [];
    for (let round = 0; round < rounds; round++) {
      const took: number[] = [];
      for (let i = 0; i < TAKES; i++) took.push(await timed(pick(1, round * TAKES + i, length + 1)));
      seeks.push(took);
      const next: number[] = [];
      for (let i = 0; i < TAKES; i++) next.push(await timed(length - TAKES + i));
      steps.push(next);
      log(
        `seek p95 ${percentile(took, 0.95).toFixed(1)} ms, step p95 ${percentile(next, 0.95).toFixed(1)} ms`,
      );
    }
    const row = (what: string, all: readonly number[][]) => {
      const each = all.flat();
      return compared(
        {
          name: `network: 50 ms / p95 of a ${what} in a run of ${length} steps`,
          unit: '1/s',
          floor: 1,
          goal: 2,
          note: `A ${what}: median ${median(each).toFixed(1)} ms, p95 ${percentile(each, 0.95).toFixed(1)} ms.`,
        },
        all.map((took) => 1000 / percentile(took, 0.95)),
        all.map(() => 1000 / NOTICED_MS),
      );
    };
    return [row('seek', seeks), row('step', steps)];
  },
};
