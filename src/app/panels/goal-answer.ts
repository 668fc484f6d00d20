// What a search of every order says about a goal, in words.

import { grouped } from '../../base/numbers.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Goal } from '../../contract/system.ts';
import type { ExploreOutcome } from '../../session/api.ts';

export function goalAnswer(
  goal: Goal,
  outcome: Pick<ExploreOutcome, 'complete' | 'states' | 'properties'>,
): Text {
  const found = outcome.properties[goal.property];
  const states = grouped(outcome.states);
  if (found?.verdict === goal.want) {
    const length = found.length ?? 0;
    return length > goal.steps
      ? text('panel.goals.tooFar', { length, steps: goal.steps })
      : text('panel.goals.possible', { length });
  }
  return text(outcome.complete ? 'panel.goals.never' : 'panel.goals.unknown', { states });
}
