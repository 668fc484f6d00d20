// Thirteen in three groups.

import { describe, expect, test } from 'vitest';
import { text } from '../base/text.ts';
import { laneGroups, standingOf } from './lane-groups.ts';
import type { LaneActor } from './lane-types.ts';

const actor = (id: string, group: string): LaneActor => ({
  id,
  name: text('n', { n: id }),
  role: text('none'),
  group,
});
const many = [...'abcdefghijklm'].map((id, at) => actor(id, `g${Math.floor(at / 5)}`));

describe('lanes by group', () => {
  test('each group has one lane, in the order of its first member', () => {
    const groups = laneGroups(many);
    expect(groups.lanes.map(({ id, members }) => `${id} ${members.map((one) => one.id).join('')}`)).toEqual([
      'g0 abcde',
      'g1 fghij',
      'g2 klm',
    ]);
    expect(groups.rowOf.get('h')).toBe(1);
  });

  test('what stands in a lane is what most of its members have', () => {
    const groups = laneGroups(many);
    const chip = (id: string, n: string) => ({ actor: id, text: text('n', { n }) });
    const chips = [chip('a', 'old'), chip('b', 'new'), chip('c', 'new'), chip('k', 'old')];
    const stand = standingOf(groups, chips, ({ args }) => String(args?.n));
    expect(stand).toEqual([chip('b', 'new'), chip('k', 'old')]);
  });
});
