// What the lecture notes say loosely, what the paper says, what the run shows: each a link to its moment. The links are
// made by playing the runs when the page is built, so that they always open; until they are there each leads to its scenario.

import { useEffect, useState } from 'react';
import type { Words } from '../../base/words.ts';
import { plain } from '../../base/words.ts';
import type { Correction } from '../../contract/loading.ts';
import type { CorrectionLinks } from '../../session/played.ts';
import { Say, WordsContext } from '../../widgets/say.tsx';
import { systemWords } from '../need-words.ts';
import { catalog } from '../parts-catalog.ts';
import { playedCorrections } from '../played.ts';
import { scenarioHash } from '../route.ts';
import { usePage } from '../store.ts';
import { scenarioName, systemName } from '../system-text.ts';
import { useT } from '../words.ts';
import './corrections-page.css';

/** What one system's folder says. */
interface Group {
  readonly system: string;
  readonly words: Words;
  readonly list: readonly Correction[];
}

const nameOf = (system: string, { id }: Correction): string => `${system}/${id}`;
const NONE: readonly Group[] = [];

/** Of every system that has some. */
function useCorrections(): readonly Group[] {
  const language = usePage((state) => state.language);
  const [groups, setGroups] = useState(NONE);
  useEffect(() => {
    let here = true;
    const all = catalog.map(async ({ id: system, corrections }) => {
      const [list, words] = await Promise.all([
        corrections(),
        systemWords(system, language, ['card', 'corrections']),
      ]);
      return { system, words, list };
    });
    void Promise.all(all).then((found) => {
      if (here) setGroups(found.filter(({ list }) => list.length > 0));
    });
    return () => {
      here = false;
    };
  }, [language]);
  return groups;
}

/** The moment of each correction, as a link. */
function useMoments(): CorrectionLinks {
  const [links, setLinks] = useState<CorrectionLinks>({});
  useEffect(() => {
    let here = true;
    // Without them, each leads to its scenario.
    void playedCorrections().then(
      (found) => here && setLinks(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  return links;
}

export function CorrectionsPage() {
  const t = useT();
  const own = usePage((state) => state.words);
  const groups = useCorrections();
  const hashes = useMoments();
  return (
    <div className="corrections">
      <div className="corrections-head">
        <h1>{t('corrections.title')}</h1>
        <p>{t('corrections.lead')}</p>
      </div>
      {groups.map(({ system, words, list }) => (
        <WordsContext.Provider key={system} value={{ ...own, ...words }}>
          <section>
            <h2>{plain(words, systemName())}</h2>
            <ol>
              {list.map((one) => (
                <li key={one.id}>
                  <One
                    one={one}
                    words={words}
                    hash={hashes[nameOf(system, one)] ?? scenarioHash(system, one.scenario)}
                  />
                </li>
              ))}
            </ol>
          </section>
        </WordsContext.Provider>
      ))}
    </div>
  );
}

interface OneProps {
  readonly one: Correction;
  readonly hash: string;
  readonly words: Words;
}

function One({ one, hash, words }: OneProps) {
  const t = useT();
  const key = (part: string): string => `corrections.${one.id}.${part}`;
  const title = plain(words, { key: key('title') });
  return (
    <article className="correction">
      <h3>{title}</h3>
      <dl>
        <div>
          <dt>{t('corrections.notes', { section: one.notes })}</dt>
          <dd>
            <Say text={{ key: key('notes') }} />
          </dd>
        </div>
        <div>
          <dt>
            {one.paper === '' ? t('corrections.papers') : t('corrections.paper', { section: one.paper })}
          </dt>
          <dd>
            <Say text={{ key: key('paper') }} />
          </dd>
        </div>
        <div className="correction-run">
          <dt>{t('corrections.run')}</dt>
          <dd>
            <Say text={{ key: key('run') }} />
            <p>
              <a href={hash} aria-label={`${t('corrections.open', { step: one.step })}: ${title}`}>
                {t('corrections.open', { step: one.step })}
              </a>{' '}
              <span className="small">{plain(words, scenarioName(one.scenario))}</span>
            </p>
          </dd>
        </div>
      </dl>
    </article>
  );
}
