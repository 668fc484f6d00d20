// A table of what is so at this moment: its rows stand still, and what a step changes are their cells.

import type { Text } from '../../base/text.ts';
import type { Scene } from '../../contract/system.ts';

export interface Cell {
  readonly text: Text;
  readonly mono?: boolean;
  readonly tone?: 'good' | 'bad';
}
export interface TableRow {
  readonly key: string;
  readonly cells: readonly Cell[];
  /** The row in a sentence. */
  readonly told: Text;
}
export interface Table {
  readonly id: string;
  readonly title: Text;
  readonly head: readonly Text[];
  readonly rows: readonly TableRow[];
}
export interface TableScene extends Scene {
  readonly tables: readonly Table[];
}

export const tableScene = (kind: string, tables: readonly Table[]): TableScene => ({ kind, tables });
