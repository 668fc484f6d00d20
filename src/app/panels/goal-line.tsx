// The goal that is under way, above the lanes: it stays in sight whatever else is open.

import { text } from '../../base/text.ts';
import { Say } from '../../widgets/say.tsx';
import { set, usePage } from '../store.ts';
import { useT } from '../words.ts';
import { goalState, ownParams } from './goal-state.ts';

export function GoalLine() {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  const id = usePage((state) => state.goal);
  const goal = scenario?.goals?.find((one) => one.id === id);
  if (!frame || !system || !scenario || !goal) return null;
  const state = goalState(goal, ownParams(system, scenario), frame);
  if (state === 'elsewhere') return null;
  const used = frame.cursor.step;
  return (
    <div className="goal-line" data-state={state}>
      <p>
        <Say text={text('panel.goals.now', { goal: text(`${scenario.id}.goal.${goal.id}`) })} />{' '}
        <span className="small" role="status">
          {state === 'reached'
            ? t('panel.goals.reachedIn', { used })
            : state === 'spent'
              ? t('panel.goals.spent', { steps: goal.steps })
              : t('panel.goals.used', { used, steps: goal.steps })}
        </span>
      </p>
      <button type="button" className="button bare" onClick={() => set({ goal: null })}>
        {t('panel.goals.leave')}
      </button>
    </div>
  );
}
