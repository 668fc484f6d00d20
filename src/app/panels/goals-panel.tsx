// The goals of a scenario: something to make happen within so many steps. A way that reaches one is kept and is a link;
// one that cannot be reached says so once the explorer has looked at every order.

import { useEffect, useState } from 'react';
import { text } from '../../base/text.ts';
import type { Goal, Params, Scenario } from '../../contract/system.ts';
import type { ExploreOutcome } from '../../session/api.ts';
import { Say } from '../../widgets/say.tsx';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import { momentHash } from '../order/address.ts';
import { recall, remember } from '../remember.ts';
import { order } from '../run.ts';
import type { SystemHead } from '../store.ts';
import { page, set, usePage } from '../store.ts';
import { inWords, useT } from '../words.ts';
import { goalAnswer } from './goal-answer.ts';
import { goalParams, goalState, ownParams } from './goal-state.ts';
import { useWork } from './use-work.ts';
import { Working } from './working.tsx';

const PROOF_STATES = 1_000_000;

export function GoalsPanel() {
  const t = useT();
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  if (!system || !scenario?.goals) return null;
  return (
    <div className="goals-panel">
      <p className="panel-lead">{t('panel.goals.lead')}</p>
      <ol className="goals">
        {scenario.goals.map((goal) => (
          <li key={goal.id}>
            <OneGoal goal={goal} system={system} scenario={scenario} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface GoalProps {
  readonly goal: Goal;
  readonly system: SystemHead;
  readonly scenario: Scenario;
}

function OneGoal({ goal, system, scenario }: GoalProps) {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const name = `goal.${system.id}.${scenario.id}.${goal.id}`;
  const [way, setWay] = useState(() => recall(name));
  const own = ownParams(system, scenario);
  const state = frame ? goalState(goal, own, frame) : 'elsewhere';
  useEffect(() => {
    if (state !== 'reached' || way !== null) return;
    const hash = momentHash(page());
    remember(name, hash);
    setWay(hash);
  }, [state, way, name]);
  const words = text(`${scenario.id}.goal.${goal.id}`);
  const request = { system: system.id, scenario: scenario.id, params: goalParams(own, goal) };
  const start = async (): Promise<void> => {
    await order.replace(
      () => ({ kind: 'begin', from: request, as: order.rim.newId() }),
      text('panel.goals.started', { goal: words }),
    );
    set({ goal: goal.id });
  };
  const used = frame?.cursor.step ?? 0;
  return (
    <div className="goal" data-state={state}>
      <p className="goal-words">
        <Say text={words} /> <span className="small">{t('panel.goals.within', { steps: goal.steps })}</span>
      </p>
      <div className="row goal-do">
        {way !== null ? <VerdictWord verdict="reached" word={t('panel.goals.reached')} /> : null}
        <button
          type="button"
          className="button"
          aria-label={t('panel.goals.startOf', { goal: inWords(words) })}
          onClick={() => void start()}
        >
          {state === 'elsewhere' ? t('panel.goals.start') : t('panel.goals.again')}
        </button>
        <Proof goal={goal} request={request} />
        {way !== null ? (
          <a className="panel-link" href={way}>
            {t('panel.goals.link')}
          </a>
        ) : null}
      </div>
      <p className="small goal-progress" aria-live="polite">
        {state === 'reached'
          ? t('panel.goals.reachedIn', { used })
          : state === 'spent'
            ? t('panel.goals.spent', { steps: goal.steps })
            : state === 'under way'
              ? t('panel.goals.used', { used, steps: goal.steps })
              : ''}
      </p>
    </div>
  );
}

interface ProofProps {
  readonly goal: Goal;
  readonly request: { readonly system: string; readonly scenario: string; readonly params: Params };
}

interface Proven {
  readonly outcome: ExploreOutcome;
  /** A link to a way that reaches it. */
  readonly way: string | null;
}

/** Asks every order whether the goal can be reached at all. */
function Proof({ goal, request }: ProofProps) {
  const t = useT();
  const work = useWork<Proven>();
  const prove = (): void =>
    work.ask(async (way) => {
      const { api } = await order.rim.session();
      const outcome = await api.explore(
        request,
        { maxStates: PROOF_STATES, maxDepth: Number.MAX_SAFE_INTEGER },
        way,
      );
      const choices = goal.solution ?? outcome.properties[goal.property]?.choices;
      if (goalAnswer(goal, outcome).key !== 'panel.goals.possible' || !choices) return { outcome, way: null };
      const link = await api.link(request, choices);
      return { outcome, way: link.slice(link.indexOf('#')) };
    });
  const { value } = work;
  if (work.running) {
    return <Working words={t('panel.goals.asking')} onStop={work.stop} />;
  }
  if (!value) {
    return (
      <>
        <button type="button" className="button bare" onClick={prove}>
          {t('panel.goals.ask')}
        </button>
        {work.failure ? <Say text={work.failure} /> : null}
      </>
    );
  }
  return (
    <span className="goal-answer" role="status">
      <Say text={goalAnswer(goal, value.outcome)} />
      {value.way === null ? null : (
        <a className="panel-link" href={value.way}>
          {t('panel.goals.show')}
        </a>
      )}
    </span>
  );
}
