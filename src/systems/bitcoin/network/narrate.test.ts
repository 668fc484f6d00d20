// What is said of a refusal: a rule with its two values, or that it was the node's own choice.

import { expect, test } from 'vitest';
import type { Story } from '../../../contract/system.ts';
import { TWO_NODES } from '../testing/two-nodes.ts';
import { networkModel } from './model.ts';
import { narrate } from './narrate.ts';

/** The story of the last of these steps. */
function told(changes: Readonly<Record<string, string | number>>, keys: string): Story {
  const params = { ...TWO_NODES, nodes: 3, ...changes };
  const model = networkModel(params);
  let state = model.init();
  let story: Story | undefined;
  for (const key of keys.split(' ')) {
    const action = model.enabled(state).find((one) => one.key === key);
    if (!action) throw new Error(key);
    const next = model.next(state, action);
    story = narrate(state, action, next, params);
    state = next;
  }
  if (!story) throw new Error('no step');
  return story;
}

test('a payment whose coin is spent in the chain breaks a rule; one whose coin waits elsewhere breaks none', () => {
  const spent = told({}, 'A.pay tx.Z.A>M A.double A.find.1 inv.A1.A>H tx.Z.M>H');
  expect(spent.sentence.key).toBe('say.spent');
  expect(spent.why).toMatchObject({ key: 'why.spent', args: { who: 'H', coin: 'G.0', other: 'Q' } });
  const race = { attack: 'race', z: 0, attackerFinds: 0 };
  const waits = told(race, 'A.pay tx.Z.A>M A.double tx.Q.A>H tx.Z.M>H');
  expect(waits.sentence.key).toBe('say.spent');
  expect(waits.why).toMatchObject({ key: 'why.waits', args: { who: 'H', other: 'Q' } });
});

test('an amount that cannot be is refused with what it is and what may be', () => {
  const overflow = { payments: 'off', rules: 'overflow', upgraded: 1 };
  const values = { got: '9,223,372,036,854,277,039', want: '2,100,000,000,000,000' };
  const alone = told(overflow, 'A.overflow tx.V.A>H');
  expect(alone.why).toMatchObject({ key: 'why.amount', args: values });
  const inBlock = told(overflow, 'A.overflow A.find.1 inv.A1.A>H');
  expect(inBlock.why).toMatchObject({ key: 'why.refused.bad-txns-vout-toolarge', args: values });
});

test('a stamp that one node finds too early is refused with both times', () => {
  const stricter = { nodes: 2, rules: 'stricter', stamps: 'free' };
  const { why } = told(stricter, 'A.find.1.early inv.A1.A>M');
  expect(why).toMatchObject({ key: 'why.refused.hurried', args: { late: 1, least: 600 } });
});
