// How much room the lineage takes, and where everything in it stands: from its shape and the width alone, so that a step
// moves nothing.

import type { LineageScene } from '../lineage/scene.ts';
import type { Fold } from './folds.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Where names, lines of the program and attempts begin; 0 where there is no room for them. */
  readonly name: number;
  readonly code: number;
  readonly attempts: number;
  readonly cells: number;
  readonly cell: number;
  /** Partitions a column. */
  readonly bin: number;
  readonly lineHeight: number;
  readonly rows: readonly RowRoom[];
  readonly folds: readonly FoldRoom[];
}

export interface FoldRoom extends Fold {
  readonly top: number;
  readonly height: number;
}

export interface RowRoom {
  readonly top: number;
  readonly height: number;
  /** It stands in a strip with others. */
  readonly folded: boolean;
  /** The middle of each of its lines. */
  readonly lines: readonly number[];
}

/** The names of columns. */
export const HEAD = 22;
export const CELL_HEIGHT = 20;
const CODE = 34;
const MOST_CELL = 80;
/** Below this a letter has no room. */
export const LEAST_LETTERS = 26;
const PAD = 5;
const STRIP = 26;

export function roomOf(
  { rows, columns }: LineageScene,
  width: number,
  {
    stage,
    name,
    attempts,
    low = false,
    tight = false,
    folds = [],
    spare = 0,
    bin = 1,
  }: {
    readonly stage: number;
    readonly name: number;
    readonly attempts: number;
    readonly low?: boolean;
    /** Less room still. */
    readonly tight?: boolean;
    readonly folds?: readonly Fold[];
    /** Strips that there will be on another page. */
    readonly spare?: number;
    readonly bin?: number;
  },
): Room {
  const wide = attempts > 0;
  const code = wide ? CODE : 0;
  const left = stage + name + code;
  const cell = Math.min(MOST_CELL, (width - left - attempts - 12) / Math.ceil(columns / bin));
  const many = rows.length > 6 || low;
  const lineHeight = tight ? 21 : many ? 22 : 24;
  const gap = tight && wide ? 10 : many || !wide ? 14 : 22;
  const pad = tight ? 3 : PAD;
  let top = HEAD;
  const strips: FoldRoom[] = [];
  const places = rows.map(({ lines }, r): RowRoom => {
    const fold = folds.find(({ from, to }) => from <= r && r <= to);
    if (fold) {
      if (fold.from === r) {
        strips.push({ ...fold, top, height: STRIP });
        top += STRIP + gap;
      }
      const strip = strips.at(-1)?.top ?? top;
      return { top: strip, height: STRIP, folded: true, lines: lines.map(() => strip + STRIP / 2) };
    }
    const height = Math.max(lines.length * lineHeight + 2 * pad, !wide ? 0 : tight ? 26 : many ? 32 : 42);
    const first = top + (height - lines.length * lineHeight) / 2 + lineHeight / 2;
    const place = { top, height, folded: false, lines: lines.map((_, i) => first + i * lineHeight) };
    top += height + gap;
    return place;
  });
  return {
    width,
    height: top - gap + 4 + spare * (STRIP + gap),
    name: stage,
    code: wide ? stage + name : 0,
    attempts: wide ? left + cell * Math.ceil(columns / bin) + 12 : 0,
    cells: left,
    cell,
    bin,
    lineHeight,
    rows: places,
    folds: strips,
  };
}

/** The middle of a column. */
export const middle = ({ cells, cell, bin }: Room, partition: number): number =>
  cells + (Math.floor(partition / bin) + 0.5) * cell;
