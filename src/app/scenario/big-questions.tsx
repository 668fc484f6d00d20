// The two questions worth asking of any run: what if that switch were the other way, and can any order break it?

import { isLast } from '../choices.ts';
import { startCompare } from '../compare.ts';
import { set, usePage } from '../store.ts';
import { settingWords, useT } from '../words.ts';

export function BigQuestions() {
  const t = useT();
  const scenario = usePage((state) => state.scenario);
  // Where the run is over there is no next step to press: then this is what comes next.
  const over = usePage((state) => state.frame !== null && isLast(state.frame));
  const params = usePage((state) => state.frame?.params);
  if (!scenario || !params) return null;
  const [compared] = Object.entries(scenario.compare);
  const name = compared?.[0];
  // Where the run already stands under the compared setting, the question turns round.
  const other =
    compared && params[compared[0]] === compared[1]
      ? scenario.params[compared[0]]
      : (compared?.[1] ?? undefined);
  return (
    <div className="row big-questions">
      {name !== undefined && other !== undefined ? (
        <button
          type="button"
          className={over ? 'button filled' : 'button'}
          onClick={() => void startCompare(name, other)}
        >
          {t('ask.compare', { what: settingWords(t, name, other) })}
        </button>
      ) : null}
      <button type="button" className="button" onClick={() => set({ dialog: 'explore' })}>
        {t('ask.explore')}
      </button>
    </div>
  );
}
