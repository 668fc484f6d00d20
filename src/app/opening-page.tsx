// While a run is being opened: how far it is. A short one is there before this is seen. Who waits for a long one has by
// its end, or by Stop, what it is drawn with.

import { useEffect } from 'react';
import { pagePart } from '../widgets/part.ts';
import { opening } from './run.ts';
import { usePage } from './store.ts';
import { useT } from './words.ts';
import './opening-page.css';

/** After so many ms, it is a long one. */
const LONG_MS = 300;

export function OpeningPage() {
  const t = useT();
  const share = usePage((state) => state.openedShare);
  // Steps to make again mean that steps will be shown: a plain address may open with an experiment instead.
  const steps = share !== null;
  useEffect(() => {
    if (!steps) return;
    const later = setTimeout(fetchSteps, LONG_MS);
    return () => clearTimeout(later);
  }, [steps]);
  return (
    <section className="opening" role="status">
      <p>{t('page.opening')}</p>
      <progress aria-label={t('page.opening')} {...(share === null ? {} : { value: share })} />
      <button type="button" className="button" onClick={opening.stop}>
        {t('transport.stop')}
      </button>
    </section>
  );
}

/** What does not arrive now is asked for again, and said, where it is drawn. */
function fetchSteps(): void {
  for (const load of [() => import('./scenario/scenario-page.tsx'), () => import('./scenario/steps.tsx')]) {
    pagePart<unknown>(load).catch(() => {});
  }
}
