// The runs kept in this browser: open one again with all its tries, or export them all.

import { useState } from 'react';
import { plain } from '../../base/words.ts';
import { exportAll } from '../files.ts';
import type { KeptRun } from '../kept-runs.ts';
import { openKept } from '../open.ts';
import { usePage } from '../store.ts';
import { scenarioName, systemName } from '../system-text.ts';
import { useT } from '../words.ts';
import type { Listed } from './use-listed.ts';

/** Shown at once. */
const AT_ONCE = 6;

interface Props {
  readonly listed: readonly Listed[];
  readonly runs: readonly KeptRun[];
}

export function KeptRuns({ listed, runs }: Props) {
  const t = useT();
  const language = usePage((state) => state.language);
  const [all, setAll] = useState(false);
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const shown = all ? runs : runs.slice(0, AT_ONCE);
  return (
    <section className="home-system">
      <div className="home-system-name">
        <h2>{t('home.kept')}</h2>
      </div>
      <div>
        <ul className="home-kept">
          {shown.map((run) => {
            const words = listed.find(({ system }) => system.id === run.system)?.words ?? {};
            return (
              <li key={run.id}>
                <button type="button" className="home-run" onClick={() => openKept(run)}>
                  <b>
                    {plain(words, systemName())} / {plain(words, scenarioName(run.scenario))}
                  </b>
                  <span>
                    {t('home.keptStep', {
                      step: run.step,
                      tries: t(run.tries === 1 ? 'tries.count.one' : 'tries.count', { count: run.tries }),
                    })}
                  </span>
                  <span className="small">{date.format(run.updated)}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <div className="row">
          {shown.length < runs.length ? (
            <button type="button" className="button bare" onClick={() => setAll(true)}>
              {t('next.more', { count: runs.length })}
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => void exportAll()}>
            {t('home.exportAll')}
          </button>
        </div>
      </div>
    </section>
  );
}
