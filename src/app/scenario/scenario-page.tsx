// The scenario page: the stage left, the story right; on a phone the lanes, then the story, next, state and tries as
// tabs over a bar under the thumb.

import { lazy, Suspense } from 'react';
import { Say } from '../../widgets/say.tsx';
import { useMedia } from '../../widgets/use-size.ts';
import { Deeper } from '../panels/deeper.tsx';
import { usePage } from '../store.ts';
import { scenarioQuestion, scenarioTitle } from '../system-text.ts';
import { view } from '../view-settings.ts';
import { BigQuestions } from './big-questions.tsx';
import { LiveSentence } from './live-sentence.tsx';
import { NextList } from './next-list.tsx';
import { PhoneTabs } from './phone-tabs.tsx';
import { Predict } from './predict.tsx';
import { PropertyLine } from './property-line.tsx';
import { Stage } from './stage.tsx';
import { StateOf } from './state-of.tsx';
import { StoryOf } from './story-of.tsx';
import { Switches } from './switches.tsx';
import { Transport } from './transport.tsx';
import { Tries } from './tries.tsx';
import './scenario-page.css';

const CompareView = lazy(() => import('./compare-view.tsx').then((m) => ({ default: m.CompareView })));

export function ScenarioPage() {
  const phone = useMedia('(max-width: 639px)');
  const scenario = usePage((state) => state.frame?.scenario ?? '');
  const comparing = usePage((state) => state.comparing !== null);
  if (comparing) {
    return (
      <Suspense fallback={null}>
        <CompareView />
      </Suspense>
    );
  }
  const title = (
    <h1>
      <Say text={scenarioTitle(scenario)} />
    </h1>
  );
  if (phone) {
    return (
      <div className="scenario-page phone">
        {title}
        <div className="panel">
          <Stage />
        </div>
        <PropertyLine />
        <PhoneTabs
          story={
            <>
              <StoryOf asks />
              <Predict />
            </>
          }
          next={view.lock ? null : <NextList />}
          state={<StateOf />}
          tries={
            view.lock ? null : (
              <>
                <BigQuestions />
                {view.embed ? null : <Tries />}
                {view.embed ? null : <Deeper />}
                <Switches />
              </>
            )
          }
        />
        <Transport />
        <LiveSentence />
      </div>
    );
  }
  return (
    <div className="scenario-page wide">
      <div className="stage-column">
        <div className="scenario-heading">
          {title}
          <p className="scenario-question">
            <Say text={scenarioQuestion(scenario)} />
          </p>
        </div>
        {view.lock ? null : <Switches />}
        <div className="panel">
          <Stage />
          <div className="panel-foot">
            <Transport />
            {view.lock ? null : <BigQuestions />}
          </div>
          {view.embed ? null : <Tries />}
        </div>
        {view.embed ? null : <Deeper />}
      </div>
      <aside className="story-column">
        <StoryOf />
        <Predict />
        <NextList />
        <StateOf />
      </aside>
      <LiveSentence />
    </div>
  );
}
