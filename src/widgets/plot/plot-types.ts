// What a plot draws: the same shapes as the kernel's Plot, named here because a widget knows nothing of systems.

import type { Text } from '../../base/text.ts';

export interface PlotData {
  readonly id: string;
  readonly title: Text;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  /** Series that stand for the present setting and for the fix. */
  readonly now?: string;
  readonly fixed?: string;
  readonly published?: readonly Published[];
  readonly here?: number;
  readonly limits?: readonly { readonly label: Text; readonly y: number }[];
  readonly zones?: readonly Zone[];
}
export interface Zone {
  readonly label: Text;
  readonly from: number;
  readonly to: number;
  readonly good: boolean;
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
/** A figure from a paper: a level (y), a point (x and y), or a place on the axis (x), where the paper gives no more. */
export interface Published {
  readonly label: Text;
  readonly x?: number;
  readonly y?: number;
}

/** The x axis as a slider: the lamp stands on it. */
export interface Rail {
  /** In the plot's own x. */
  readonly x: number;
  readonly min: number;
  readonly max: number;
  /** Grey: it is set by something else. */
  readonly still: boolean;
  readonly name: string;
  /** The whole moment, for who cannot see it. */
  readonly text: string;
  /** Held while it is dragged, given on once it is let go. */
  onHold(x: number): void;
  onSet(): void;
}

/** Words the plot needs, in the language at hand. */
export interface PlotWords {
  readonly chart: string;
  readonly published: string;
  readonly log: string;
  readonly none: string;
  readonly lowest: (series: string) => string;
  readonly highest: (series: string) => string;
  readonly at: (x: string) => string;
}
