// One system of the course: its question and paper, the core path as numbered cards, then the rest by what they are
// about, each with its question.

import type { Text } from '../../base/text.ts';
import { plain } from '../../base/words.ts';
import type { Listed } from '../cards.ts';
import { scenarioHash } from '../route.ts';
import type { KeptRun } from '../storage/kept-run.ts';
import { groupName, scenarioName, scenarioQuestion } from '../system-text.ts';
import { useT } from '../words.ts';
import type { Course } from './courses.ts';
import { pathOf } from './courses.ts';
import { guessesIn, isDone } from './progress.ts';

interface Props {
  readonly course: Course;
  readonly kept: readonly KeptRun[];
  /** The latest run. */
  readonly current: KeptRun | null;
}

export function CourseSection({ course, kept, current }: Props) {
  return (
    <section className="home-system">
      <div className="home-system-name">
        <h2>{course.title}</h2>
        <p className="small">{course.paper}</p>
        {course.checked ? <p className="small">{course.checked}</p> : null}
      </div>
      <div>
        <p className="home-question">{course.question}</p>
        <Scenarios listed={course.listed} kept={kept} current={current} />
      </div>
    </section>
  );
}

interface ScenariosProps extends Omit<Props, 'course'> {
  readonly listed: Listed;
}

function Scenarios({ listed, kept, current }: ScenariosProps) {
  const { card } = listed;
  const path = pathOf(card);
  const one = (id: string) => <Scenario key={id} id={id} listed={listed} kept={kept} current={current} />;
  return (
    <>
      <ol className="home-path">{path.core.map(one)}</ol>
      {path.groups.map(({ id, scenarios }) => (
        <section key={id} className="home-group">
          <h3>{plain(listed.words, groupName(id))}</h3>
          <ul>{scenarios.map(one)}</ul>
        </section>
      ))}
    </>
  );
}

function Scenario({ id, listed, kept, current }: ScenariosProps & { readonly id: string }) {
  const t = useT();
  const { id: system, card } = listed;
  const words = (own: Text): string => plain(listed.words, own);
  const done = isDone(system, id);
  const here = current?.system === system && current.scenario === id;
  const scenario = card.scenarios.find((each) => each.id === id);
  const { right, answered } = scenario ? guessesIn(system, scenario, kept) : { right: 0, answered: 0 };
  return (
    <li>
      <a
        className="home-card"
        href={scenarioHash(system, id)}
        data-done={done || undefined}
        data-current={here || undefined}
      >
        <b>
          {words(scenarioName(id))}
          {done ? <Tick /> : null}
        </b>
        <span className="home-asks">{words(scenarioQuestion(id))}</span>
        {answered > 0 ? <span className="home-guessed">{t('home.guessed', { right, answered })}</span> : null}
        {here ? <span className="visually-hidden">{t('home.current')}</span> : null}
      </a>
    </li>
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
