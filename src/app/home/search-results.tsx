// What the search finds, as one types: scenarios of every system, by anything said about them.

import type { Listed } from '../cards.ts';
import { find, scenariosIn } from '../found.ts';
import { scenarioHash } from '../route.ts';
import { useT } from '../words.ts';

interface Props {
  readonly typed: string;
  readonly listed: readonly Listed[];
}

export function SearchResults({ typed, listed }: Props) {
  const t = useT();
  const found = find(listed.flatMap(scenariosIn), typed);
  return (
    <section className="home-found" aria-label={t('home.search')}>
      <p className="small" role="status">
        {found.length === 0 ? t('home.searchNone') : t('home.searchFound', { count: found.length })}
      </p>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <a className="home-hit" href={scenarioHash(one.to.system, one.to.scenario)}>
              <span className="small">{one.aside}</span>
              <b>{one.words}</b>
              <span className="home-asks">{one.question}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
