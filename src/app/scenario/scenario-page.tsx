// The scenario page is one of three: the run and its steps, the scenario's experiment, or two runs compared. Each arrives
// when it is shown.

import { Suspense } from 'react';
import { lazyPart } from '../../widgets/part.ts';
import { Glossary } from '../glossary.tsx';
import { usePage } from '../store.ts';
import { shownExperiment } from '../views.ts';
import { LiveSentence } from './live-sentence.tsx';
import './scenario-page.css';

const Steps = lazyPart(() => import('./steps.tsx').then((m) => m.Steps));
const Experiment = lazyPart(() => import('./experiment.tsx').then((m) => m.Experiment));
const CompareView = lazyPart(() => import('./compare-view.tsx').then((m) => m.CompareView));

export function ScenarioPage() {
  const scenario = usePage((state) => state.frame?.scenario ?? '');
  const comparing = usePage((state) => state.comparing !== null);
  const experiment = usePage(shownExperiment);
  return (
    <Glossary>
      <Suspense fallback={null}>
        {comparing ? (
          <CompareView />
        ) : experiment !== null ? (
          <>
            <Experiment key={`${scenario} ${experiment}`} />
            <LiveSentence quiet />
          </>
        ) : (
          <Steps />
        )}
      </Suspense>
    </Glossary>
  );
}
