// Where keys lead in the lineage: by partition and by line, and up the cone.

import type { LineageScene } from '../lineage/scene.ts';
import type { Room } from './room.ts';
import { toldCell } from './told.ts';

/** A cell: a row, a line of it, a partition: the first of its bin. */
export interface Place {
  readonly row: number;
  readonly line: number;
  readonly partition: number;
}

type Shown = Pick<LineageScene, 'rows' | 'cone'>;
type Folding = Pick<Room, 'bin'> & { readonly rows: readonly { readonly folded: boolean }[] };

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

/** The next place that way; the same where there is none. */
export function walked(scene: Shown, room: Folding, from: Place, key: string): Place | null {
  switch (key) {
    case 'ArrowLeft':
      return sideways(scene, room, from, -1);
    case 'ArrowRight':
      return sideways(scene, room, from, 1);
    case 'ArrowUp':
      return along(scene, room, from, -1);
    case 'ArrowDown':
      return along(scene, room, from, 1);
    case 'p':
    case 'P':
      return climbed(scene, room, from);
    default:
      return null;
  }
}

function sideways({ rows }: Shown, { bin }: Folding, from: Place, by: 1 | -1): Place {
  const most = (rows[from.row]?.lines[from.line]?.cells.length ?? 1) - 1;
  const partition = from.partition + by * bin;
  return partition < 0 || partition > most ? from : { ...from, partition };
}

function along({ rows }: Shown, room: Folding, from: Place, by: 1 | -1): Place {
  const all = rows.flatMap(({ lines }, row) =>
    room.rows[row]?.folded ? [] : lines.map(({ cells }, line) => ({ row, line, most: cells.length - 1 })),
  );
  const here = all.findIndex(({ row, line }) => row === from.row && line === from.line);
  const next = all[here + by];
  if (!next) return from;
  const { row, line, most } = next;
  return { row, line, partition: Math.min(from.partition, most - (most % room.bin)) };
}

/** To what it is made of: first what is to be made again as well, then what is still there. */
function climbed({ rows, cone }: Shown, { bin, ...room }: Folding, from: Place): Place {
  const binOf = (partition: number): number => partition - (partition % bin);
  const up = cone.filter(
    ({ from: [row], to }) => to[0] === from.row && binOf(to[1]) === from.partition && !room.rows[row]?.folded,
  );
  const edge = up.find(({ heavy, waits }) => heavy && waits) ?? up.find(({ heavy }) => heavy) ?? up[0];
  if (!edge) return from;
  const [row, partition] = edge.from;
  return { row, line: (rows[row]?.lines.length ?? 1) - 1, partition: binOf(partition) };
}
