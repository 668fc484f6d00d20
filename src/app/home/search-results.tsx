// What the search finds, as one types: scenarios of every system, by anything said about them.

import { plain } from '../../base/words.ts';
import { scenarioHash } from '../route.ts';
import {
  propertyName,
  scenarioMoment,
  scenarioName,
  scenarioQuestion,
  scenarioTitle,
  switchName,
  systemName,
} from '../system-text.ts';
import { useT } from '../words.ts';
import { search } from './search.ts';
import type { Listed } from './use-listed.ts';

interface Props {
  readonly typed: string;
  readonly listed: readonly Listed[];
}

export function SearchResults({ typed, listed }: Props) {
  const t = useT();
  const all = listed.flatMap(({ system, words }) =>
    system.scenarios.map((scenario) => ({
      system: system.id,
      scenario: scenario.id,
      title: plain(words, scenarioTitle(scenario.id)),
      name: plain(words, scenarioName(scenario.id)),
      question: plain(words, scenarioQuestion(scenario.id)),
      words: [
        scenario.id,
        ...[
          systemName(),
          scenarioTitle(scenario.id),
          scenarioName(scenario.id),
          scenarioMoment(scenario.id),
          scenarioQuestion(scenario.id),
          ...Object.keys(scenario.claims).map(propertyName),
          ...scenario.switches.map(switchName),
        ].map((each) => plain(words, each)),
      ].join(' '),
    })),
  );
  const found = search(all, typed) as typeof all;
  return (
    <section className="home-found" aria-label={t('home.search')}>
      <p className="small" role="status">
        {found.length === 0
          ? t('home.searchNone')
          : t(found.length === 1 ? 'home.searchFound.one' : 'home.searchFound', { count: found.length })}
      </p>
      <ul>
        {found.map((one) => (
          <li key={`${one.system}/${one.scenario}`}>
            <a className="home-hit" href={scenarioHash(one.system, one.scenario)}>
              <span className="small">{one.name}</span>
              <b>{one.title}</b>
              <span className="home-moment">{one.question}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
