// One system of the course: its question and paper, the core path as cards, the rest as links; where it is not built yet,
// that and nothing else.

import type { Text } from '../../base/text.ts';
import { plain } from '../../base/words.ts';
import type { KeptRun } from '../kept-runs.ts';
import { scenarioHash } from '../route.ts';
import { scenarioMoment, scenarioName, systemName, systemPaper, systemQuestion } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import type { Course } from './courses.ts';
import { pathOf } from './courses.ts';
import { guessesIn, isDone } from './progress.ts';
import type { Listed } from './use-listed.ts';
import { built } from './use-listed.ts';

interface Props {
  readonly course: Course;
  readonly listed: Listed | null;
  readonly kept: readonly KeptRun[];
  /** The latest run. */
  readonly current: KeptRun | null;
}

export function CourseSection({ course, listed, kept, current }: Props) {
  const t = useT();
  // A built system speaks for itself; the page's own words stand until it is loaded.
  const say = (own: Text, key: PageKey): string => (listed ? plain(listed.words, own) : t(key));
  return (
    <section className="home-system">
      <div className="home-system-name">
        <h2>{say(systemName(), course.words.title)}</h2>
        <p className="small">{say(systemPaper(), course.words.paper)}</p>
        {listed?.words['system.checked'] ? <p className="small">{listed.words['system.checked']}</p> : null}
      </div>
      <div>
        <p className="home-question">{say(systemQuestion(), course.words.question)}</p>
        {built.includes(course.id) ? (
          <Scenarios system={course.id} core={course.core} listed={listed} kept={kept} current={current} />
        ) : (
          <p className="home-not-built">{t('home.notBuilt')}</p>
        )}
      </div>
    </section>
  );
}

interface ScenariosProps extends Pick<Props, 'kept' | 'current' | 'listed'> {
  readonly system: string;
  readonly core: readonly string[];
}

/** Cards have their place, and lead where they lead, before their words are here. */
function Scenarios({ system, core, listed, kept, current }: ScenariosProps) {
  const t = useT();
  const scenarios = listed?.system.scenarios ?? core.map((id) => ({ id, predictions: [] }));
  const path = pathOf(core, scenarios);
  const words = (own: Text): string => (listed ? plain(listed.words, own) : '\u00a0');
  const isCurrent = (id: string): boolean => current?.system === system && current.scenario === id;
  return (
    <>
      <ol className="home-path">
        {path.core.map((id) => {
          const scenario = scenarios.find((one) => one.id === id);
          const done = isDone(system, id);
          const { right, answered } = scenario
            ? guessesIn(system, scenario, kept)
            : { right: 0, answered: 0 };
          return (
            <li key={id}>
              <a
                className="home-card"
                href={scenarioHash(system, id)}
                data-done={done || undefined}
                data-current={isCurrent(id) || undefined}
              >
                <b>
                  {words(scenarioName(id))}
                  {done ? <Tick /> : null}
                </b>
                <span className="home-moment">{words(scenarioMoment(id))}</span>
                {answered > 0 ? (
                  <span className="home-guessed">{t('home.guessed', { right, answered })}</span>
                ) : null}
                {isCurrent(id) ? <span className="visually-hidden">{t('home.current')}</span> : null}
              </a>
            </li>
          );
        })}
      </ol>
      {path.variants.length > 0 ? (
        <div className="home-variants">
          <p id={`variants-${system}`}>
            {t(path.variants.length === 1 ? 'home.variants.one' : 'home.variants', {
              count: path.variants.length,
            })}
          </p>
          <ul aria-labelledby={`variants-${system}`}>
            {path.variants.map((id) => (
              <li key={id}>
                <a href={scenarioHash(system, id)} title={words(scenarioMoment(id))}>
                  {words(scenarioName(id))}
                </a>
                {isDone(system, id) ? <Tick /> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="home-variants" />
      )}
    </>
  );
}

function Tick() {
  const t = useT();
  return (
    <>
      {' '}
      <span className="home-tick" aria-hidden="true">
        ✓
      </span>
      <span className="visually-hidden">{t('home.done')}</span>
    </>
  );
}
