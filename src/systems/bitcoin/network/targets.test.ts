// The chain's own parameters in the small: a first target, a period after which it is set anew, and a maturity.

import { describe, expect, test } from 'vitest';
import { mineRange } from '../mining/functions.ts';
import type { RangeInput } from '../mining/range.ts';
import { minedBytes } from '../mining/range.ts';
import { TWO_NODES } from '../testing/two-nodes.ts';
import { bestChain, blockOf, blocksOf, workTo } from './chain.ts';
import { isWorked } from './find.ts';
import { networkModel } from './model.ts';
import { networkSettings } from './settings.ts';
import type { Network, Node } from './state.ts';
import { bitsOf, triesAt } from './targets.ts';
import { chainFault } from './versions.ts';

type Changes = Partial<Record<keyof typeof TWO_NODES, string | number>>;

/** With the real work of each find; what is not possible is said by its key. */
function ran(changes: Changes, keys: readonly string[]): Network {
  const model = networkModel({ ...TWO_NODES, ...changes });
  return keys.reduce((state, key) => {
    const action = model.enabled(state).find((one) => one.key === key);
    if (!action) throw new Error(`${key} cannot be`);
    const job = model.job?.(state, action);
    return model.next(state, action, job && minedBytes(mineRange(job.input as unknown as RangeInput)));
  }, model.init());
}
const nodeOf = (world: Network, id: string): Node => world.locals[id] as Node;
const finds = (id: string, count: number, early = false): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${id}.find.${i + 1}${early ? '.early' : ''}`);
const triesIn = (world: Network, id: string): readonly number[] =>
  bestChain(nodeOf(world, id)).map((block) => triesAt(bitsOf(block)));

describe('the target', () => {
  const chain = { period: '4', stamps: 'free', honestFinds: 8, attackerFinds: 8 };

  test('is set anew each period, from one interval too few, and settles there', () => {
    expect(triesIn(ran(chain, finds('A', 8)), 'A')).toEqual([256, 256, 256, 256, 341, 341, 341, 341, 341]);
  });

  test('is at most four times as hard where a period looks short', () => {
    expect(triesIn(ran(chain, finds('A', 4, true)), 'A')).toEqual([256, 256, 256, 256, 1024]);
  });

  test('decides: a shorter chain with more work is believed', () => {
    const before = ran(chain, [...finds('A', 4, true), ...finds('M', 5)]);
    const [a, m] = [nodeOf(before, 'A'), nodeOf(before, 'M')];
    expect(blockOf(m, m.tip).height).toBe(5);
    expect(workTo(a, a.tip)).toBeGreaterThan(workTo(m, m.tip));
    const after = nodeOf(ran(chain, [...finds('A', 4, true), ...finds('M', 5), 'inv.A4.A>M']), 'M');
    expect(after.tip).toBe('A4');
    expect(after.left).toBe(true);
    // And not the other way round.
    const stays = nodeOf(ran(chain, [...finds('A', 4, true), ...finds('M', 5), 'inv.M5.M>A']), 'A');
    expect(stays.tip).toBe('A4');
  });

  test.each(['200fffff', '2000ffff', '1f0fffff'])('a block at bits %s does its work', (bits) => {
    const node = nodeOf(ran({ bits }, finds('M', 1)), 'M');
    for (const block of blocksOf(node)) {
      const parent = block.parent === null ? undefined : blockOf(node, block.parent);
      expect(bitsOf(block).toString(16)).toBe(bits);
      expect(isWorked(block, parent)).toBe(true);
    }
  });

  test('other bits than the chain asks for are refused', () => {
    const node = nodeOf(ran({}, finds('M', 1)), 'M');
    const [first, block] = blocksOf(node);
    const rules = networkSettings(TWO_NODES).chain;
    expect(block && first && chainFault(block, [first], rules)).toBeNull();
    expect(block && first && chainFault({ ...block, bits: 0x200fffff }, [first], rules)).toBe('bad-diffbits');
  });
});

describe('a reward that has not matured', () => {
  const young = { maturity: 2, attackerFinds: 3, honestFinds: 1 };

  test('is spent by nobody before its time', () => {
    expect(() => ran(young, ['A.pay'])).toThrow('A.pay cannot be');
    expect(() => ran(young, ['A.find.1', 'A.pay'])).not.toThrow();
    // M is a block behind, and the payment would be too early in its next one.
    const behind = ran(young, ['A.find.1', 'A.pay', 'tx.Z.A>M']);
    expect(nodeOf(behind, 'M').pool).toEqual([]);
    const level = ran(young, ['A.find.1', 'A.pay', 'inv.A1.A>M', 'tx.Z.A>M']);
    expect(nodeOf(level, 'M').pool).toEqual(['Z']);
  });

  test('in a block is refused by Core’s name', () => {
    const node = nodeOf(ran({ honestFinds: 1 }, ['A.pay', 'tx.Z.A>M', 'M.find.1']), 'M');
    const [first, block] = blocksOf(node);
    const rules = { ...networkSettings(TWO_NODES).chain, maturity: 2 };
    expect(block && first && chainFault(block, [first], rules)).toBe('bad-txns-premature-spend-of-coinbase');
  });
});
