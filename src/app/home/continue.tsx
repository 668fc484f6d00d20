// Where the learner left: the latest kept run, one press away. Its room is there before the runs are read.

import { plain } from '../../base/words.ts';
import type { Listed } from '../cards.ts';
import { openKept } from '../open.ts';
import type { KeptRun } from '../storage/kept-run.ts';
import { scenarioName, systemName } from '../system-text.ts';
import { useT } from '../words.ts';

interface Props {
  readonly run: KeptRun | null;
  readonly listed: readonly Listed[];
}

export function Continue({ run, listed }: Props) {
  const t = useT();
  const words = listed.find(({ id }) => id === run?.system)?.words;
  if (!run || !words?.[scenarioName(run.scenario).key]) return <p className="home-continue" />;
  const args = {
    system: plain(words, systemName()),
    scenario: plain(words, scenarioName(run.scenario)),
    step: run.step,
  };
  return (
    <p className="home-continue">
      <b>{t('home.continue')}</b>
      <span>
        {run.tries > 1
          ? t('home.continueTries', { ...args, tries: t('tries.count', { count: run.tries }) })
          : t('home.continueAt', args)}
      </span>
      <button type="button" className="button" onClick={() => openKept(run)}>
        {t('page.open')}
      </button>
    </p>
  );
}
