// The story of this step: what happened, why it matters, where the paper says so.

import { Say } from '../../widgets/say.tsx';
import { usePage } from '../store.ts';
import { isLecture, PAPER_URL, scenarioQuestion, sourceOf } from '../system-text.ts';
import { useT } from '../words.ts';
import './story-of.css';

export function StoryOf({ asks }: { readonly asks?: boolean }) {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const asking = usePage((state) => state.scenario?.source ?? null);
  const url = usePage((state) => state.words[PAPER_URL]);
  if (!frame) return null;
  const { story, cursor } = frame;
  const section = story?.source ?? asking;
  return (
    <section className="story" aria-label={t('tab.story')}>
      <p className="story-step">
        {cursor.step === 0 ? t('step.atStart') : t('step.short', { step: cursor.step })}
      </p>
      <p className="sentence">{story ? <Say text={story.sentence} /> : t('step.begin')}</p>
      {asks && cursor.step === 0 ? (
        <p className="why">
          <Say text={scenarioQuestion(frame.scenario)} />
        </p>
      ) : null}
      {story?.why ? (
        <p className="why">
          <Say text={story.why} />
        </p>
      ) : null}
      {section ? (
        <p className="source">
          {url !== undefined && !isLecture(section) ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              <Say text={sourceOf(section)} />
            </a>
          ) : (
            <Say text={sourceOf(section)} />
          )}
        </p>
      ) : null}
      {frame.properties.map((view) =>
        view.witness && view.firstFlip !== null && view.soFar === 'violated' ? (
          <p className="witness" key={view.name}>
            <span aria-hidden="true">✕</span>
            <span>
              <Say text={view.witness.text} />
            </span>
          </p>
        ) : null,
      )}
    </section>
  );
}
