// The runs kept in this browser: open one again with all its tries, or export them all. Records that are no runs are
// counted and can be exported; where nothing can be read, that is said.

import { useState } from 'react';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import { plain } from '../../base/words.ts';
import type { Listed } from '../cards.ts';
import { exportAll, exportOdd } from '../files.ts';
import { openKept } from '../open.ts';
import { sayFault } from '../say-faults.ts';
import type { Stored } from '../storage/connection.ts';
import type { KeptRun } from '../storage/kept-run.ts';
import type { Listing } from '../storage/run-store.ts';
import { usePage } from '../store.ts';
import { scenarioName, systemName } from '../system-text.ts';
import { useT } from '../words.ts';

const NOTHING: Listing = { runs: [], odd: [] };
/** Shown at once. */
const AT_ONCE = 6;

interface Props {
  readonly listed: readonly Listed[];
  readonly stored: Stored<Listing>;
}

export function KeptRuns({ listed, stored }: Props) {
  const t = useT();
  const { runs, odd } = stored.ok ? stored.value : NOTHING;
  if (stored.ok && runs.length === 0 && odd.length === 0) return null;
  return (
    <section className="home-system">
      <div className="home-system-name">
        <h2>{t('home.kept')}</h2>
      </div>
      <div className="home-kept-parts">
        {stored.ok ? null : <p role="status">{t('kept.unlisted', { why: text(`storage.${stored.why}`) })}</p>}
        {runs.length > 0 ? <List listed={listed} runs={runs} /> : null}
        {odd.length > 0 ? (
          <div className="row">
            <p role="status">{t('kept.odd', { count: odd.length })}</p>
            <button type="button" className="button" onClick={() => void exportOdd(odd)}>
              {t('kept.exportOdd')}
            </button>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function List({ listed, runs }: { readonly listed: readonly Listed[]; readonly runs: readonly KeptRun[] }) {
  const t = useT();
  const language = usePage((state) => state.language);
  const [all, setAll] = useState(false);
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const shown = all ? runs : runs.slice(0, AT_ONCE);
  return (
    <div>
      <ul className="home-kept">
        {shown.map((run) => {
          const words = listed.find(({ id }) => id === run.system)?.words ?? {};
          // A scenario that is not here any more goes by its name in addresses.
          const named = (name: Text, id: string): string => (words[name.key] ? plain(words, name) : id);
          return (
            <li key={run.id}>
              <button type="button" className="home-run" onClick={() => openKept(run)}>
                <b>
                  {named(systemName(), run.system)} / {named(scenarioName(run.scenario), run.scenario)}
                </b>
                <span>
                  {t('home.keptStep', {
                    step: run.step,
                    tries: t('tries.count', { count: run.tries }),
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
        <button type="button" className="button" onClick={() => void exportAll().catch(sayFault)}>
          {t('home.exportAll')}
        </button>
      </div>
    </div>
  );
}
