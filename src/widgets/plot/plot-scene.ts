// Where everything in a plot stands: a pure function of the data and the room. Labels stand right of their line's end
// and are pushed apart; on a logarithmic axis what is not above zero has no place and is left out (the table has it).

import { area, line } from 'd3';
import type { Text } from '../../base/text.ts';
import type { PlotTick } from './plot-scales.ts';
import { drawable, scaleOf } from './plot-scales.ts';
import type { PlotData } from './plot-types.ts';

export interface PlotRoom {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Room right of the axis for labels; 12 where they stand below the plot. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** `now` is the line of the present setting, `fixed` that of the fix; the others are there to compare with. */
export type Role = 'now' | 'fixed' | 'other';
export interface SeriesShape {
  readonly id: string;
  readonly index: number;
  readonly role: Role;
  /** Sign and hue. */
  readonly order: number;
  readonly path: string;
  readonly band: string | null;
  readonly line: readonly Place[];
  readonly glyphs: readonly Place[];
}
export interface Place {
  readonly x: number;
  readonly y: number;
}
export interface PublishedShape {
  readonly order: number;
  /** Null for a level across the plot. */
  readonly x: number | null;
  readonly y: number;
}
/** A name at the right edge: of a series or of a published level. */
export interface EdgeLabel {
  readonly kind: 'series' | 'published';
  readonly index: number;
  /** Where the line ends, and where its name stands. */
  readonly from: number;
  readonly y: number;
  readonly height: number;
}
export interface PlotScene {
  readonly xTicks: readonly PlotTick[];
  readonly yTicks: readonly PlotTick[];
  readonly series: readonly SeriesShape[];
  readonly published: readonly PublishedShape[];
  readonly limits: readonly { readonly index: number; readonly y: number }[];
  readonly zones: readonly { readonly index: number; readonly from: number; readonly to: number }[];
  readonly labels: readonly EdgeLabel[];
  /** Every x at which some series has a value, in order, with its place. */
  readonly stops: readonly { readonly x: number; readonly at: number }[];
  readonly xAt: (value: number) => number;
  /** The x under a place. */
  readonly xOf: (at: number) => number;
  readonly yAt: (value: number) => number | null;
  readonly highest: number;
}

/** One line of a name, and the gap below its last. */
const LINE = 17;
const GAP = 3;
const ZONES = 34;

export function plotRoom(width: number, plot?: Pick<PlotData, 'zones' | 'here'>, height?: number): PlotRoom {
  const wide = width >= 560;
  return {
    width,
    height: height ?? (wide ? 288 : 230),
    left: 46,
    right: wide ? Math.min(176, Math.round(width * 0.22)) : 14,
    top: 16 + (plot?.zones ? ZONES : plot?.here === undefined ? 0 : 8),
    bottom: plot?.here === undefined ? 30 : 36,
  };
}

export const labelled = (room: PlotRoom): boolean => room.right > 14;

/** `linesOf` says over how many lines a name runs; `keep` is the highest value of the axis before, if it still fits. */
export function plotScene(
  plot: PlotData,
  room: PlotRoom,
  linesOf: (label: Text) => number = () => 1,
  keep = 0,
): PlotScene {
  const { published = [], limits = [], zones = [] } = plot;
  const xs = unique([
    ...plot.series.flatMap((one) => one.points.map(([x]) => x)),
    ...published.flatMap((one) => (one.x === undefined ? [] : [one.x])),
  ]).filter((x) => drawable(plot.x, x));
  const ys = [
    ...plot.series.flatMap((one) => one.points.map(([, y]) => y)),
    ...plot.series.flatMap((one) => (one.band ?? []).flatMap(([, low, high]) => [low, high])),
    ...published.flatMap((one) => (one.y === undefined ? [] : [one.y])),
    ...limits.map((one) => one.y),
  ].filter((y) => drawable(plot.y, y));
  const most = Math.max(...ys);
  const highest = keep >= most && keep <= 2 * most ? keep : most;
  const right = room.width - room.right;
  const floor = room.height - room.bottom;
  const x = scaleOf(plot.x, xs, [room.left + 12, right - 12], false);
  const y = scaleOf(plot.y, ys.length > 0 ? [...ys, highest] : ys, [floor, room.top], true);
  const heightOf = (label: Text): number => linesOf(label) * LINE + GAP;
  const placed = (points: PlotData['series'][number]['points']): Place[] =>
    points
      .filter(([px, py]) => drawable(plot.x, px) && drawable(plot.y, py))
      .map(([px, py]) => ({ x: x.at(px), y: y.at(py) }));

  const roles = rolesOf(plot);
  const series = plot.series.map((one, index): SeriesShape => {
    const points = placed(one.points);
    const band = (one.band ?? []).filter(([bx, , high]) => drawable(plot.x, bx) && drawable(plot.y, high));
    const shape = area<(typeof band)[number]>()
      .x(([bx]) => x.at(bx))
      .y0(([, low]) => (drawable(plot.y, low) ? y.at(low) : floor))
      .y1(([, , high]) => y.at(high));
    return {
      id: one.id,
      index,
      ...(roles[index] as { role: Role; order: number }),
      path:
        line<Place>(
          (point) => point.x,
          (point) => point.y,
        )(points) ?? '',
      band: band.length > 1 ? shape(band) : null,
      line: points,
      glyphs: thinned(points),
    };
  });
  const levels = published.map(
    (one, order): PublishedShape => ({
      order,
      x: one.x === undefined || !drawable(plot.x, one.x) ? null : x.at(one.x),
      y: one.y !== undefined && drawable(plot.y, one.y) ? y.at(one.y) : floor,
    }),
  );
  const wishes = [
    ...series.flatMap(({ index, line: points }) => {
      const end = points.at(-1);
      const label = plot.series[index]?.label;
      return end && label ? [{ kind: 'series' as const, index, from: end.y, height: heightOf(label) }] : [];
    }),
    ...levels.flatMap(({ order, x: at, y: from }) => {
      const label = published[order]?.label;
      return at === null && label
        ? [{ kind: 'published' as const, index: order, from, height: heightOf(label) }]
        : [];
    }),
  ];
  const starts = new Set(plot.series.flatMap((one) => one.points.map(([px]) => px)));
  return {
    xTicks: x.ticks(Math.max(2, Math.floor((right - room.left) / 80))),
    yTicks: y.ticks(floor - room.top < 180 ? 3 : 5),
    series,
    published: levels,
    limits: limits.map((one, index) => ({ index, y: y.at(one.y) })),
    zones: zones.map(({ from, to }, index) => ({ index, from: x.at(from), to: x.at(to) })),
    labels: spread(wishes, room.top, floor),
    stops: xs.filter((value) => starts.has(value)).map((value) => ({ x: value, at: x.at(value) })),
    xAt: x.at,
    xOf: x.of,
    yAt: (value) => (drawable(plot.y, value) ? y.at(value) : null),
    highest,
  };
}

const unique = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** What each series is, and its sign and hue: those that matter have the first two. */
export function rolesOf({ series, now, fixed }: PlotData): { readonly role: Role; readonly order: number }[] {
  let next = now === undefined ? 0 : 2;
  return series.map(({ id }) =>
    id === now
      ? { role: 'now', order: 0 }
      : id === fixed
        ? { role: 'fixed', order: 1 }
        : { role: now === undefined ? 'now' : 'other', order: next++ },
  );
}

/** Glyphs on at most about ten points, the last always among them. */
function thinned<P>(points: readonly P[]): P[] {
  const stride = Math.ceil(points.length / 20);
  const last = points.length - 1;
  return points.filter((_, index) => (last - index) % Math.max(1, stride) === 0);
}

/**
 * Pushes names apart so that none covers another, keeping their order. The block stays between top and floor; where
 * there is not room for all of them it grows downwards past the floor rather than over one another.
 */
function spread(wishes: readonly Omit<EdgeLabel, 'y'>[], top: number, floor: number): EdgeLabel[] {
  const sorted = [...wishes].sort((a, b) => a.from - b.from || a.index - b.index);
  const tops: number[] = [];
  let free = top - LINE;
  for (const { from, height } of sorted) {
    const at = Math.max(from - height / 2, free);
    tops.push(at);
    free = at + height;
  }
  let ceiling = floor + LINE;
  for (let index = sorted.length - 1; index >= 0; index--) {
    const { height } = sorted[index]!;
    tops[index] = Math.min(tops[index]!, ceiling - height);
    ceiling = tops[index]!;
  }
  const over = Math.max(0, top - LINE - (tops[0] ?? top));
  return sorted.map((wish, index) => ({ ...wish, y: tops[index]! + over + wish.height / 2 }));
}
