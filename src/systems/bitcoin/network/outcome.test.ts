// How runs of the network end under other settings than their scenario's: what is said is true of them.

import { expect, test } from 'vitest';
import { text } from '../../../base/text.ts';
import { plain } from '../../../base/words.ts';
import { TWO_NODES } from '../testing/two-nodes.ts';
import { words as endings } from '../text/network-endings.en.ts';
import { networkModel } from './model.ts';
import { outcome } from './outcome.ts';

const said = async (
  scenario: string,
  changes: Readonly<Record<string, string | number>>,
  soFar: Readonly<Record<string, 'reached' | 'violated' | 'holds'>> = {},
): Promise<string> => {
  const params = { ...TWO_NODES, ...changes };
  const state = networkModel(params).init();
  const end = await outcome(scenario, params, { state, soFar } as unknown as Parameters<typeof outcome>[2]);
  return plain({ ...endings, 'net.percent': '{percent} %', none: '–' }, end.said ?? text('none'));
};

test('against less than half of the hash power waiting longer helps, against more it does not', async () => {
  const lost = { 'payment-stays': 'violated' } as const;
  expect(await said('majority', { z: 3, share: 51 }, lost)).toContain('however deep');
  const fewer = await said('majority', { z: 3, share: 30 }, lost);
  expect(fewer).toContain('33 %');
  expect(fewer).not.toContain('however deep');
});

test('where all nodes have one version of the rules, nothing is said of the other', async () => {
  const nodes = { nodes: 4, rules: 'overflow', payments: 'off' };
  expect(await said('bugs-and-versions', { ...nodes, upgraded: 0 })).toContain(
    'Not before somebody mends it',
  );
  expect(await said('bugs-and-versions', { ...nodes, upgraded: 4 })).toContain('It never began');
  expect(await said('bugs-and-versions', { ...nodes, upgraded: 2 })).toContain('in no block');
});

test('an ending is told in the words of the rules that were set', async () => {
  const nodes = { nodes: 4, payments: 'many', upgraded: 2, limit: 600 };
  expect(await said('soft-fork', { ...nodes, rules: 'looser' })).toContain('larger than the old limit');
  expect(await said('hard-fork', { ...nodes, rules: 'tighter' })).toContain('small enough for both');
});
