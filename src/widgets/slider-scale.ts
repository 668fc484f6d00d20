// Where a value stands on a slider. A range of more than two decades runs by ratio, so that 10 and 20 are as far apart as
// 1,000 and 2,000; then values are rounded to what a person would choose.

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Positions of a slider that runs by ratio. */
export const POSITIONS = 200;

export const byRatio = ({ min, max }: Range): boolean => min >= 1 && max / min > 100;

export function positionOf(range: Range, value: number): number {
  if (!byRatio(range)) return value;
  return Math.round((POSITIONS * Math.log(value / range.min)) / Math.log(range.max / range.min));
}

export function valueAt(range: Range, position: number): number {
  if (!byRatio(range)) return position;
  if (position <= 0) return range.min;
  if (position >= POSITIONS) return range.max;
  const exact = range.min * (range.max / range.min) ** (position / POSITIONS);
  return Math.max(range.min, Math.min(range.max, rounded(exact)));
}

/** To two digits: 37, 120, 5,400. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}
