// Where a key moves the lamp on its rail: arrows by a fiftieth of the way, Page keys into the next zone, Home and End.

import type { PlotData, Rail } from './plot-types.ts';

const FINE = 50;
const COARSE = 8;

export function railKey(key: string, rail: Pick<Rail, 'x' | 'min' | 'max'>, plot: PlotData): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return moved(rail, plot, 1 / FINE);
    case 'ArrowLeft':
    case 'ArrowDown':
      return moved(rail, plot, -1 / FINE);
    case 'PageUp':
      return zoned(rail, plot, 1);
    case 'PageDown':
      return zoned(rail, plot, -1);
    case 'Home':
      return rail.min;
    case 'End':
      return rail.max;
    default:
      return null;
  }
}

function moved({ x, min, max }: Pick<Rail, 'x' | 'min' | 'max'>, plot: PlotData, by: number): number {
  const ratio = plot.x.scale === 'log' && min > 0;
  const to = ratio ? x * (max / min) ** by : x + by * (max - min);
  return Math.max(min, Math.min(max, to));
}

function zoned(rail: Pick<Rail, 'x' | 'min' | 'max'>, plot: PlotData, by: 1 | -1): number {
  const zones = plot.zones ?? [];
  const at = zones.findIndex(({ from, to }) => rail.x >= from && rail.x <= to);
  const next = zones[at + by];
  if (!next) return zones.length > 0 ? (by > 0 ? rail.max : rail.min) : moved(rail, plot, by / COARSE);
  const from = Math.max(next.from, rail.min);
  const to = Math.min(next.to, rail.max);
  return plot.x.scale === 'log' && from > 0 ? Math.sqrt(from * to) : (from + to) / 2;
}
