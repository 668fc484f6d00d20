import { expect, test } from 'vitest';
import type { Goal } from '../../contract/system.ts';
import type { Verdict } from '../../kernel/property.ts';
import type { Frame, PropertyView } from '../../session/frame.ts';
import { goalState } from './goal-state.ts';

const goal: Goal = {
  id: 'stale',
  params: { lease: 'off' },
  property: 'ends-right',
  want: 'violated',
  steps: 5,
  solution: null,
};
const own = { lease: 'on', readers: 1 };
const frame = (step: number, soFar: Verdict, params: Frame['params'] = { lease: 'off', readers: 1 }) => ({
  params,
  cursor: { try: 0, step },
  properties: [
    {
      name: 'ends-right',
      kind: 'always',
      here: soFar,
      soFar,
      broken: soFar === 'violated',
      reason: null,
      witness: null,
      firstFlip: null,
      shown: null,
    },
  ] satisfies PropertyView[],
});

test('a goal is played only under its own settings over the scenario’s', () => {
  expect(goalState(goal, own, frame(5, 'violated', own))).toBe('elsewhere');
  expect(goalState(goal, own, frame(0, 'open'))).toBe('under way');
  expect(goalState(goal, own, frame(0, 'open', { lease: 'off', readers: 2 }))).toBe('elsewhere');
});

test('it is reached within its steps, and not after them', () => {
  expect(goalState(goal, own, frame(5, 'violated'))).toBe('reached');
  expect(goalState(goal, own, frame(4, 'violated'))).toBe('reached');
  expect(goalState(goal, own, frame(6, 'violated'))).toBe('spent');
  expect(goalState(goal, own, frame(4, 'open'))).toBe('under way');
  expect(goalState(goal, own, frame(5, 'holds'))).toBe('spent');
});
