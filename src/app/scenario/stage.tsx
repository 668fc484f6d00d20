// The lanes of the open run: wide with time to the right, narrow with time down; above them, in a long run, all of it.

import type { CSSProperties } from 'react';
import { useEffect, useRef } from 'react';
import { flipCounts } from '../../widgets/flip-marks.ts';
import { NarrowLanes } from '../../widgets/narrow-lanes.tsx';
import { OverviewRuler } from '../../widgets/overview-ruler.tsx';
import { Say } from '../../widgets/say.tsx';
import { axisOf, TimePanel } from '../../widgets/time-panel.tsx';
import { useMedia, useWidth } from '../../widgets/use-size.ts';
import { orderedChoices } from '../choices.ts';
import { PHONE, PHONE_ROWS } from '../phone.ts';
import { choose, goTo, setColumns } from '../run.ts';
import { openQuestion, set, usePage } from '../store.ts';
import { StepList } from './step-list.tsx';
import { useStrip, useTimeWords } from './time-words.tsx';
import './stage.css';

export function Stage() {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const phone = useMedia(PHONE);
  const columns = phone ? PHONE_ROWS : axisOf(width).columns;
  useEffect(() => {
    if (width > 0) setColumns(columns);
  }, [width, columns]);
  return (
    <div ref={root} className="stage">
      {width > 0 ? <Drawn width={width} phone={phone} /> : null}
    </div>
  );
}

function Drawn({ width, phone }: { readonly width: number; readonly phone: boolean }) {
  const frame = usePage((state) => state.frame);
  const track = usePage((state) => state.track);
  const head = usePage((state) => state.head);
  const first = usePage((state) => state.first);
  const columns = usePage((state) => state.columns);
  const overview = usePage((state) => state.overview);
  const glide = usePage((state) => state.glide);
  const hot = usePage((state) => state.hot);
  const asked = usePage((state) => openQuestion(state) !== null);
  const rowsShown = usePage((state) => state.shown.rows);
  const causes = usePage((state) => state.causes);
  const words = useTimeWords();
  const rows = useStrip();
  if (!frame || !track || !head) return null;
  const now = frame.cursor.step;
  // While a question stands open, nothing that is to come is shown, neither choices nor a future already made.
  const length = asked ? now : frame.length;
  const seen = asked ? { ...track, steps: track.steps.filter((step) => step.step <= now) } : track;
  const open =
    asked || now < frame.length ? [] : orderedChoices(frame).filter((choice) => choice.group === 'step');
  const long = overview !== null && length > columns;
  const lit = frame.properties.flatMap((view) =>
    view.here === 'violated' ? (view.witness?.actors ?? []) : [],
  );
  const shared = {
    actors: head.actors,
    track: seen,
    first,
    columns,
    width,
    now,
    length,
    choices: open,
    glide,
    words,
    hot,
    lit,
    causes,
    onHot: (key: string | null) => set({ hot: key }),
    onGo: (step: number) => void goTo(step),
    onChoose: (key: string) => void choose(key),
  };
  const gutter = { '--overview-gutter': phone ? '0px' : `${axisOf(width).gutter}px` } as CSSProperties;
  return (
    <>
      <div className="overview-slot" style={gutter}>
        {long ? (
          <OverviewRuler
            overview={overview}
            length={length}
            now={now}
            first={first}
            columns={columns}
            actors={head.actors}
            words={words}
            marks={<Marks />}
            onGo={shared.onGo}
          />
        ) : null}
      </div>
      {phone ? (
        <NarrowLanes {...shared} still={long} />
      ) : (
        <TimePanel {...shared} rows={rows} rowsQuiet={!rowsShown} still={long} />
      )}
      <StepList steps={seen.steps} now={now} />
    </>
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
