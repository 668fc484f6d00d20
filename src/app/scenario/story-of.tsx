// The story of this step: what happened, why it matters, where the paper says so.

import { Glossed } from '../../widgets/glossed.tsx';
import { Say } from '../../widgets/say.tsx';
import { usePage } from '../store.ts';
import { scenarioQuestion } from '../system-text.ts';
import { useT } from '../words.ts';
import { Source } from './source.tsx';
import './story-of.css';

/** `told`: the sentence stands elsewhere on the page. */
export function StoryOf({ told }: { readonly told?: boolean }) {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const actors = usePage((state) => state.head?.actors);
  const ended = usePage((state) => state.ended !== null);
  const asking = usePage((state) => state.scenario?.source ?? null);
  if (!frame) return null;
  const eye = actors?.find(({ id }) => id === frame.seenBy);
  const { story, cursor } = frame;
  const section = story?.source ?? asking;
  const question = scenarioQuestion(frame.scenario);
  // On a phone the question is no longer there once something has happened.
  const above = told ? [] : [question];
  return (
    <section className="story" aria-label={t('tab.story')}>
      <p className="story-step">
        {cursor.step === 0
          ? t('step.atStart')
          : t(ended ? 'step.theLast' : 'step.short', { step: cursor.step })}
        {eye ? t('seen.step', { name: eye.name }) : null}
      </p>
      {told ? null : (
        <p className="sentence">
          {story ? <Glossed text={story.sentence} after={above} /> : t('step.begin')}
        </p>
      )}
      {story?.why ? (
        <p className="why">
          <Glossed text={story.why} after={[...above, story.sentence]} />
        </p>
      ) : null}
      {section && !ended ? <Source section={section} /> : null}
    </section>
  );
}

/** What shows that a promise is broken here. Below the choices, which keep their places. */
export function Witnesses() {
  const properties = usePage((state) => state.frame?.properties ?? []);
  const ended = usePage((state) => state.ended !== null);
  const shown = properties.filter(
    ({ witness, firstFlip, soFar }) => witness && firstFlip !== null && soFar === 'violated',
  );
  if (ended || shown.length === 0) return null;
  return (
    <div className="witnesses">
      {shown.map(({ name, witness }) => (
        <p className="witness" key={name}>
          <span aria-hidden="true">✕</span>
          <span>{witness ? <Say text={witness.text} /> : null}</span>
        </p>
      ))}
    </div>
  );
}

/** What just happened, or, before anything has, what is asked. Its room is the same at every step. */
export function SentenceNow() {
  const frame = usePage((state) => state.frame);
  if (!frame) return null;
  return (
    <p className="sentence sentence-now">
      <Glossed text={frame.story?.sentence ?? scenarioQuestion(frame.scenario)} />
    </p>
  );
}
