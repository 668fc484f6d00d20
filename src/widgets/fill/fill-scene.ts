// How high the levels of boxes stand: pure. A box that holds only so many has its limit near its top; the others share
// one scale, so that a small queue looks small beside a large one.

import type { FillBoxData } from './fill-types.ts';

/** Where a limit stands, as a share of the height. */
const LIMIT_AT = 0.86;

/** What stands at the full height of each box. */
export function fillTops(boxes: readonly Pick<FillBoxData, 'limit' | 'levels'>[]): readonly number[] {
  const highest = ({ levels }: Pick<FillBoxData, 'levels'>): number => Math.max(0, ...levels);
  const shared = Math.max(...boxes.filter(({ limit }) => limit === null).map(highest), 0) / LIMIT_AT;
  return boxes.map((box) =>
    box.limit === null ? Math.max(shared, 1e-9) : Math.max(box.limit / LIMIT_AT, highest(box)),
  );
}

/** The outline of the levels, as a path that is closed at the floor. */
export function fillPath(levels: readonly number[], top: number, width: number, height: number): string {
  if (levels.length === 0) return '';
  const slice = width / levels.length;
  const y = (level: number): string => (height - (height * Math.min(level, top)) / top).toFixed(1);
  const steps = levels.map((level, i) => `V${y(level)}H${(slice * (i + 1)).toFixed(1)}`);
  return `M0,${height}${steps.join('')}V${height}Z`;
}

/** Round times from 0 to the end, about `most` apart from 0. */
export function fillTicks(span: number, most = 3): readonly number[] {
  if (span <= 0) return [0];
  const rough = span / most;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 3, 5, 10];
  const wished = steps.find((n) => n * unit >= rough * 0.9) ?? 10;
  const step = (wished * unit > span ? (steps.findLast((n) => n * unit <= span) ?? 1) : wished) * unit;
  const count = Math.floor(span / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}
