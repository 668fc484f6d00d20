// What a step did to the chains, and the runs into which a long tree folds.

import { expect, test } from 'vitest';
import { text } from '../../../base/text.ts';
import type { PanelView } from '../../../session/frame.ts';
import type { DrawnBlock } from '../network/scene.ts';
import { movedOn } from './block-moved.ts';
import { runsOf } from './block-runs.ts';

const block = (id: string, parent: string | null, height: number, ...tipOf: string[]): DrawnBlock => ({
  id,
  parent,
  row: 0,
  slot: height + 1,
  height,
  finder: id[0] ?? '',
  payments: [],
  hash: '',
  work: 256 * (height + 1),
  tipOf,
});
const moved = (actor: string, from: string): PanelView => ({
  actor,
  rows: [{ id: 'tip', label: text('row.tip'), value: text('mono'), was: text('mono', { value: from }) }],
});

test('a node that changes its chain leaves one branch and comes to another; one that only goes on leaves nothing', () => {
  const tree = [
    block('G', null, 0),
    block('A1', 'G', 1),
    block('M1', 'G', 1),
    block('A2', 'A1', 2, 'A', 'M'),
  ];
  const at = movedOn(tree, [moved('M', 'M1')]);
  expect(at('M1')).toEqual({ was: ['M'], left: ['M'], came: [], lit: false });
  expect(at('A1')).toEqual({ was: [], left: [], came: ['M'], lit: true });
  expect(at('A2')).toEqual({ was: [], left: [], came: ['M'], lit: true });
  expect(at('G')).toEqual({ was: [], left: [], came: [], lit: false });
  const on = movedOn(tree, [moved('A', 'A1')]);
  expect(on('A1')).toEqual({ was: ['A'], left: [], came: [], lit: false });
  expect(on('A2')).toEqual({ was: [], left: [], came: [], lit: true });
});

test('stretches of one block a height are one run each, and what is between them are forks', () => {
  const heights = [0, 1, 2, 3, 3, 4, 5, 5, 5, 6, 6, 7];
  expect(runsOf(heights.map((height, i) => block(`b${i}`, null, height)))).toEqual([
    { from: 0, to: 2, most: 1 },
    { from: 3, to: 3, most: 2 },
    { from: 4, to: 4, most: 1 },
    { from: 5, to: 6, most: 3 },
    { from: 7, to: 7, most: 1 },
  ]);
});
