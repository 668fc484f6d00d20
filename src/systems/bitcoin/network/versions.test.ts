// Two versions of the rules on one network, and miners that choose what is in a block.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldAction } from '../../../actors/world.ts';
import type { Params } from '../../../contract/system.ts';
import { explore } from '../../../kernel/explore.ts';
import type { Model } from '../../../kernel/model.ts';
import { blockBytes } from '../consensus/block.ts';
import { supplyAt } from '../consensus/subsidy.ts';
import { TWO_NODES } from '../testing/two-nodes.ts';
import { bestChain, blocksOf, chainTo } from './chain.ts';
import { networkModel } from './model.ts';
import { bestOf, bytesOf, coinbaseOf, connected, feesOf, MANY, planOf, transactionOf } from './payments.ts';
import { sumOf } from './properties.ts';
import type { Version } from './settings.ts';
import { networkSettings } from './settings.ts';
import type { Network, Node } from './state.ts';
import { refusedIn, versionFault } from './versions.ts';

const BASE: Params = { ...TWO_NODES, nodes: 3, attackerFinds: 1, payments: 'many', upgraded: 1, limit: 600 };
const modelOf = (changes: Params): Model<Network, WorldAction> => networkModel({ ...BASE, ...changes });

function ran(changes: Params, keys: string): Network {
  const model = modelOf(changes);
  return keys.split(' ').reduce((state, key) => {
    const action = model.enabled(state).find((one) => one.key === key);
    if (!action) throw new Error(key);
    return model.next(state, action);
  }, model.init());
}

/** To its last step, as chance has it. */
function playedOut(changes: Params, picks: readonly number[]): Network {
  const model = modelOf(changes);
  let state = model.init();
  for (let i = 0; ; i++) {
    const enabled = model.enabled(state);
    const action = enabled[(picks[i] ?? 0) % Math.max(1, enabled.length)];
    if (!action) return state;
    state = model.next(state, action);
  }
}

const verdict = (changes: Params, name: string): string => {
  const { complete, properties } = explore(modelOf({ nodes: 2, ...changes }), { maxStates: 400_000 });
  expect(complete).toBe(true);
  return properties[name]?.verdict ?? '';
};

describe('a miner that chooses', () => {
  test('a block is as long as its bytes are', () => {
    for (const payments of [[], ['t1'], ['t1', 't2', 't4']]) {
      const header = {
        version: 1,
        previous: new Uint8Array(32),
        merkleRoot: new Uint8Array(32),
        time: 0,
        bits: 0,
        nonce: 0,
      };
      const transactions = [coinbaseOf('H', 3, feesOf(payments)), ...payments.map(transactionOf)];
      expect(bytesOf('H', 3, payments)).toBe(blockBytes({ header, transactions }).length);
    }
  });

  test('takes what pays most, as much as there is room for', () => {
    const most = bytesOf('H', 1, ['t1', 't2']) + 5;
    expect(bestOf('H', 1, MANY, most)).toEqual(['t2', 't4']);
    expect(bestOf('H', 1, ['t1', 't3'], most)).toEqual(['t1', 't3']);
    expect(bestOf('H', 1, MANY, 200)).toEqual([]);
  });

  test('keeps to its choice when more comes, and drops what another has put in a block', () => {
    const chosen = 'A.pay.t1 A.pay.t2 A.pay.t3 tx.t1.A>H H.renew tx.t2.A>H';
    const before = ran({ nodes: 4 }, chosen).locals.H as Node;
    expect([before.chosen, before.pool]).toEqual([['t1'], ['t1', 't2']]);
    const after = ran({ nodes: 4 }, `${chosen} tx.t1.A>B B.renew B.find.1 inv.B1.B>H`).locals.H as Node;
    expect([after.chosen, after.pool]).toEqual([['t2'], ['t2']]);
  });

  test('is paid the subsidy and the fees of its block', () => {
    const { locals } = ran({}, 'A.pay.t1 A.pay.t2 tx.t1.A>H tx.t2.A>H H.renew H.find.1 inv.H1.H>M');
    const merchant = locals.M as Node;
    expect(feesOf(['t1', 't2'])).toBe(50_000);
    expect(sumOf(merchant)).toBe(supplyAt(1));
    expect(merchant.coins).toEqual(['G.2', 'G.3', 'H1.0', 't1.0', 't2.0']);
  });
});

describe('what a version refuses', () => {
  const limited: Version = { most: 400, over: 0, wraps: false, unhurried: false };
  test('a block of one byte too many, and none of just enough', () => {
    const world = ran({ limit: 2000 }, 'A.pay.t1 A.renew A.find.1');
    const [first, block] = bestChain(world.locals.A as Node);
    const size = bytesOf('A', 1, ['t1']);
    expect(block && versionFault(block, first, { ...limited, most: size })).toBeNull();
    expect(block && versionFault(block, first, { ...limited, most: size - 1 })).toBe('bad-blk-length');
    expect(block && versionFault(block, first, { ...limited, over: size - 1 })).toBeNull();
    expect(block && versionFault(block, first, { ...limited, over: size })).toBe('too-short');
  });

  test('outputs above 21 million coins; the old sum of them wraps to less than nothing', () => {
    expect(transactionOf('V').outputs.map(({ value }) => value)).toEqual([
      9_223_372_036_854_277_039n,
      9_223_372_036_854_277_039n,
    ]);
    expect(planOf('V').fee).toBe(5_000_997_538);
    const world = ran({ payments: 'off', rules: 'overflow' }, 'A.overflow A.find.1');
    const chain = bestChain(world.locals.A as Node);
    expect(refusedIn(chain, { ...limited, wraps: true })).toBeNull();
    expect(refusedIn(chain, { ...limited, wraps: false })?.fault).toBe('bad-txns-vout-toolarge');
    expect(sumOf(world.locals.A as Node)).toBeGreaterThan(1.8e19);
  });
});

describe('every order of events', () => {
  test.each<[string, string, string, Params]>([
    ['tighter rules part nobody for ever', 'apart', 'not reached', { rules: 'tighter' }],
    ['looser rules neither', 'apart', 'not reached', { rules: 'looser', limit: 400 }],
    [
      'looser rules with a first block that must be long do',
      'apart',
      'reached',
      { rules: 'apart', limit: 400 },
    ],
    ['and a payment is on both', 'replayed', 'reached', { rules: 'apart', limit: 400 }],
    [
      'one version refuses nothing',
      'contested',
      'not reached',
      { rules: 'tighter', upgraded: 2, honestFinds: 0 },
    ],
  ])('%s', (_, name, expected, changes) => {
    expect(verdict(changes, name)).toBe(expected);
  });

  test('with the error somewhere there may be more coins than there are; with none there are not', () => {
    const changes = { payments: 'off', rules: 'overflow' };
    expect(verdict({ ...changes, upgraded: 1 }, 'supply')).toBe('violated');
    expect(verdict({ ...changes, upgraded: 3 }, 'supply')).toBe('holds');
  });
});

test.each<[Params]>([
  [{ rules: 'tighter', upgraded: 2 }],
  [{ rules: 'apart', upgraded: 2 }],
  [{ rules: 'looser', upgraded: 1 }],
  [{ rules: 'overflow', payments: 'off', upgraded: 2 }],
])('once all has arrived, each node is on most work of what its own rules allow: %o', (changes) => {
  const params = { ...BASE, nodes: 5, attackerFinds: 2, honestFinds: 2, ...changes };
  const { versions } = networkSettings(params);
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 200, maxLength: 200 }), (picks) => {
      const { locals } = playedOut(params, picks);
      for (const [id, node] of Object.entries(locals)) {
        const heights = Object.values(locals).flatMap((other) =>
          blocksOf(other)
            .filter(({ name }) => refusedIn(chainTo(other, name), versions[id] as Version) === null)
            .map(({ height }) => height),
        );
        const chain = bestChain(node);
        expect(chain.length - 1).toBe(Math.max(...heights));
        expect(refusedIn(chain, versions[id] as Version)).toBeNull();
        expect(node.coins).toEqual(chain.reduce(connected, [] as readonly string[]));
      }
    }),
    { numRuns: 30 },
  );
});
