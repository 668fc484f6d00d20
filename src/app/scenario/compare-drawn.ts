// Two compared runs as they are drawn, for the parts of Compare.

import type { CompareOutcome } from '../../session/api.ts';
import type { Column, Side } from '../../widgets/difference.ts';

/** Two runs as they are drawn: columns of one or more steps, and where the reader is. */
export interface Drawn {
  readonly outcome: CompareOutcome;
  readonly columns: readonly Column[];
  /** The reader's column, from 1; 0 is the start. */
  readonly at: number;
  readonly first: number;
  /** Columns that fit. */
  readonly most: number;
  readonly width: number;
  readonly phone: boolean;
  readonly titles: Readonly<Record<Side, string>>;
  /** Columns in which the runs differ. */
  readonly differs: readonly number[];
  goTo(column: number): void;
}
