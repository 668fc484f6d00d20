// What the lineage's two forms ask of a moment: where the present step's task is, how wide texts are, the program.

import type { ViewProps } from '../../../session/view-props.ts';
import { useLabelSize } from '../../../widgets/say.tsx';
import { widestOf } from '../../../widgets/text-width.ts';
import type { LineageScene } from '../lineage/scene.ts';
import { stageOf } from './bars.ts';
import type { Now } from './graph.tsx';

type Props = ViewProps<LineageScene>;

/** The row and the partition that the present step's task works at. */
export function nowIn({ scene, track, cursor }: Pick<Props, 'scene' | 'track' | 'cursor'>): Now | null {
  const step = track.steps.find((one) => one.step === cursor.step);
  const label = step?.mark.arrows[0]?.label;
  const [stage, partition] = [stageOf(label), label?.args?.task];
  const row = scene.rows.findIndex(({ stages }) => stage !== null && stages.includes(stage));
  return row < 0 || typeof partition !== 'number' ? null : { row, partition };
}

/** The row of the last task that did something: it stays where it is while nobody works. */
export function nearIn({ scene, track, cursor }: Pick<Props, 'scene' | 'track' | 'cursor'>): number | null {
  const step = track.steps.findLast(
    (one) => one.step <= cursor.step && stageOf(one.mark.arrows[0]?.label) !== null,
  );
  return step ? (nowIn({ scene, track, cursor: { ...cursor, step: step.step } })?.row ?? null) : null;
}

/** As wide as the longest of these texts, at least so much and at most. */
export function useWidest(): (texts: readonly string[], least: number, most: number) => number {
  const size = useLabelSize();
  return (texts, least, most) => Math.max(least, Math.min(most, widestOf(texts, size, 600)));
}

export function programIn(still: unknown): readonly string[] {
  const { program = [] } = (still ?? {}) as { readonly program?: readonly string[] };
  // Without the empty lines at its end: they would take room.
  return program.slice(0, program.findLastIndex((line) => line.trim() !== '') + 1);
}
