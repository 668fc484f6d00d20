// A table of what is so at this moment: its rows stand still, and what a step changes are their cells.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
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
  /** Keys of the steps of which it shows what came: it is lit after them. */
  readonly by?: readonly string[];
}
export interface Table {
  readonly id: string;
  readonly title: Text;
  readonly head: readonly Text[];
  /** On a phone a row is a card, two cells a line: where a row is wider than a phone. */
  readonly cards?: true;
  /** Where there is room its rows stand in two halves beside each other: so that all are in sight. */
  readonly halves?: true;
  readonly rows: readonly TableRow[];
}
export interface TableScene extends Scene {
  readonly tables: readonly Table[];
}

const SHOWN = 8;
/** The beginning of a hash: enough to tell it from another; the whole one is in the row's sentence. */
export const beginning = (hash: string): Text => text('n', { n: `${hash.slice(0, SHOWN)}…` });

export const tableScene = (kind: string, tables: readonly Table[]): TableScene => ({ kind, tables });
