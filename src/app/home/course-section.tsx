// One system of the course: its question and paper, the core path as cards, the rest as links; where it is not built yet,
// that and nothing else.

import { plain } from '../../base/words.ts';
import type { KeptRun } from '../kept-runs.ts';
import { scenarioHash } from '../route.ts';
import { scenarioMoment, scenarioName } from '../system-text.ts';
import { useT } from '../words.ts';
import type { Course } from './courses.ts';
import { pathOf } from './courses.ts';
import { guessesIn, isDone } from './progress.ts';
import type { Listed } from './use-listed.ts';

interface Props {
  readonly course: Course;
  readonly listed: Listed | null;
  readonly kept: readonly KeptRun[];
  /** The latest run. */
  readonly current: KeptRun | null;
}

export function CourseSection({ course, listed, kept, current }: Props) {
  const t = useT();
  return (
    <section className="home-system" data-built={listed !== null || undefined}>
      <div className="home-system-name">
        <h2>{t(course.words.title)}</h2>
        <p className="small">{t(course.words.paper)}</p>
      </div>
      <div>
        <p className="home-question">{t(course.words.question)}</p>
        {listed ? (
          <Scenarios listed={listed} core={course.core} kept={kept} current={current} />
        ) : (
          <p className="home-not-built">{t('home.notBuilt')}</p>
        )}
      </div>
    </section>
  );
}

interface ScenariosProps extends Pick<Props, 'kept' | 'current'> {
  readonly listed: Listed;
  readonly core: readonly string[];
}

function Scenarios({ listed: { system, words }, core, kept, current }: ScenariosProps) {
  const t = useT();
  const path = pathOf(core, system.scenarios);
  const isCurrent = (id: string): boolean => current?.system === system.id && current.scenario === id;
  return (
    <>
      <ol className="home-path">
        {path.core.map((id) => {
          const scenario = system.scenarios.find((one) => one.id === id);
          const done = isDone(system.id, id);
          const { right, answered } = scenario
            ? guessesIn(system.id, scenario, kept)
            : { right: 0, answered: 0 };
          return (
            <li key={id}>
              <a
                className="home-card"
                href={scenarioHash(system.id, id)}
                data-done={done || undefined}
                data-current={isCurrent(id) || undefined}
              >
                <b>
                  {plain(words, scenarioName(id))}
                  {done ? <Tick /> : null}
                </b>
                <span className="home-moment">{plain(words, scenarioMoment(id))}</span>
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
          <p id={`variants-${system.id}`}>
            {t(path.variants.length === 1 ? 'home.variants.one' : 'home.variants', {
              count: path.variants.length,
            })}
          </p>
          <ul aria-labelledby={`variants-${system.id}`}>
            {path.variants.map((id) => (
              <li key={id}>
                <a href={scenarioHash(system.id, id)} title={plain(words, scenarioMoment(id))}>
                  {plain(words, scenarioName(id))}
                </a>
                {isDone(system.id, id) ? <Tick /> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
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
