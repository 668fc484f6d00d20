// Where everything of a tree stands on the axis of steps, wide: a pure function of its entries and of the room. Slots run
// right, a column each; branches run down. What stands before the page is one place a branch ("+14"); branches beyond
// those that fit are one line ("+5 branches"), never the one that the present step is on.

import type { TreeEntry } from './branch-entry.ts';

export interface TreeRoom {
  /** Width left of the first column. */
  readonly lead: number;
  readonly column: number;
  readonly columns: number;
  /** The slot of the first column. */
  readonly first: number;
  readonly cardWidth: number;
  readonly cardHeight: number;
  /** From one branch to the next. */
  readonly pitch: number;
  /** Branches that have room from the start, and the most that are drawn. */
  readonly least: number;
  readonly most: number;
  /** Branches that have their places whatever is on them, where that is known. */
  readonly rows?: readonly number[];
}

export interface TreeCard {
  readonly id: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}
export interface TreeEdge {
  readonly id: string;
  readonly parent: string;
  readonly path: string;
  /** The head's triangle, at the parent. */
  readonly head: string;
  /** Where a branch leaves another: the place for the word, its right end. */
  readonly fork: { readonly x: number; readonly y: number } | null;
}
/** Entries of a branch that stand before the page. */
export interface TreeFold {
  readonly row: number;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}
export interface TreeLayout {
  readonly rows: readonly { readonly row: number; readonly y: number }[];
  readonly cards: readonly TreeCard[];
  readonly edges: readonly TreeEdge[];
  readonly folds: readonly TreeFold[];
  /** Branches that are not drawn. */
  readonly more: { readonly count: number; readonly y: number } | null;
  readonly height: number;
}

/** Half the width of what stands for entries before the page. */
export const FOLD_HALF = 19;
const CORNER = 9;
const HEAD = { length: 8, half: 4.5 } as const;
const MORE_LINE = 26;

/** Branches that are drawn: the first ones, the last place for the present step's where it is not among them. */
export function rowsDrawn(entries: readonly TreeEntry[], now: number, most: number): readonly number[] {
  const rows = [...new Set(entries.map(({ row }) => row))].sort((a, b) => a - b);
  if (rows.length <= most) return rows;
  const latest = entries.reduce<TreeEntry | null>(
    (found, entry) => (entry.slot <= now && (found === null || entry.slot >= found.slot) ? entry : found),
    null,
  );
  const first = rows.slice(0, most);
  return latest && !first.includes(latest.row) ? [...rows.slice(0, most - 1), latest.row] : first;
}

/** `ahead` opens no room: where its branch has none yet, it stands on the last row, whose next column is free. */
export function branchLayout(
  entries: readonly TreeEntry[],
  now: number,
  room: TreeRoom,
  ahead: TreeEntry | null = null,
): TreeLayout {
  const { lead, column, columns, first, cardWidth, cardHeight, pitch } = room;
  const drawn = room.rows ?? rowsDrawn(entries, now, room.most);
  const places = Math.max(room.least, drawn.length);
  const yOf = new Map(drawn.map((row, place) => [row, place * pitch + pitch / 2]));
  if (ahead && !yOf.has(ahead.row)) {
    yOf.set(ahead.row, (Math.min(drawn.length, places - 1) + 0.5) * pitch);
  }
  const all = ahead ? [...entries, ahead] : entries;
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const onPage = all.filter(({ row, slot }) => yOf.has(row) && slot >= first && slot < first + columns);
  const xOf = (slot: number): number => lead + (slot - first + 0.5) * column;
  const middle = ({ row, slot }: TreeEntry): { x: number; y: number; half: number } => ({
    x: slot < first ? lead / 2 : xOf(slot),
    y: yOf.get(row) ?? 0,
    half: slot < first ? FOLD_HALF : cardWidth / 2,
  });

  const edges = onPage.flatMap((entry): TreeEdge[] => {
    const parent = entry.parent === null ? undefined : byId.get(entry.parent);
    if (!parent || !yOf.has(parent.row)) return [];
    const [from, to] = [middle(entry), middle(parent)];
    const of = { id: entry.id, parent: parent.id };
    const left = from.x - from.half;
    if (to.y === from.y) {
      const tip = to.x + to.half + 1;
      return [
        {
          ...of,
          path: `M${left},${from.y}H${tip + HEAD.length}`,
          head: pointing(tip, from.y, 'left'),
          fork: null,
        },
      ];
    }
    const down = to.y < from.y ? 1 : -1;
    const edgeOfParent = parent.slot < first ? 12 : cardHeight / 2;
    const tip = to.y + down * (edgeOfParent + 1);
    const turn = from.y - down * CORNER;
    return [
      {
        ...of,
        path: `M${left},${from.y}H${to.x + CORNER}Q${to.x},${from.y} ${to.x},${turn}V${tip + down * HEAD.length}`,
        head: pointing(to.x, tip, down === 1 ? 'up' : 'down'),
        fork: { x: to.x - 8, y: from.y },
      },
    ];
  });

  const folds = drawn.flatMap((row): TreeFold[] => {
    const count = entries.filter((entry) => entry.row === row && entry.slot < first).length;
    return count === 0 ? [] : [{ row, count, x: lead / 2, y: yOf.get(row) ?? 0 }];
  });
  const left = room.rows ? 0 : new Set(entries.map(({ row }) => row)).size - drawn.length;
  return {
    rows: drawn.map((row) => ({ row, y: yOf.get(row) ?? 0 })),
    cards: onPage.map((entry) => ({ id: entry.id, x: xOf(entry.slot), y: yOf.get(entry.row) ?? 0 })),
    edges,
    folds,
    more: left > 0 ? { count: left, y: places * pitch + MORE_LINE / 2 } : null,
    height: places * pitch + (left > 0 ? MORE_LINE : 0),
  };
}

/** A triangle with its tip here. */
export function pointing(x: number, y: number, way: 'left' | 'up' | 'down'): string {
  const { length, half } = HEAD;
  if (way === 'left') return `${x},${y} ${x + length},${y - half} ${x + length},${y + half}`;
  const back = way === 'up' ? y + length : y - length;
  return `${x},${y} ${x - half},${back} ${x + half},${back}`;
}
