// One axis for everything that happens: step headings, lanes, the ruler that is also the scrubber, and the properties.
// The lamp is one band through all of them. Drawing is a pure function of the page of steps and the present one.

import type { CSSProperties } from 'react';
import type { Text } from '../base/text.ts';
import { HeadingRow } from './heading-row.tsx';
import { LaneDrawing } from './lane-drawing.tsx';
import type { LaneRoom } from './lane-scene.ts';
import { laneScene } from './lane-scene.ts';
import { monoWidth } from './mono-width.ts';
import { Ruler } from './ruler.tsx';
import { Say, useLabelSize, usePlain } from './say.tsx';
import type { TimePanelProps } from './time-panel-types.ts';
import { useMedia } from './use-size.ts';
import { VerdictStrip } from './verdict-strip.tsx';
import './time-panel.css';

/** Room of the axis at a panel width, for as many columns as fit between 5 and 11. */
export function axisOf(width: number): { gutter: number; lead: number; columns: number; column: number } {
  const gutter = width >= 860 ? 196 : width >= 600 ? 132 : 108;
  const lead = width >= 700 ? 72 : 52;
  const room = width - gutter - lead;
  const columns = Math.max(4, Math.min(11, Math.floor(room / (width >= 860 ? 94 : 74))));
  return { gutter, lead, columns, column: Math.floor(room / columns) };
}

/** A dash or nothing: there is nothing to show there. */
export const chipWidth = (label: string, size?: number): number =>
  label === '' || label === '–' ? 0 : Math.max(34, monoWidth(label, size) + 20);

const rowHeight = (actors: number, low: boolean): number =>
  actors <= 4 ? (low ? 48 : 61) : actors <= 6 && !low ? 54 : actors <= 6 ? 48 : 40;

export function TimePanel(props: TimePanelProps) {
  const { actors, track, first, now, choices, words } = props;
  const plain = usePlain();
  const size = useLabelSize();
  const low = useMedia('(max-height: 820px)');
  const axis = axisOf(props.width);
  const room: LaneRoom = { ...axis, row: rowHeight(actors.length, low), above: 32, below: 40 };
  const steps = track.steps;
  const scene = laneScene({
    actors: actors.map((actor) => actor.id),
    first,
    steps,
    standing: track.chips,
    now,
    choices,
    room,
    widthOf: (text: Text) => chipWidth(plain(text), size),
  });
  const inLead = now < first;
  const { mark } = props;
  const marked = mark && mark.step >= first && mark.step < first + axis.columns ? mark : null;
  const style = {
    '--gutter': `${axis.gutter}px`,
    '--lead': `${axis.lead}px`,
    '--column': `${axis.column}px`,
    // Three lines of a heading, five where columns are narrow: fixed, so that a longer one moves nothing.
    '--heading': `${Math.round((axis.column >= 90 ? 4.5 : 7) * size)}px`,
    '--role-lines': room.row >= 46 ? 2 : 1,
    '--band-x': `${axis.gutter + (inLead ? 0 : axis.lead + (now - first) * axis.column)}px`,
    '--band-width': `${inLead ? axis.lead : axis.column}px`,
  } as CSSProperties;
  return (
    <div className="time-panel" style={style} data-glide={props.glide} data-first={first}>
      <div className="lamp-band" aria-hidden="true" />
      {marked ? (
        <div
          className="axis-mark"
          style={{ left: axis.gutter + axis.lead + (marked.step - first) * axis.column }}
        >
          <span>{marked.word}</span>
        </div>
      ) : null}
      <HeadingRow {...props} words={words} />
      <div className="lanes" style={{ height: scene.height }}>
        <div className="lane-names">
          {actors.map((actor, index) => (
            <div
              key={actor.id}
              className="lane-name"
              data-lit={props.lit?.includes(actor.id) || undefined}
              data-absent={actor.absent || undefined}
              title={`${plain(actor.name)}: ${actor.absent ? words.absent : plain(actor.role)}`}
              style={{ top: room.above + index * room.row }}
            >
              <b>
                <Say text={actor.name} />
              </b>
              <span>{actor.absent ? words.absent : <Say text={actor.role} />}</span>
            </div>
          ))}
        </div>
        <LaneDrawing
          scene={scene}
          room={room}
          actors={actors.length}
          absent={new Set(actors.flatMap(({ absent }, index) => (absent ? index : [])))}
          nowRight={inLead ? axis.lead : axis.lead + (now - first + 1) * axis.column}
          choices={choices}
          hot={props.hot}
          onHot={props.onHot}
          onChoose={props.onChoose}
        />
      </div>
      <Ruler
        axis={axis}
        first={first}
        now={now}
        length={props.length}
        offers={choices.length > 0}
        words={words}
        still={props.still ?? false}
        onGo={props.onGo}
      />
      <VerdictStrip
        column={axis.column}
        rows={props.rows}
        steps={steps}
        first={first}
        now={now}
        quiet={props.rowsQuiet}
        words={words}
      />
      {props.children}
    </div>
  );
}
