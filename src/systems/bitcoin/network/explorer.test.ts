// What the chain explorer shows is made from the run's own blocks: it is held against what the nodes hold.

import { describe, expect, test } from 'vitest';
import { mineRange } from '../mining/functions.ts';
import type { RangeInput } from '../mining/range.ts';
import { minedBytes } from '../mining/range.ts';
import { turned } from '../scene-bytes.ts';
import { TWO_NODES } from '../testing/two-nodes.ts';
import { blocksOf } from './chain.ts';
import { COINBASE, childrenOf, flowOf, HEADER, inspected, itemsOf } from './explorer.ts';
import { networkModel } from './model.ts';
import type { ExplorerScene, NodesScene } from './scene.ts';
import { networkScene } from './scene.ts';
import type { Network } from './state.ts';

/** The run of the double spend. */
function played(keys: string): Network {
  const model = networkModel(TWO_NODES);
  let state = model.init();
  for (const key of keys.split(' ')) {
    const action = model.enabled(state).find((one) => one.key === key);
    if (!action) throw new Error(key);
    const job = model.job?.(state, action);
    const result = job ? minedBytes(mineRange(job.input as unknown as RangeInput)) : undefined;
    state = model.next(state, action, result);
  }
  return state;
}
const world = played('A.pay tx.Z.A>M M.find.1 A.double A.find.1 A.find.2 inv.A2.A>M');
const sceneOf = (kind: string, eye: string | null) => networkScene(kind, world, eye, TWO_NODES);
const all = sceneOf('explorer', null) as ExplorerScene;
const keys = (lines: ReturnType<typeof flowOf>) => lines.map(({ key }) => key);

describe('the chain explorer', () => {
  test('has every block of the run, and under a lens those of one node', () => {
    expect(blocksOf(all).map(({ name }) => name)).toEqual(['G', 'A1', 'M1', 'A2']);
    const before = played('A.pay tx.Z.A>M M.find.1 A.double A.find.1');
    const seen = networkScene('explorer', before, 'M', TWO_NODES) as ExplorerScene;
    expect(blocksOf(seen).map(({ name }) => name)).toEqual(['G', 'M1']);
    expect(childrenOf(all, 'G')).toEqual(['A1', 'M1']);
  });

  test('hashes each header anew, to the hash that the nodes have, and no rule that is asked fails', () => {
    for (const block of blocksOf(all)) {
      const { fields, hashes, checks } = inspected(all, block, HEADER);
      expect(fields.reduce((sum, { hex }) => sum + hex.length / 2, 0)).toBe(80);
      expect(turned(hashes[0]?.hex ?? '')).toBe(block.hash);
      expect(checks.filter(({ state }) => state === 'fails')).toEqual([]);
      expect(checks.find(({ rule }) => rule === 'high-hash')?.state).toBe('holds');
    }
  });

  test('finds a header that was changed to have no work', () => {
    const [, block] = blocksOf(all);
    if (!block) throw new Error('no block');
    const { checks } = inspected(all, { ...block, nonce: block.nonce + 1 }, HEADER);
    expect(checks.find(({ rule }) => rule === 'high-hash')?.state).toBe('fails');
  });

  test('follows a payment: from whose coin, to whom, what is left, and its signature', () => {
    const block = blocksOf(all).find(({ name }) => name === 'M1');
    if (!block) throw new Error('no M1');
    expect(itemsOf(block)).toEqual([HEADER, COINBASE, 'Z']);
    expect(inspected(all, block, 'Z').failed).toEqual([]);
    const flow = flowOf(all, block, 'Z');
    expect(keys(flow)).toEqual(['explorer.spends', 'explorer.pays', 'explorer.fee', 'explorer.signed']);
    expect(flow.map(({ args }) => args?.coins)).toEqual(['50', '49.9999', '0.0001', undefined]);
    expect(flowOf(all, block, COINBASE).map(({ args }) => args?.coins)).toEqual([undefined, '50.0001']);
  });
});

test('the table of nodes has what each has in its own chain', () => {
  const { nodes, tips } = sceneOf('nodes', null) as NodesScene;
  expect(tips).toEqual([{ tip: 'A2', count: 2 }]);
  expect(nodes.map(({ id, tip, coins }) => [id, tip, coins])).toEqual([
    ['A', 'A2', '150'],
    ['M', 'A2', '0'],
  ]);
});
