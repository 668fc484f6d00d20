// Cells of the lineage by place and by name.

import type { LineageScene } from '../lineage/scene.ts';
import { toldCell } from './told.ts';

/** A cell: a row, a line of it, a partition: the first of its bin. */
export interface Place {
  readonly row: number;
  readonly line: number;
  readonly partition: number;
}

export type Shown = Pick<LineageScene, 'rows' | 'cone'>;

export function keyOf({ rows }: Shown, { row, line, partition }: Place): string | null {
  const drawn = rows[row]?.lines[line];
  return drawn ? toldCell(row, drawn, partition) : null;
}

export function placeOf({ rows }: Shown, key: string | null): Place | null {
  for (const [row, { lines }] of rows.entries()) {
    for (const [line, drawn] of lines.entries()) {
      const partition = drawn.cells.findIndex((_, p) => toldCell(row, drawn, p) === key);
      if (partition >= 0) return { row, line, partition };
    }
  }
  return null;
}
