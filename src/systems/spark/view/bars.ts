// What worked in which steps, from the steps on the page: a bar a task on its worker's lane, a bar a stage on the driver's.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Track, TrackStep } from '../../../session/frame.ts';

export interface Bar {
  readonly lane: string;
  /** Its first step; 0: it began before the page. */
  readonly from: number;
  /** Its last; null: it goes on. */
  readonly to: number | null;
  readonly label: Text;
  readonly end: 'done' | 'failed' | 'killed' | null;
}

const ENDS = new Set(['end', 'fail', 'fetch-fail']);

const kindOf = ({ key }: TrackStep): string => key.slice(0, key.indexOf(':'));
const labelOf = ({ mark }: TrackStep): Text | undefined => mark.arrows[0]?.label;
export const stageOf = (label: Text | undefined): number | null => {
  const stage = label?.args?.stage;
  return typeof stage === 'number' ? stage : null;
};

export function barsOf({ steps, chips }: Track): readonly Bar[] {
  const bars: Bar[] = [];
  const open = new Map<string, Omit<Bar, 'to' | 'end'>>();
  const close = (lane: string, to: number, end: Bar['end']): void => {
    const one = open.get(lane);
    if (one) bars.push({ ...one, to, end });
    open.delete(lane);
  };
  let driver: number | null = null;
  const begin = (stage: number | null, from: number): void => {
    if (stage === null || stage === driver) return;
    close('driver', from - 1, 'done');
    open.set('driver', { lane: 'driver', from, label: text('lineage.bar.stage', { stage }) });
    driver = stage;
  };
  for (const { actor, text: said } of chips) {
    const label = said.key === 'chip.runs' ? (said.args?.task as Text) : undefined;
    if (!label) continue;
    open.set(actor, { lane: actor, from: 0, label });
    if (driver === null) begin(stageOf(label), 0);
  }
  for (const step of steps) {
    const [kind, label] = [kindOf(step), labelOf(step)];
    const worker = step.actor;
    if ((kind === 'start' || kind === 'copy') && label) {
      open.set(worker, { lane: worker, from: step.step, label });
      begin(stageOf(label), step.step);
    }
    if (ENDS.has(kind)) {
      close(worker, step.step, kind === 'end' ? 'done' : 'failed');
      if (kind === 'fetch-fail') {
        close('driver', step.step, 'failed');
        driver = null;
      }
    }
    // A worker that does not run any more is free or dead; a job that is over takes its last stage with it.
    for (const { actor, text: said } of step.mark.chips) {
      if (said.key === 'chip.runs') continue;
      close(actor, step.step, actor === 'driver' ? 'done' : 'killed');
      if (actor === 'driver') driver = null;
    }
  }
  for (const one of open.values()) bars.push({ ...one, to: null, end: null });
  return bars;
}
