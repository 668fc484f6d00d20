// The whole page: header, the page the address names, dialogs, the notice, the live region. Pages and dialogs arrive
// when first needed.

import { lazy, Suspense, useEffect } from 'react';
import { plain } from '../base/words.ts';
import { WordsContext } from '../widgets/say.tsx';
import { EmbedFoot } from './embed-foot.tsx';
import { ErrorPage } from './error-page.tsx';
import { Header } from './header.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { OpeningPage } from './opening-page.tsx';
import { usePage } from './store.ts';
import { scenarioName, systemName } from './system-text.ts';
import { view } from './view-settings.ts';
import { useT } from './words.ts';

const CorrectionsPage = lazy(() =>
  import('./home/corrections-page.tsx').then((m) => ({ default: m.CorrectionsPage })),
);
const HomePage = lazy(() => import('./home/home-page.tsx').then((m) => ({ default: m.HomePage })));
const ScenarioPage = lazy(() =>
  import('./scenario/scenario-page.tsx').then((m) => ({ default: m.ScenarioPage })),
);
const Dialogs = lazy(() => import('./dialogs/dialogs.tsx').then((m) => ({ default: m.Dialogs })));

export function App() {
  const t = useT();
  const words = usePage((state) => state.words);
  const phase = usePage((state) => state.phase);
  const place = usePage((state) => state.route.page);
  const scenario = usePage((state) => state.frame?.scenario ?? null);
  const dialog = usePage((state) => state.dialog);

  useEffect(() => {
    document.title =
      scenario === null
        ? (words['page.name'] ?? 'Lamplight')
        : plain(words, {
            key: 'page.theTitle',
            args: { scenario: scenarioName(scenario), system: systemName() },
          });
  }, [words, scenario]);

  return (
    <WordsContext.Provider value={words}>
      {view.embed ? null : (
        <>
          <button
            type="button"
            className="button skip-link"
            onClick={() => document.getElementById('main')?.focus()}
          >
            {t('page.skip')}
          </button>
          <Header />
        </>
      )}
      <NoticeBar />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={null}>
          {phase === 'failed' ? (
            <ErrorPage />
          ) : place === 'home' ? (
            <HomePage />
          ) : place === 'corrections' ? (
            <CorrectionsPage />
          ) : scenario !== null ? (
            <ScenarioPage />
          ) : (
            <OpeningPage />
          )}
        </Suspense>
      </main>
      {view.embed ? <EmbedFoot /> : null}
      <Suspense fallback={null}>{dialog === null ? null : <Dialogs />}</Suspense>
    </WordsContext.Provider>
  );
}
