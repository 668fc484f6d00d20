// The whole page: header, the page the address names, dialogs, the notice, the live region. Pages and dialogs arrive
// when first needed.

import { Suspense, useEffect } from 'react';
import { plain } from '../base/words.ts';
import { lazyPart } from '../widgets/part.ts';
import { WordsContext } from '../widgets/say.tsx';
import { Boundary } from './boundary.tsx';
import { BrokenPage } from './broken-page.tsx';
import { EmbedFoot } from './embed-foot.tsx';
import { ErrorPage } from './error-page.tsx';
import { Header } from './header.tsx';
import { needDialogWords } from './need-words.ts';
import { NoticeBar } from './notice-bar.tsx';
import { OpeningPage } from './opening-page.tsx';
import { sayFault } from './say-faults.ts';
import { set, usePage } from './store.ts';
import { scenarioName, systemName } from './system-text.ts';
import { view } from './view-settings.ts';
import { useT } from './words.ts';

const CorrectionsPage = lazyPart(() => import('./home/corrections-page.tsx').then((m) => m.CorrectionsPage));
const HomePage = lazyPart(() => import('./home/home-page.tsx').then((m) => m.HomePage));
const ScenarioPage = lazyPart(() => import('./scenario/scenario-page.tsx').then((m) => m.ScenarioPage));
const Dialogs = lazyPart(async () => {
  const [{ Dialogs }] = await Promise.all([import('./dialogs/dialogs.tsx'), needDialogWords()]);
  return Dialogs;
});

export function App() {
  const t = useT();
  const words = usePage((state) => state.words);
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
        <Page />
      </main>
      {view.embed ? <EmbedFoot /> : null}
      <Boundary until={[dialog]} instead={() => null} onFailure={dialogFailed}>
        <Suspense fallback={null}>{dialog === null ? null : <Dialogs />}</Suspense>
      </Boundary>
    </WordsContext.Provider>
  );
}

/** The page under it is whole: the dialog goes, and why is said there. */
function dialogFailed(error: unknown): void {
  set({ dialog: null });
  sayFault(error);
}

/** What the address names; where that cannot be drawn, what can be done about it, until something else is to be drawn. */
function Page() {
  const phase = usePage((state) => state.phase);
  const route = usePage((state) => state.route);
  const frame = usePage((state) => state.frame);
  const comparing = usePage((state) => state.comparing);
  return (
    <Boundary until={[phase, route, frame, comparing]} instead={(error) => <BrokenPage error={error} />}>
      <Suspense fallback={null}>
        {phase === 'failed' ? (
          <ErrorPage />
        ) : route.page === 'home' ? (
          <HomePage />
        ) : route.page === 'corrections' ? (
          <CorrectionsPage />
        ) : frame ? (
          <ScenarioPage />
        ) : (
          <OpeningPage />
        )}
      </Suspense>
    </Boundary>
  );
}
