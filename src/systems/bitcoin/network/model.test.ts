import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldAction } from '../../../actors/world.ts';
import { explore } from '../../../kernel/explore.ts';
import type { Model } from '../../../kernel/model.ts';
import { mineRange } from '../mining/functions.ts';
import type { RangeInput } from '../mining/range.ts';
import { minedBytes } from '../mining/range.ts';
import { TWO_NODES } from '../testing/two-nodes.ts';
import { bestChain, blockOf, blocksOf } from './chain.ts';
import { isWorked } from './find.ts';
import { networkModel } from './model.ts';
import { connected, isSigned } from './payments.ts';
import { sumOf } from './properties.ts';
import type { Network, Node } from './state.ts';

type Changes = Partial<Record<keyof typeof TWO_NODES, string | number>>;
const modelOf = (changes: Changes): Model<Network, WorldAction> => networkModel({ ...TWO_NODES, ...changes });
const searched = (changes: Changes) => {
  const { complete, properties } = explore(modelOf(changes));
  const said = (name: string): string => {
    const { verdict = '', length } = properties[name] ?? {};
    return length === undefined ? verdict : `${verdict} in ${length}`;
  };
  expect(complete).toBe(true);
  for (const name of ['no-coin-twice', 'supply', 'most-work', 'signatures'])
    expect(said(name), name).toBe('holds');
  return said;
};

describe('every order of events', () => {
  test.each<[string, Changes]>([
    ['2 nodes, relay', {}],
    ['2 nodes, by message', { grain: 'message' }],
    ['3 nodes, relay', { nodes: 3 }],
  ])('a fork is two finds away: %s', (_, changes) => {
    expect(searched(changes)('fork')).toBe('reached in 2');
  });

  test.each<[string, string, Changes]>([
    ['2 finds each, relay', 'reached in 4', { honestFinds: 2 }],
    ['2 finds each, by message', 'reached in 6', { honestFinds: 2, grain: 'message' }],
    ['1 find each: of two alike the first seen stays', 'not reached', { attackerFinds: 1 }],
  ])('a node leaves a block only for more work: %s', (_, verdict, changes) => {
    expect(searched({ z: 0, ...changes })('reorg')).toBe(verdict);
  });

  test.each([
    [0, 5],
    [1, 7],
    [2, 9],
    [3, 11],
  ])('with %i confirmations and one find more than the honest, the payment is gone in %i', (z, steps) => {
    const said = searched({ z, honestFinds: z, attackerFinds: z + 1 });
    expect(said('payment-stays')).toBe(`violated in ${steps}`);
    expect(searched({ z, honestFinds: z, attackerFinds: z })('payment-stays')).toBe('holds');
  });

  test('by message the attack takes two steps more, over a third node as well', () => {
    expect(searched({ grain: 'message' })('payment-stays')).toBe('violated in 9');
    expect(searched({ nodes: 3 })('payment-stays')).toBe('violated in 9');
  });
});

describe('a payment that nobody waits for', () => {
  const UNCONFIRMED = { nodes: 3, z: 0 };

  test('is lost in a race without a block of the attacker’s, if another miner hears of the other one first', () => {
    const race = { ...UNCONFIRMED, attack: 'race', attackerFinds: 0 };
    expect(searched(race)('payment-stays')).toBe('violated in 6');
    expect(searched({ ...race, attack: 'branch' })('payment-stays')).toBe('holds');
    expect(searched({ ...race, z: 1 })('payment-stays')).toBe('holds');
  });

  test('is lost to one block that was found before it was paid, and to none found after where it is waited for', () => {
    const finney = { ...UNCONFIRMED, attack: 'finney', attackerFinds: 1 };
    expect(searched(finney)('payment-stays')).toBe('violated in 5');
    expect(searched({ ...finney, z: 1 })('payment-stays')).toBe('holds');
  });

  test('Finney’s attacker pays only once its block lies ready', () => {
    const model = modelOf({ ...UNCONFIRMED, attack: 'finney' });
    const keys = (state: Network) => model.enabled(state).map(({ key }) => key);
    let state = model.init();
    for (const key of ['A.double', 'A.find.1']) {
      expect(keys(state)).not.toContain('A.pay');
      const action = model.enabled(state).find((one) => one.key === key);
      if (!action) throw new Error(key);
      state = model.next(state, action);
    }
    expect(keys(state)).toContain('A.pay');
  });
});

/** Steps as chance has them, with the real work in them. */
function played(changes: Changes, picks: readonly number[]): Network {
  const model = modelOf(changes);
  let state = model.init();
  for (const pick of picks) {
    const enabled = model.enabled(state);
    const action = enabled[pick % Math.max(1, enabled.length)];
    if (!action) break;
    const job = model.job?.(state, action);
    const result = job ? minedBytes(mineRange(job.input as unknown as RangeInput)) : undefined;
    state = model.next(state, action, result);
  }
  return state;
}

test('however nodes reorganise, their coins are those of a rebuild from the first block', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.array(fc.nat(1000), { maxLength: 60 }),
      fc.constantFrom('relay', 'message'),
      (nodes, picks, grain) => {
        const world = played({ nodes, grain, z: 0, honestFinds: 6, attackerFinds: 6, stamps: 'free' }, picks);
        for (const node of Object.values(world.locals)) {
          const chain = bestChain(node);
          expect(node.coins).toEqual(chain.reduce(connected, [] as readonly string[]));
          expect(sumOf(node)).toBe(50e8 * chain.length);
          for (const block of blocksOf(node)) {
            const parent = block.parent === null ? undefined : blockOf(node, block.parent);
            expect(block.hash).toMatch(/^00[0-9a-f]{62}$/);
            expect(isWorked(block, parent)).toBe(true);
            expect(block.payments.every(isSigned)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a block whose nonce is another has not done its work', () => {
  const world = played({}, [0]);
  const [parent, block] = blocksOf(world.locals.A as Node);
  expect(block && isWorked({ ...block, nonce: block.nonce + 1 }, parent)).toBe(false);
});

test('a merchant with a stricter rule refuses what is stamped early, and what stands on it; others take it', () => {
  const tips = (rules: string): readonly string[] => {
    const model = modelOf({ rules, stamps: 'free', honestFinds: 0 });
    let state = model.init();
    for (const key of ['A.find.1.early', 'A.find.2', 'inv.A2.A>M']) {
      const action = model.enabled(state).find((one) => one.key === key);
      if (!action) throw new Error(key);
      state = model.next(state, action);
    }
    return ['A', 'M'].map((id) => state.locals[id]?.tip ?? '');
  };
  expect(tips('same')).toEqual(['A2', 'A2']);
  expect(tips('stricter')).toEqual(['A2', 'G']);
});
