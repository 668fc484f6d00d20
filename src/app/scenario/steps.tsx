// A run and its steps: the stage left, the story right; on a phone the lanes, then the story, next, state and tries as
// tabs over a bar under the thumb.

import { Suspense } from 'react';
import { Glossed } from '../../widgets/glossed.tsx';
import { lazyPart, partOfView } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import { useMedia } from '../../widgets/use-size.ts';
import { GoalLine } from '../panels/goal-line.tsx';
import { RunTabs } from '../panels/run-tabs.tsx';
import { PHONE } from '../phone.ts';
import { usePage } from '../store.ts';
import { scenarioQuestion, scenarioTitle } from '../system-text.ts';
import { view } from '../view-settings.ts';
import { isDense } from '../views.ts';
import { BigQuestions } from './big-questions.tsx';
import { LiveSentence } from './live-sentence.tsx';
import { NextList } from './next-list.tsx';
import type { PhoneParts } from './phone-tabs.tsx';
import { Guessed, Predict } from './predict.tsx';
import { PropertyLine } from './property-line.tsx';
import { Soon } from './soon.tsx';
import { Stage } from './stage.tsx';
import { StateOf } from './state-of.tsx';
import { SentenceNow, StoryOf, Witnesses } from './story-of.tsx';
import { Switches } from './switches.tsx';
import { Transport } from './transport.tsx';
import { ViewTabs } from './view-tabs.tsx';

const SeenBy = lazyPart(() => import('./seen-by.tsx').then((m) => m.SeenBy));
/** On a phone it is asked for at once. */
const PhoneTabs = partOfView(
  () => import('./phone-tabs.tsx').then((m) => m.PhoneTabs),
  matchMedia(PHONE).matches,
);
const Ending = lazyPart(() => import('./ending.tsx').then((m) => m.Ending));

export function Steps() {
  const phone = useMedia(PHONE);
  const scenario = usePage((state) => state.frame?.scenario ?? '');
  const eyes = usePage((state) => (state.head?.eyes?.length ?? 0) > 0);
  const dense = usePage(isDense);
  const title = (
    <h1>
      <Say text={scenarioTitle(scenario)} />
    </h1>
  );
  if (phone) {
    const parts: PhoneParts = {
      story: (
        <>
          <AtEnd />
          <StoryOf told />
          <Witnesses />
          <Predict />
          <Guessed />
        </>
      ),
      next: view.lock ? null : <NextList />,
      state: <StateOf />,
      tries: view.lock ? null : (
        <>
          <BigQuestions />
          <Switches />
          {view.embed ? null : <RunTabs />}
        </>
      ),
    };
    return (
      <div className="scenario-page phone">
        {title}
        <SentenceNow />
        {eyes ? (
          <div className="eyes-row">
            <SeenBy />
          </div>
        ) : null}
        <ViewTabs />
        <div className="panel">
          <GoalLine />
          <Stage />
        </div>
        <PropertyLine />
        <Suspense fallback={null}>
          <PhoneTabs parts={parts} />
        </Suspense>
        <Transport />
        <LiveSentence />
      </div>
    );
  }
  return (
    <div className={dense ? 'scenario-page wide dense' : 'scenario-page wide'}>
      <div className="stage-column">
        <div className="scenario-heading">
          {title}
          <p className="scenario-question">
            <Glossed text={scenarioQuestion(scenario)} />
          </p>
        </div>
        {view.lock ? null : <Switches />}
        <div className="panel">
          <div className="panel-tools">
            <ViewTabs />
            {eyes ? <SeenBy /> : null}
          </div>
          <GoalLine />
          <Soon before={<div className="stage-due" />}>
            <Stage />
          </Soon>
          <div className="panel-foot">
            <Transport />
            {view.lock ? null : <BigQuestions />}
          </div>
          {view.embed ? null : (
            <Soon frames={4}>
              <RunTabs />
            </Soon>
          )}
        </div>
      </div>
      <aside className="story-column">
        <StoryOf />
        <Predict />
        <AtEnd />
        <Soon frames={3}>
          <NextList />
          <Witnesses />
          <Guessed />
          <StateOf />
        </Soon>
      </aside>
      <LiveSentence />
    </div>
  );
}

/** The ending, where the run has one: it arrives when it is first needed. */
function AtEnd() {
  const ended = usePage((state) => state.ended !== null);
  return ended ? (
    <Suspense fallback={null}>
      <Ending />
    </Suspense>
  ) : null;
}
