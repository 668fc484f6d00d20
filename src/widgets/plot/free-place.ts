// A place for a label that crosses as little as can be: of the places it would like, in order, the first that lies on no
// line and no other label; where all do, the one that is crossed least.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

export function freePlace(
  wishes: readonly Box[],
  lines: readonly (readonly Point[])[],
  taken: readonly Box[],
  room: Box,
): Box | null {
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const wish of wishes) {
    const cost = crossed(wish, lines) + 40 * taken.filter((box) => overlaps(wish, box)).length;
    const all = cost + (inside(wish, room) ? 0 : 200);
    if (all >= least) continue;
    best = wish;
    least = all;
    if (all === 0) break;
  }
  return best;
}

/** How many samples of the lines lie in the box. */
function crossed(box: Box, lines: readonly (readonly Point[])[]): number {
  let count = 0;
  for (const line of lines) {
    line.slice(1).forEach((to, index) => {
      const from = line[index] as Point;
      if (Math.max(from.x, to.x) < box.x || Math.min(from.x, to.x) > box.x + box.width) return;
      const samples = Math.max(2, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4));
      for (let n = 0; n <= samples; n++) {
        const share = n / samples;
        if (holds(box, from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))) count++;
      }
    });
  }
  return count;
}

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = (box: Box, room: Box): boolean =>
  box.x >= room.x &&
  box.y >= room.y &&
  box.x + box.width <= room.x + room.width &&
  box.y + box.height <= room.y + room.height;
