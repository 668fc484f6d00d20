// All of a long run in one strip above the picture: a part of its own, since most runs fit into a page.

import { flipCounts } from '../../widgets/flip-marks.ts';
import { OverviewRuler } from '../../widgets/overview-ruler.tsx';
import { Say } from '../../widgets/say.tsx';
import { goTo } from '../run.ts';
import { openQuestion, usePage } from '../store.ts';
import { useTimeWords } from './time-words.tsx';

export function Overview() {
  const frame = usePage((state) => state.frame);
  const overview = usePage((state) => state.overview);
  const actors = usePage((state) => state.head?.actors);
  const first = usePage((state) => state.first);
  const columns = usePage((state) => state.columns);
  const asked = usePage((state) => openQuestion(state) !== null);
  const words = useTimeWords();
  if (!frame || !overview || !actors) return null;
  const now = frame.cursor.step;
  return (
    <OverviewRuler
      overview={overview}
      length={asked ? now : frame.length}
      now={now}
      first={first}
      columns={columns}
      actors={actors}
      words={words}
      marks={<Marks />}
      onGo={(step) => void goTo(step)}
    />
  );
}

/** Flips and forks of the whole run in words, for those who do not see the ruler's marks. */
function Marks() {
  const overview = usePage((state) => state.overview);
  const words = useTimeWords();
  if (!overview) return null;
  return (
    <ul className="visually-hidden">
      {flipCounts(overview.flips).map((flip) => (
        <li key={`${flip.property} ${flip.verdict}`}>
          <Say text={words.flip(flip)} />
        </li>
      ))}
      {overview.forks.slice(0, 40).map((step) => (
        <li key={step}>
          <Say text={words.fork(step)} />
        </li>
      ))}
    </ul>
  );
}
