// Driver and workers as bars on the axis of steps: what each did in which step, and which of them are gone.

import type { CSSProperties } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { Say } from '../../../widgets/say.tsx';
import type { LineageScene } from '../lineage/scene.ts';
import { workerName } from '../worker-name.ts';
import type { Bar } from './bars.ts';
import { barsOf, stageOf } from './bars.ts';
import type { Over } from './cells.tsx';
import { holdingsOf, STORED, toldWorker } from './told.ts';

/** Between a bar and the edge of its columns. */
const AIR = 3;

export function LineageLanes({
  scene,
  track,
  cursor,
  choices,
  size,
  over,
}: Pick<ViewProps<LineageScene>, 'scene' | 'track' | 'cursor' | 'choices' | 'size'> & {
  readonly over: Over | null;
}) {
  /** The bar of a task that made what a pointer or the focus rests on. */
  const isOver = ({ label: { args = {} } }: Bar): boolean =>
    over !== null &&
    args.task === over.partition &&
    scene.rows[over.row]?.stages.includes(Number(args.stage)) === true;
  const axis = axisOf(size.width, true);
  const first = track.from + 1;
  const left = axis.gutter + axis.lead;
  const startOf = (step: number): number =>
    step < first ? axis.gutter : left + (step - first) * axis.column + AIR;
  const endOf = (step: number): number => left + (step - first + 1) * axis.column - AIR;
  const bars = barsOf(track).filter(({ from }) => from <= cursor.step);
  const hasEnded = ({ to }: Bar): boolean => to !== null && to <= cursor.step;
  /** Tasks at work and those that may start: a stage that has none is over, though the next has not begun. */
  const open = [
    ...bars.filter((bar) => bar.lane !== 'driver' && !hasEnded(bar)).map(({ label }) => label),
    ...choices.map(({ heading }) => heading.args?.task as Text | undefined),
  ].map(stageOf);
  const isDone = (bar: Bar): boolean =>
    hasEnded(bar) || (bar.lane === 'driver' && choices.length > 0 && !open.includes(stageOf(bar.label)));
  const lanes = ['driver', ...scene.workers.map((_, worker) => `w${worker}`)];
  const styleOf = ({ from, to }: Bar): CSSProperties => {
    const end = Math.min(to ?? cursor.step, cursor.step);
    return { left: startOf(from), width: Math.max(10, endOf(end) - startOf(from)) };
  };
  return (
    <div className="lineage-lanes">
      <div
        className="lineage-now"
        data-part="now lamp"
        style={
          cursor.step < first
            ? { left: axis.gutter, width: axis.lead }
            : { left: left + (cursor.step - first) * axis.column, width: axis.column }
        }
      />
      {lanes.map((lane, index) => {
        const worker = scene.workers[index - 1];
        return (
          <div key={lane} className="lineage-lane" data-dead={worker?.alive === false || undefined}>
            {worker ? (
              <span
                className="lane-name"
                data-told={toldWorker(index - 1)}
                style={{ width: axis.gutter - 20 }}
              >
                <b>
                  <Say text={workerName(index - 1)} />
                </b>
                <span>
                  <Say text={holdingsOf(worker)} />
                </span>
              </span>
            ) : (
              <span className="lane-name" data-part="driver">
                <b>
                  <Say text={text('actor.driver')} />
                </b>
                <span>
                  <Say text={text('lineage.attempted')} />
                </span>
              </span>
            )}
            <i data-part="lifeline" style={{ left: axis.gutter }} />
            {bars
              .filter((bar) => bar.lane === lane)
              .map((bar) => {
                const done = isDone(bar);
                return (
                  <span
                    key={bar.from}
                    className="lineage-bar"
                    data-part="bar lamp"
                    data-end={done ? (bar.end ?? 'done') : 'runs'}
                    data-hot={isOver(bar) || undefined}
                    data-now={(hasEnded(bar) ? bar.to : cursor.step) === cursor.step || undefined}
                    style={styleOf(bar)}
                  >
                    <Say text={bar.label} />
                  </span>
                );
              })}
          </div>
        );
      })}
      {scene.stored === null ? null : (
        <div className="lineage-lane">
          <span className="lane-name" data-told={STORED} style={{ width: 'max-content' }}>
            <b>
              <Say text={text('actor.storage')} />
            </b>
            <span>
              <Say text={text('lineage.stored', { n: scene.stored })} />
            </span>
          </span>
        </div>
      )}
    </div>
  );
}
