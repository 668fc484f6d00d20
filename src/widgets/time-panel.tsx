// One axis for everything that happens: step headings, what a view draws on it (lanes, or a system's own), the properties,
// and the ruler that is also the scrubber. The lamp is one band through all of them.

import type { CSSProperties } from 'react';
import { axisOf, axisVars } from './axis.ts';
import { HeadingRow } from './heading-row.tsx';
import { Ruler } from './ruler.tsx';
import { useLabelSize } from './say.tsx';
import type { TimePanelProps } from './time-panel-types.ts';
import { VerdictStrip } from './verdict-strip.tsx';
import './time-panel.css';

export function TimePanel(props: TimePanelProps) {
  const { track, first, now, choices, words } = props;
  const size = useLabelSize();
  const axis = axisOf(props.width, props.close, props.long);
  const { mark } = props;
  const marked = mark && mark.step >= first && mark.step < first + axis.columns ? mark : null;
  const style = axisVars(axis, first, now, size) as CSSProperties;
  const headings = <HeadingRow {...props} words={words} />;
  return (
    <div
      className="time-panel"
      style={style}
      data-glide={props.glide}
      data-first={first}
      data-bare={props.bare || undefined}
      data-close={props.close || undefined}
    >
      <div className="lamp-band" aria-hidden="true" />
      {props.above ? null : <Outlined {...props} />}
      {marked ? (
        <div
          className="axis-mark"
          style={{ left: axis.gutter + axis.lead + (marked.step - first) * axis.column }}
        >
          <span>{marked.word}</span>
        </div>
      ) : null}
      {props.above ? <div className="moment">{props.above}</div> : headings}
      {props.children}
      <div className="axis-foot">
        <div className="lamp-band" aria-hidden="true" />
        {props.above ? <Outlined {...props} /> : null}
        {props.above ? headings : null}
        <VerdictStrip
          column={axis.column}
          rows={props.rows}
          steps={track.steps}
          first={first}
          now={now}
          quiet={props.rowsQuiet}
          words={words}
        />
        {props.bare ? null : (
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
        )}
      </div>
    </div>
  );
}

/** Columns that differ from those of the run beside. */
function Outlined({ differs = [], first, columns }: Pick<TimePanelProps, 'differs' | 'first' | 'columns'>) {
  return differs
    .filter((step) => step >= first && step < first + columns)
    .map((step) => (
      <div
        key={step}
        className="differs"
        aria-hidden="true"
        style={{ left: `calc(var(--gutter) + var(--lead) + var(--column) * ${step - first})` }}
      />
    ));
}
