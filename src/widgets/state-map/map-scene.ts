// Where the states stand and the steps between them run: a pure function of the graph, the places and the room. Depth
// runs right where there is room, down where there is not; nothing is pushed about by forces.

import type { Places, Walked } from './map-places.ts';
import type { MapGraph } from './map-types.ts';

export interface MapRoom {
  readonly wide: boolean;
  /** Between two depths, and between two states of one depth. */
  readonly along: number;
  readonly across: number;
  readonly width: number;
  readonly height: number;
}

export interface MapNode {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}
export interface MapLine {
  readonly key: string;
  readonly d: string;
  readonly lit: boolean;
  readonly bad: boolean;
  /** On the shortest way to break a promise. */
  readonly worst: boolean;
  /** Where its numbers stand: past its middle, where lines from one state have parted. */
  readonly at: { readonly x: number; readonly y: number };
}
/** States of one depth, side by side, that break a promise: one outline round them. */
export interface BadBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface MapScene {
  readonly nodes: readonly MapNode[];
  readonly lines: readonly MapLine[];
  readonly boxes: readonly BadBox[];
  /** Places that only the other setting reaches. */
  readonly gone: readonly { readonly x: number; readonly y: number }[];
  readonly depths: readonly { readonly depth: number; readonly at: number }[];
}

const EDGE = 34;
const HEAD = 26;

export function mapRoom(width: number, places: Places): MapRoom {
  const wide = width >= 560;
  const depths = Math.max(1, places.rows.length);
  const most = Math.max(1, ...places.rows);
  const between = (low: number, wish: number, high: number): number => Math.max(low, Math.min(high, wish));
  const along = wide ? between(46, (width - 2 * EDGE) / Math.max(1, depths - 1), 160) : 58;
  const across = wide ? between(20, 400 / most, 46) : between(34, (width - 2 * HEAD) / most, 66);
  const long = (depths - 1) * along;
  const broad = most * across;
  return wide
    ? { wide, along, across, width: Math.max(width, long + 2 * EDGE), height: HEAD + broad + 14 }
    : { wide, along, across, width: Math.max(width, HEAD + broad + 8), height: long + 2 * EDGE };
}

export function mapScene(
  graph: MapGraph,
  { paths }: Walked,
  places: Places,
  trail: readonly number[],
  worst: readonly (readonly number[])[],
  room: MapRoom,
): MapScene {
  const most = Math.max(1, ...places.rows);
  const spot = (depth: number, row: number): { x: number; y: number } => {
    const rows = places.rows[depth] ?? 1;
    const aside = HEAD + (row + 0.5 + (most - rows) / 2) * room.across;
    const ahead = EDGE + depth * room.along;
    return room.wide ? { x: ahead, y: aside } : { x: aside, y: ahead };
  };
  const nodes = graph.states.map(({ id }): MapNode => {
    const place = places.at.get(paths[id] ?? '') ?? { depth: 0, row: 0 };
    return { id, ...spot(place.depth, place.row) };
  });
  const here = new Set(paths);
  return {
    nodes,
    lines: linesOf(graph, nodes, linesAlong([trail]), linesAlong(worst), room),
    boxes: boxesOf(graph, places, paths, spot, room),
    gone: [...places.at].filter(([path]) => !here.has(path)).map(([, place]) => spot(place.depth, place.row)),
    depths: places.rows.map((_, depth) => ({ depth, at: EDGE + depth * room.along })),
  };
}

/** Keys of the lines that these paths go along. */
const linesAlong = (paths: readonly (readonly number[])[]): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => path.slice(1).map((to, index) => `${path[index]} ${to}`)));

function linesOf(
  graph: MapGraph,
  nodes: readonly MapNode[],
  lit: ReadonlySet<string>,
  worst: ReadonlySet<string>,
  room: MapRoom,
): readonly MapLine[] {
  const drawn = new Set<string>();
  const lines: MapLine[] = [];
  for (const [from, to] of graph.edges) {
    const key = `${from} ${to}`;
    const a = nodes[from];
    const b = nodes[to];
    // Two steps with the same outcome are one line; a step that changes nothing is none.
    if (from === to || drawn.has(key) || !a || !b) continue;
    drawn.add(key);
    const deeper = (graph.states[to]?.depth ?? 0) > (graph.states[from]?.depth ?? 0);
    const curve = deeper ? forward(a, b, room.wide) : around(a, b, room);
    lines.push({
      key,
      d: drawnAs(curve),
      at: pointOn(curve, NUMBERS_AT),
      lit: lit.has(key),
      worst: worst.has(key),
      bad: (graph.states[to]?.bad.length ?? 0) > 0,
    });
  }
  // What is lit lies over the rest.
  const rank = ({ lit: isLit, worst: isWorst }: MapLine): number => (isLit ? 2 : isWorst ? 1 : 0);
  return lines.sort((p, q) => rank(p) - rank(q));
}

/** A cubic: its ends and, between them, its control points. */
type Curve = readonly [Point, Point, Point, Point];
type Point = readonly [x: number, y: number];
const NUMBERS_AT = 0.66;

const drawnAs = ([a, b, c, d]: Curve): string => `M${a}C${b} ${c} ${d}`;

function pointOn(curve: Curve, t: number): { readonly x: number; readonly y: number } {
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
  const sum = (axis: 0 | 1): number =>
    curve.reduce((all, point, index) => all + point[axis] * (weights[index] as number), 0);
  return { x: sum(0), y: sum(1) };
}

function forward(a: MapNode, b: MapNode, wide: boolean): Curve {
  const mid = wide ? (a.x + b.x) / 2 : (a.y + b.y) / 2;
  return wide
    ? [
        [a.x, a.y],
        [mid, a.y],
        [mid, b.y],
        [b.x, b.y],
      ]
    : [
        [a.x, a.y],
        [a.x, mid],
        [b.x, mid],
        [b.x, b.y],
      ];
}

/** A step back, or to a state no deeper: a bow beside the straight way. */
function around(a: MapNode, b: MapNode, { wide, along, across }: MapRoom): Curve {
  const [x, y] = wide ? [along * 0.3, across * 0.6] : [across * 0.6, along * 0.3];
  return [
    [a.x, a.y],
    [a.x + x, a.y + y],
    [b.x + x, b.y + y],
    [b.x, b.y],
  ];
}

function boxesOf(
  graph: MapGraph,
  places: Places,
  paths: readonly string[],
  spot: (depth: number, row: number) => { x: number; y: number },
  room: MapRoom,
): readonly BadBox[] {
  const bad = graph.states
    .filter((state) => state.bad.length > 0)
    .flatMap(({ id }) => places.at.get(paths[id] ?? '') ?? [])
    .sort((a, b) => a.depth - b.depth || a.row - b.row);
  const runs: { depth: number; first: number; last: number }[] = [];
  for (const { depth, row } of bad) {
    const run = runs.at(-1);
    if (run && run.depth === depth && run.last === row - 1) run.last = row;
    else runs.push({ depth, first: row, last: row });
  }
  const half = Math.min(18, room.across / 2 - 1);
  const reach = Math.min(26, room.along / 2 - 2);
  return runs.map(({ depth, first, last }) => {
    const a = spot(depth, first);
    const b = spot(depth, last);
    return room.wide
      ? { x: a.x - reach, y: a.y - half, width: 2 * reach, height: b.y - a.y + 2 * half }
      : { x: a.x - half, y: a.y - reach, width: b.x - a.x + 2 * half, height: 2 * reach };
  });
}
