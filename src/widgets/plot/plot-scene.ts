// Where everything in a plot stands: a pure function of the data and the room. Labels stand right of their line's end
// and are pushed apart; on a logarithmic axis what is not above zero has no place and is left out (the table has it).

import { area, line, scaleLinear, scaleLog } from 'd3';
import type { Text } from '../../base/text.ts';
import { tickFigure } from './figure-words.ts';
import type { PlotAxis, PlotData } from './plot-types.ts';

export interface PlotRoom {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Room right of the axis for labels; 0 where they stand below the plot. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlotTick {
  readonly at: number;
  readonly label: string;
}
export interface SeriesShape {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly band: string | null;
  readonly glyphs: readonly { readonly x: number; readonly y: number }[];
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
  readonly order: number;
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
  readonly labels: readonly EdgeLabel[];
  /** Every x at which some series has a value, in order, with its place. */
  readonly stops: readonly { readonly x: number; readonly at: number }[];
  readonly yAt: (value: number) => number | null;
}

/** One line of a name, and the gap below its last. */
const LINE = 17;
const GAP = 3;

export function plotRoom(width: number): PlotRoom {
  const wide = width >= 560;
  return {
    width,
    height: wide ? 288 : 220,
    left: 46,
    right: wide ? Math.min(190, Math.round(width * 0.24)) : 12,
    top: 16,
    bottom: 30,
  };
}

export const labelled = (room: PlotRoom): boolean => room.right > 12;

/** `linesOf` says over how many lines a name runs at the right edge. */
export function plotScene(
  plot: PlotData,
  room: PlotRoom,
  linesOf: (label: Text) => number = () => 1,
): PlotScene {
  const published = plot.published ?? [];
  const xs = unique([
    ...plot.series.flatMap((one) => one.points.map(([x]) => x)),
    ...published.flatMap((one) => (one.x === undefined ? [] : [one.x])),
  ]).filter((x) => drawable(plot.x, x));
  const ys = [
    ...plot.series.flatMap((one) => one.points.map(([, y]) => y)),
    ...plot.series.flatMap((one) => (one.band ?? []).flatMap(([, low, high]) => [low, high])),
    ...published.map((one) => one.y),
  ].filter((y) => drawable(plot.y, y));
  const right = room.width - room.right;
  const floor = room.height - room.bottom;
  const x = scaleOf(plot.x, xs, [room.left + 8, right - 8], false);
  const y = scaleOf(plot.y, ys, [floor, room.top], true);
  const heightOf = (label: Text): number => linesOf(label) * LINE + GAP;
  const placed = (points: PlotData['series'][number]['points']) =>
    points
      .filter(([px, py]) => drawable(plot.x, px) && drawable(plot.y, py))
      .map(([px, py]) => ({ x: x.at(px), y: y.at(py) }));

  const series = plot.series.map((one, order): SeriesShape => {
    const points = placed(one.points);
    const band = (one.band ?? []).filter(([bx, , high]) => drawable(plot.x, bx) && drawable(plot.y, high));
    const shape = area<(typeof band)[number]>()
      .x(([bx]) => x.at(bx))
      .y0(([, low]) => (drawable(plot.y, low) ? y.at(low) : floor))
      .y1(([, , high]) => y.at(high));
    return {
      id: one.id,
      order,
      path:
        line<{ x: number; y: number }>(
          (point) => point.x,
          (point) => point.y,
        )(points) ?? '',
      band: band.length > 1 ? shape(band) : null,
      glyphs: thinned(points),
    };
  });
  const levels = published.map(
    (one, order): PublishedShape => ({
      order,
      x: one.x === undefined || !drawable(plot.x, one.x) ? null : x.at(one.x),
      y: drawable(plot.y, one.y) ? y.at(one.y) : floor,
    }),
  );
  const wishes = [
    ...series.flatMap(({ order, glyphs }) => {
      const end = glyphs.at(-1);
      const label = plot.series[order]?.label;
      return end && label ? [{ kind: 'series' as const, order, from: end.y, height: heightOf(label) }] : [];
    }),
    ...levels.flatMap(({ order, x: at, y: from }) => {
      const label = published[order]?.label;
      return at === null && label
        ? [{ kind: 'published' as const, order, from, height: heightOf(label) }]
        : [];
    }),
  ];
  const starts = new Set(plot.series.flatMap((one) => one.points.map(([px]) => px)));
  return {
    xTicks: x.ticks(Math.max(2, Math.floor((right - room.left) / 90))),
    yTicks: y.ticks(5),
    series,
    published: levels,
    labels: spread(wishes, room.top, floor),
    stops: xs.filter((value) => starts.has(value)).map((value) => ({ x: value, at: x.at(value) })),
    yAt: (value) => (drawable(plot.y, value) ? y.at(value) : null),
  };
}

const drawable = (axis: PlotAxis, value: number): boolean =>
  Number.isFinite(value) && (axis.scale === 'linear' || value > 0);

const unique = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: (count: number) => PlotTick[];
}

/** A value axis of amounts begins at zero where it is linear: half the height then means half the amount. */
function scaleOf(
  axis: PlotAxis,
  values: readonly number[],
  range: readonly [number, number],
  amounts: boolean,
): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const empty = values.length === 0;
  if (axis.scale === 'log') {
    const domain: [number, number] = empty ? [1, 10] : low === high ? [low / 2, high * 2] : [low, high];
    const scale = scaleLog(domain, range);
    if (amounts) scale.nice();
    return { at: scale, ticks: (count) => logTicks(scale.domain(), count).map((v) => tick(scale, v)) };
  }
  const from = amounts ? Math.min(0, low) : low;
  const domain: [number, number] = empty ? [0, 1] : from === high ? [from - 1, high + 1] : [from, high];
  const scale = scaleLinear(domain, range);
  if (amounts) scale.nice();
  return { at: scale, ticks: (count) => scale.ticks(count).map((v) => tick(scale, v)) };
}

const tick = (scale: (value: number) => number, value: number): PlotTick => ({
  at: scale(value),
  label: tickFigure(value),
});

/** Powers of ten, thinned where there are many; with 2 and 5 between them where there are few. */
function logTicks(domain: readonly number[], most: number): number[] {
  const [low = 1, high = 10] = domain;
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const inside = (value: number): boolean => value >= low * 0.999 && value <= high * 1.001;
  const powers: number[] = [];
  for (let power = first; power <= last; power++) powers.push(Number(`1e${power}`));
  const within = powers.filter(inside);
  const fine = powers.flatMap((power) => [power, 2 * power, 5 * power]).filter(inside);
  if (fine.length <= Math.max(most, 3)) return fine;
  const stride = Math.max(1, Math.ceil(within.length / Math.max(most, 2)));
  return within.length >= 2 ? within.filter((_, index) => index % stride === 0) : fine.slice(0, most);
}

/** Glyphs on at most about ten points, the last always among them. */
function thinned<P>(points: readonly P[]): P[] {
  const stride = Math.ceil(points.length / 10);
  const last = points.length - 1;
  return points.filter((_, index) => (last - index) % Math.max(1, stride) === 0);
}

/**
 * Pushes names apart so that none covers another, keeping their order. The block stays between top and floor; where
 * there is not room for all of them it grows downwards past the floor rather than over one another.
 */
function spread(wishes: readonly Omit<EdgeLabel, 'y'>[], top: number, floor: number): EdgeLabel[] {
  const sorted = [...wishes].sort((a, b) => a.from - b.from || a.order - b.order);
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
