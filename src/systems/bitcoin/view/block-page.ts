// Which part of the tree is on the page: so many heights, turned as the page of steps is, so that a block keeps its place
// from step to step. Branches that ended before the page are not on it; what the others stand on folds to "+14".

import { windowAt } from '../../../base/step-window.ts';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';

/** Branches that have a place on a phone. */
export const PHONE_COLUMNS = 3;

export interface BlockPage {
  /** The slot of the first column. */
  readonly first: number;
  readonly heights: readonly number[];
  /** Branches that have a place, in their order. */
  readonly rows: readonly number[];
  /** Branches that are on the page and have no place. */
  readonly more: number;
  /** Blocks on the page, and those before it that they stand on, each in the row in which it folds. */
  readonly blocks: readonly DrawnBlock[];
  /** Whether there is more of the tree on either side. */
  readonly earlier: boolean;
  readonly later: boolean;
}

/** The page that holds the highest block; `back` pages before it. */
export function blockPage(scene: BlocksScene, columns: number, back: number, most: number): BlockPage {
  const highest = scene.height + 1;
  const first = Math.max(1, windowAt(highest, columns).first - back * columns);
  const onPage = scene.blocks.filter(({ slot }) => slot >= first && slot < first + columns);
  const present = new Set(onPage.map(({ row }) => row));
  if (back === 0) for (const { row, tipOf } of scene.blocks) if (tipOf.length > 0) present.add(row);
  const all = [...present].sort((a, b) => a - b);
  const byId = new Map(scene.blocks.map((block) => [block.id, block]));
  const lead = byId.get(scene.believed)?.row ?? 0;
  const few = all.slice(0, most);
  const rows = few.includes(lead) || !all.includes(lead) ? few : [...few.slice(0, most - 1), lead];
  return {
    first,
    heights: Array.from({ length: columns }, (_, index) => first - 1 + index),
    rows,
    more: all.length - rows.length,
    blocks: [...folded(scene, byId, rows, first), ...onPage.filter(({ row }) => rows.includes(row))],
    earlier: first > 1,
    later: back > 0,
  };
}

/** How many pages before the newest one this height is. */
export function backTo({ height: highest }: BlocksScene, columns: number, height: number): number {
  const { first } = windowAt(highest + 1, columns);
  return Math.max(0, Math.ceil((first - (height + 1)) / columns));
}

/** What stands before the page, once: under the first of the branches that stand on it. */
function folded(
  { blocks }: BlocksScene,
  byId: ReadonlyMap<string, DrawnBlock>,
  rows: readonly number[],
  first: number,
): readonly DrawnBlock[] {
  const out = new Map<string, DrawnBlock>();
  for (const row of rows) {
    const own = blocks.filter((block) => block.row === row);
    let at = own.find(({ slot }) => slot >= first) ?? own.at(-1);
    if (at && at.slot >= first) at = at.parent === null ? undefined : byId.get(at.parent);
    // On the page itself it stands on another branch there.
    while (at && at.slot < first && !out.has(at.id)) {
      out.set(at.id, { ...at, row });
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
  }
  return [...out.values()].reverse();
}
