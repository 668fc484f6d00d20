// A chip's place beside its lane: the first of a few slots that no arrow crosses and no other chip holds.

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
interface Wish extends Box {
  /** Width of the column. */
  readonly room: number;
}

export const CHIP_HEIGHT = 22;
const GAP = 18;

/** Centre of the chip. */
export function placeChip(
  wish: Wish,
  lines: readonly Segment[],
  taken: readonly Box[],
): { readonly x: number; readonly y: number } {
  const aside = Math.max(0, (wish.room - wish.width) / 2 - 2);
  const below = wish.y + GAP;
  const above = wish.y - GAP;
  const spots = [0, aside, -aside, 14, 26, -14, -26, 40, 54].flatMap((dx) =>
    [below, above].map((y) => ({ x: wish.x + dx, y })),
  );
  const free = spots.find(
    (spot) =>
      !taken.some((box) => overlap(box, { ...spot, width: wish.width })) &&
      !lines.some((line) => crosses(line, spot.x, spot.y, wish.width)),
  );
  return (
    free ??
    spots.find((spot) => !taken.some((box) => overlap(box, { ...spot, width: wish.width }))) ??
    spots[0]!
  );
}

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 2 && Math.abs(a.y - b.y) < CHIP_HEIGHT + 2;

/** Does the line pass through the chip, two pixels around it counted? (Liang and Barsky's clipping.) */
export function crosses(line: Segment, x: number, y: number, width: number): boolean {
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  let enter = 0;
  let leave = 1;
  const edges: readonly (readonly [number, number])[] = [
    [-dx, line.x1 - (x - width / 2 - 2)],
    [dx, x + width / 2 + 2 - line.x1],
    [-dy, line.y1 - (y - CHIP_HEIGHT / 2 - 2)],
    [dy, y + CHIP_HEIGHT / 2 + 2 - line.y1],
  ];
  for (const [p, q] of edges) {
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  return enter < leave;
}
