// What the lecture notes say loosely, what the paper says, what the run shows: each a link to its moment. The links are
// made by playing the runs, so that they always open; until then each leads to its scenario.

import { useEffect, useState } from 'react';
import { plain } from '../../base/words.ts';
import { Say } from '../../widgets/say.tsx';
import { aside } from '../panels/aside.ts';
import { scenarioHash } from '../route.ts';
import { scenarioName, systemName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import type { Correction } from './corrections.ts';
import { corrections } from './corrections.ts';
import { useListed } from './use-listed.ts';
import './corrections-page.css';

type Hashes = Readonly<Record<string, string>>;

/** The moment of each correction, as a link. */
function useMoments(): Hashes {
  const [hashes, setHashes] = useState<Hashes>({});
  useEffect(() => {
    let here = true;
    for (const one of corrections) {
      const { system, scenario, params } = one;
      void aside({ system, scenario, params }, async (api) => {
        const frame = await api.tryChoices(one.choices, 'start', null);
        await api.seek({ try: frame.cursor.try, step: one.step });
        const link = await api.link();
        if (here) setHashes((known) => ({ ...known, [one.id]: link.slice(link.indexOf('#')) }));
      });
    }
    return () => {
      here = false;
    };
  }, []);
  return hashes;
}

export function CorrectionsPage() {
  const t = useT();
  const listed = useListed();
  const hashes = useMoments();
  const systems = [...new Set(corrections.map(({ system }) => system))];
  return (
    <div className="corrections">
      <div className="corrections-head">
        <h1>{t('corrections.title')}</h1>
        <p>{t('corrections.lead')}</p>
      </div>
      {systems.map((system) => {
        const words = listed.find((one) => one.system.id === system)?.words ?? {};
        return (
          <section key={system}>
            <h2>{words['system.title'] ? plain(words, systemName()) : ''}</h2>
            <ol>
              {corrections
                .filter((one) => one.system === system)
                .map((one) => (
                  <li key={one.id}>
                    <One
                      one={one}
                      hash={hashes[one.id] ?? scenarioHash(one.system, one.scenario)}
                      name={words['system.title'] ? plain(words, scenarioName(one.scenario)) : ''}
                    />
                  </li>
                ))}
            </ol>
          </section>
        );
      })}
      <p className="small">{t('corrections.others')}</p>
    </div>
  );
}

interface OneProps {
  readonly one: Correction;
  readonly hash: string;
  readonly name: string;
}

function One({ one, hash, name }: OneProps) {
  const t = useT();
  const key = (part: string): PageKey => `corrections.${one.id}.${part}` as PageKey;
  return (
    <article className="correction">
      <h3>{t(key('title'))}</h3>
      <dl>
        <div>
          <dt>{t('corrections.notes', { section: one.notes })}</dt>
          <dd>
            <Say text={{ key: key('notes') }} />
          </dd>
        </div>
        <div>
          <dt>{t('corrections.paper', { section: one.paper })}</dt>
          <dd>
            <Say text={{ key: key('paper') }} />
          </dd>
        </div>
        <div className="correction-run">
          <dt>{t('corrections.run')}</dt>
          <dd>
            <Say text={{ key: key('run') }} />
            <p>
              <a href={hash} aria-label={`${t('corrections.open', { step: one.step })}: ${t(key('title'))}`}>
                {t('corrections.open', { step: one.step })}
              </a>{' '}
              <span className="small">{name}</span>
            </p>
          </dd>
        </div>
      </dl>
    </article>
  );
}
