// What a plot over a run draws: a mark for each step so far, on axes that do not move, and where there is one the whole
// real history behind them.

import type { Text } from '../../base/text.ts';
import type { Scene } from '../../contract/system.ts';

export interface CurveMark {
  /** Of its series; a series has one sign. */
  readonly series: string;
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly text: Text;
}

export interface CurveAxis {
  readonly label: Text;
  readonly from: number;
  readonly to: number;
  readonly log: boolean;
}

export interface CurveScene extends Scene {
  readonly kind: 'curve';
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  readonly series: readonly { readonly id: string; readonly label: Text }[];
  readonly marks: readonly CurveMark[];
  /** A line that is known beforehand. */
  readonly line: { readonly xs: Float64Array; readonly ys: Float64Array; readonly text: Text } | null;
  /** Where the run stands on the line. */
  readonly here: number | null;
  /** A level that it should keep. */
  readonly level: { readonly y: number; readonly text: Text } | null;
}

export const curveScene = (scene: Omit<CurveScene, 'kind'>): CurveScene => ({ kind: 'curve', ...scene });
