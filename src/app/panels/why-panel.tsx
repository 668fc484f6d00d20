// Why a promise is broken in this run: the steps that had to happen, in a sentence and one by one; and what would have
// come of leaving each out or swapping it with its neighbour, each of which opens as a try.

import { useEffect } from 'react';
import { plain } from '../../base/words.ts';
import type { WhyOutcome } from '../../session/api.ts';
import type { TrackStep } from '../../session/frame.ts';
import { Say } from '../../widgets/say.tsx';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import { goTo, order, placeNow, tryChoices } from '../run.ts';
import { set, usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import { settingsKey, useWork } from './use-work.ts';
import { Working } from './working.tsx';

export function WhyPanel() {
  const t = useT();
  const broken = usePage((state) => state.frame?.properties)?.filter(({ soFar }) => soFar === 'violated');
  if (!broken) return null;
  return (
    <div className="why-panel">
      {broken.length === 0 ? <p className="panel-lead">{t('panel.why.notHere')}</p> : null}
      {broken.map(({ name, firstFlip }) => (
        <WhyOne key={name} property={name} flip={firstFlip ?? 0} />
      ))}
    </div>
  );
}

interface Explained {
  readonly why: WhyOutcome;
  readonly steps: readonly TrackStep[];
}

function WhyOne({ property, flip }: { readonly property: string; readonly flip: number }) {
  const t = useT();
  const words = usePage((state) => state.words);
  const id = usePage((state) => state.frame?.cursor.try);
  const key = usePage((state) => (state.frame ? settingsKey(state.frame) : ''));
  const work = useWork<Explained>();
  // The causes are those of the run that broke it: walking on along the same try asks nothing again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `work` is new at each drawing
  useEffect(() => {
    const place = placeNow();
    if (!place) return;
    work.ask(async (way) => {
      const { api } = await order.rim.session();
      const why = await api.why(place, property, way);
      const first = Math.min(...why.steps);
      const last = Math.max(...why.steps);
      const track = why.steps.length > 0 ? await api.track(place, first - 1, last) : null;
      return { why, steps: track?.steps.filter(({ step }) => why.steps.includes(step)) ?? [] };
    });
  }, [property, flip, id, key]);
  const { value } = work;
  useEffect(() => {
    set({ causes: value?.why.steps ?? [] });
    return () => set({ causes: [] });
  }, [value]);
  return (
    <section className="why-one">
      <h2 className="why-title">{t('panel.why.of', { property: propertyName(property) })}</h2>
      {work.running ? <Working words={t('panel.working')} onStop={work.stop} /> : null}
      {work.failure ? (
        <p role="alert">
          <Say text={work.failure} />
        </p>
      ) : null}
      {value ? (
        <>
          <p className="why-sentence">
            <Say text={value.why.sentence} />
          </p>
          <ol className="why-steps" aria-label={t('panel.why.causes')}>
            {value.steps.map((step) => (
              <li key={step.step} value={step.step}>
                <button type="button" className="why-step" onClick={() => void goTo(step.step)}>
                  <b>{t('panel.why.step', { step: step.step })}</b>
                  <span>
                    <Say text={step.sentence} />
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <h3>{t('panel.why.otherwise')}</h3>
          {value.why.counterfactuals.length === 0 ? <p className="small">{t('panel.why.none')}</p> : null}
          <ul className="why-others">
            {value.why.counterfactuals.map((one) => (
              <li key={one.choices.join(' ')}>
                <button
                  type="button"
                  className="why-other"
                  onClick={() => void tryChoices(one.choices, 'start', plain(words, one.change))}
                >
                  <span>
                    <Say text={one.change} />
                  </span>
                  <VerdictWord verdict={one.verdict} word={t(`verdict.${one.verdict}` as PageKey)} />
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
