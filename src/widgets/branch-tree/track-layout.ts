// The same tree on a phone: newest on top, a row an entry, branches as tracks left of the rows. A page holds so many
// slots; each has its row from the start, so that nothing moves as the tree grows into it.

import type { TreeEntry } from './branch-entry.ts';

/** Rows of a page, and the height of each. */
export const TRACK_ROWS = 6;
export const TRACK_ROW = 44;
/** From one track to the next. */
const TRACK = 16;
/** More branches share the last track. */
const TRACKS = 4;
/** Room that the tracks take, from the start: a branch that opens moves no row. */
const WIDTH = TRACKS * TRACK + 6;
const CORNER = 8;

export interface TrackPoint {
  readonly id: string;
  readonly x: number;
  /** The middle of its row. */
  readonly y: number;
}
export interface TrackLayout {
  /** The slots of the page, newest first. */
  readonly slots: readonly number[];
  readonly points: readonly TrackPoint[];
  readonly edges: readonly { readonly id: string; readonly parent: string; readonly path: string }[];
  /** Entries before the page. */
  readonly earlier: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The first slot of a page, given the first step of the page of steps: one more of the past, and turned in the same
 * steps.
 */
export const firstTrack = (first: number): number => Math.max(1, first - (TRACK_ROWS - 5));

export function trackLayout(entries: readonly TreeEntry[], first: number): TrackLayout {
  const last = first + TRACK_ROWS - 1;
  const height = TRACK_ROWS * TRACK_ROW;
  const x = ({ row }: TreeEntry): number => TRACK / 2 + 4 + Math.min(row, TRACKS - 1) * TRACK;
  const y = ({ slot }: TreeEntry): number => (slot < first ? height : (last - slot + 0.5) * TRACK_ROW);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const onPage = entries.filter(({ slot }) => slot >= first && slot <= last);
  return {
    slots: Array.from({ length: TRACK_ROWS }, (_, index) => last - index),
    points: onPage.map((entry) => ({ id: entry.id, x: x(entry), y: y(entry) })),
    edges: onPage.flatMap((entry) => {
      const parent = entry.parent === null ? undefined : byId.get(entry.parent);
      if (!parent) return [];
      const [x1, y1, x2, y2] = [x(entry), y(entry), x(parent), y(parent)];
      const by = x2 < x1 ? -CORNER : CORNER;
      const path =
        x1 === x2 || parent.slot < first
          ? `M${x1},${y1}V${y2}`
          : `M${x1},${y1}V${y2 - CORNER}Q${x1},${y2} ${x1 + by},${y2}H${x2}`;
      return [{ id: entry.id, parent: parent.id, path }];
    }),
    earlier: entries.filter(({ slot }) => slot < first).length,
    width: WIDTH,
    height,
  };
}
