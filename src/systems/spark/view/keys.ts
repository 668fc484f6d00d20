// What keys do in the lineage: arrows go by partition and by line, P climbs the cone, Enter chooses, X kills the cell's
// worker, U unfolds its row, Escape leaves. It arrives with the first of them.

import type { ViewProps } from '../../../session/view-props.ts';
import type { Room } from './room.ts';
import type { keyOf, Place, Shown } from './walk.ts';

type Folding = Pick<Room, 'bin'> & { readonly rows: readonly { readonly folded: boolean }[] };

export interface Hands extends Pick<ViewProps, 'choices' | 'choose'> {
  readonly scene: Shown;
  readonly room: Folding;
  /** What the grid has for itself, so that this part brings nothing twice. */
  readonly keyOf: typeof keyOf;
  focusOn(key: string | null): void;
  onPick(key: string): void;
  unfold(row: number): void;
  leave(): void;
}

export function act(key: string, place: Place, hands: Hands): void {
  const { scene, room, keyOf } = hands;
  const here = keyOf(scene, place) ?? '';
  const to = walked(scene, room, place, key);
  if (to) hands.focusOn(keyOf(scene, to));
  else if (key === 'Escape') hands.leave();
  else if (key === 'u' || key === 'U') hands.unfold(place.row);
  else if (key === 'Enter' || key === ' ') hands.onPick(here);
  else {
    const worker = scene.rows[place.row]?.lines[place.line]?.cells[place.partition]?.worker;
    const kill = hands.choices.find((choice) => choice.key === `kill:w${worker}`);
    if (kill) hands.choose(kill.key);
  }
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
