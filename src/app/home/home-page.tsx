// The first page: what this is in one line, every scenario with its question, the runs kept here, and opening a file.

import { useEffect, useState } from 'react';
import type { Words } from '../../base/words.ts';
import { plain } from '../../base/words.ts';
import type { System } from '../../kernel/system.ts';
import { catalog } from '../../systems/catalog.ts';
import { chooseFile } from '../choose-file.ts';
import { systemWords } from '../language.ts';
import { scenarioHash } from '../route.ts';
import { usePage } from '../store.ts';
import {
  scenarioName,
  scenarioQuestion,
  scenarioTitle,
  systemName,
  systemPaper,
  systemQuestion,
} from '../system-text.ts';
import { useT } from '../words.ts';
import { KeptRuns } from './kept-runs-list.tsx';
import './home-page.css';

export interface Listed {
  readonly system: System;
  readonly words: Words;
}

export function HomePage() {
  const t = useT();
  const language = usePage((state) => state.language);
  const [listed, setListed] = useState<readonly Listed[]>([]);
  useEffect(() => {
    let here = true;
    void Promise.all(
      catalog.map(async (entry) => ({
        system: await entry.load(),
        words: await systemWords(entry.id, language),
      })),
    ).then((all) => {
      if (here) setListed(all);
    });
    return () => {
      here = false;
    };
  }, [language]);
  return (
    <div className="home">
      <section className="home-lead">
        <h1>{t('page.home')}</h1>
        <p>{t('page.lead')}</p>
      </section>
      {listed.map(({ system, words }) => (
        <section className="home-system" key={system.id}>
          <div className="home-system-name">
            <h2>{plain(words, systemName())}</h2>
            <p className="small">{plain(words, systemPaper())}</p>
          </div>
          <div>
            <p className="home-question">{plain(words, systemQuestion())}</p>
            <ul className="home-scenarios">
              {system.scenarios.map(({ id }) => (
                <li key={id}>
                  <a href={scenarioHash(system.id, id)}>
                    <span className="home-scenario-name">{plain(words, scenarioName(id))}</span>
                    <b>{plain(words, scenarioTitle(id))}</b>
                    <span className="home-scenario-question">{plain(words, scenarioQuestion(id))}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
      <KeptRuns listed={listed} />
      <div className="row">
        <button type="button" className="button" onClick={chooseFile}>
          {t('page.openFile')}
        </button>
      </div>
    </div>
  );
}
