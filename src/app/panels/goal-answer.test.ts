import { expect, test } from 'vitest';
import type { Goal } from '../../contract/system.ts';
import type { PropertyOutcome } from '../../session/api.ts';
import { goalAnswer } from './goal-answer.ts';

const goal: Goal = { id: 'g', params: {}, property: 'p', want: 'violated', steps: 5, solution: null };
const outcome = (p: PropertyOutcome, complete = true) => ({ complete, states: 1234, properties: { p } });

test('only a search of every state says that no order reaches it', () => {
  expect(goalAnswer(goal, outcome({ verdict: 'holds' }))).toEqual({
    key: 'panel.goals.never',
    args: { states: '1,234' },
  });
  expect(goalAnswer(goal, outcome({ verdict: 'unknown' }, false)).key).toBe('panel.goals.unknown');
});

test('a way longer than allowed is no way', () => {
  expect(goalAnswer(goal, outcome({ verdict: 'violated', length: 6 })).key).toBe('panel.goals.tooFar');
  expect(goalAnswer(goal, outcome({ verdict: 'violated', length: 5 })).key).toBe('panel.goals.possible');
});
