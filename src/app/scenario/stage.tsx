// The open run as the view that is shown draws it, on the axis of steps; above it, in a long run, all of it.

import type { CSSProperties } from 'react';
import { useEffect, useRef } from 'react';
import { axisOf } from '../../widgets/axis.ts';
import { lazyPart } from '../../widgets/part.ts';
import { useMedia, useWidth } from '../../widgets/use-size.ts';
import { orderedChoices } from '../choices.ts';
import { PHONE, PHONE_ROWS } from '../phone.ts';
import { choose, goTo, setColumns } from '../run.ts';
import { openQuestion, set, usePage } from '../store.ts';
import { isDense, lanesOf, longHeadings, standsClose } from '../views.ts';
import { lanesScene } from './lanes-view.tsx';
import { LITTLE_ROOM, ROOM } from './promise-order.ts';
import { Staged } from './staged.tsx';
import { useStrip, useTimeWords } from './time-words.tsx';
import { SHOWN } from './view-tabs.tsx';
import './stage.css';

/** So many lanes are whole above every promise, in a low window and in one that is lower still. */
const LANES_WHOLE = 6;
const LANES_LOW = 4;

const Overview = lazyPart(() => import('./overview.tsx').then((m) => m.Overview));

export function Stage() {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const phone = useMedia(PHONE);
  const close = usePage(standsClose);
  const tall = usePage(longHeadings);
  const many = usePage((state) => lanesOf(state) > LANES_WHOLE);
  const columns = phone ? PHONE_ROWS : axisOf(width, close, tall).columns;
  useEffect(() => {
    if (width > 0) setColumns(columns);
  }, [width, columns]);
  return (
    <div ref={root} className="stage" id={SHOWN} data-many={many || undefined}>
      {width > 0 ? <Drawn width={width} phone={phone} close={close} tall={tall} /> : null}
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly phone: boolean;
  readonly close: boolean;
  readonly tall: boolean;
}
function Drawn({ width, phone, close, tall }: Size) {
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
  const dense = usePage(isDense);
  const lanes = usePage(lanesOf);
  const low = useMedia('(max-height: 960px)');
  const lower = useMedia('(max-height: 820px)');
  const many = lanes > LANES_WHOLE;
  const little = (low && (close || many)) || (lower && (dense || lanes > LANES_LOW));
  const rows = useStrip(little ? LITTLE_ROOM : ROOM);
  if (!frame || !track || !head) return null;
  const now = frame.cursor.step;
  // While a question stands open, nothing that is to come is shown, neither choices nor a future already made.
  const length = asked ? now : frame.length;
  const seen = asked ? { ...track, steps: track.steps.filter((step) => step.step <= now) } : track;
  const choices = asked ? [] : orderedChoices(frame);
  const ahead = now < frame.length ? [] : choices.filter(({ group }) => group === 'step');
  const long = overview !== null && length > columns;
  const go = (step: number): void => void goTo(step);
  const take = (key: string): void => void choose(key);
  const gutter = {
    '--overview-gutter': phone ? '0px' : `${axisOf(width, close, tall).gutter}px`,
  } as CSSProperties;
  return (
    <>
      <div className="overview-slot" style={gutter}>
        {long ? <Overview /> : null}
      </div>
      <Staged
        scenes={frame.scenes}
        given={{
          head,
          cursor: frame.cursor,
          track: seen,
          choices,
          panels: frame.panels,
          hot,
          seenBy: frame.seenBy ?? null,
          size: { width, phone },
          goTo: go,
          choose: take,
          setHot: (one) => set({ hot: one }),
        }}
        lanes={lanesScene({ head, properties: frame.properties, track: seen, causes, glide })}
        axis={{
          track: seen,
          first,
          columns,
          width,
          close,
          long: tall,
          now,
          length,
          choices: ahead,
          rows,
          rowsQuiet: !rowsShown,
          glide,
          words,
          hot: hot?.startsWith('action ') ? hot.slice('action '.length) : null,
          still: long,
          causes,
          onHot: (key) => set({ hot: key === null ? null : `action ${key}` }),
          onGo: go,
          onChoose: take,
        }}
      />
    </>
  );
}
