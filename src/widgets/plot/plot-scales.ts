// The two axes of a plot: from a value to its place and back, and where the ticks stand.

import { scaleLinear, scaleLog } from 'd3';
import { tickFigure } from './figure-words.ts';
import type { PlotAxis } from './plot-types.ts';

export interface PlotTick {
  readonly at: number;
  readonly label: string;
}
export interface PlotScale {
  readonly at: (value: number) => number;
  readonly of: (at: number) => number;
  readonly ticks: (count: number) => PlotTick[];
}

export const drawable = (axis: PlotAxis, value: number): boolean =>
  Number.isFinite(value) && (axis.scale === 'linear' || value > 0);

/** A value axis of amounts begins at zero where it is linear: half the height then means half the amount. */
export function scaleOf(
  axis: PlotAxis,
  values: readonly number[],
  range: readonly [number, number],
  amounts: boolean,
): PlotScale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const empty = values.length === 0;
  if (axis.scale === 'log') {
    const domain: [number, number] = empty ? [1, 10] : low === high ? [low / 2, high * 2] : [low, high];
    const scale = scaleLog(domain, range);
    if (amounts) scale.nice();
    return {
      at: scale,
      of: (at) => scale.invert(at),
      ticks: (count) => logTicks(scale.domain(), count).map((v) => tick(scale, v)),
    };
  }
  const from = amounts ? Math.min(0, low) : low;
  const domain: [number, number] = empty ? [0, 1] : from === high ? [from - 1, high + 1] : [from, high];
  const scale = scaleLinear(domain, range);
  if (amounts) scale.nice();
  return {
    at: scale,
    of: (at) => scale.invert(at),
    ticks: (count) => scale.ticks(count).map((v) => tick(scale, v)),
  };
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
