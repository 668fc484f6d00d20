// What a plot draws: the same shapes as the kernel's Plot, named here because a widget knows nothing of systems.

import type { Text } from '../../base/text.ts';

export interface PlotData {
  readonly id: string;
  readonly title: Text;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  readonly published?: readonly Published[];
}
export interface PlotAxis {
  readonly label: Text;
  readonly unit: Text;
  readonly scale: 'linear' | 'log';
}
export interface PlotSeries {
  readonly id: string;
  readonly label: Text;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly band?: readonly (readonly [x: number, low: number, high: number])[];
}
/** A figure from a paper: a level across the plot where it has no x, a point where it has one. */
export interface Published {
  readonly label: Text;
  readonly x?: number;
  readonly y: number;
}

/** Words the plot needs, in the language at hand. */
export interface PlotWords {
  readonly chart: string;
  readonly showTable: string;
  readonly hideTable: string;
  readonly published: string;
  readonly none: string;
  readonly range: (low: string, high: string) => string;
  readonly lowest: (series: string) => string;
  readonly highest: (series: string) => string;
  readonly at: (x: string) => string;
}
