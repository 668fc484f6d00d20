// Which steps are in front of the reader: a page of columns, a pure function of the step and of how many columns fit.
// Inside a page nothing moves; a new page keeps a few columns of the past and leaves room for what may come.

export interface StepWindow {
  /** First step of the page, from 1. */
  readonly first: number;
  /** Columns of the page. */
  readonly columns: number;
}

/** Columns kept free right of the present step, where choices are drawn. */
export const aheadOf = (columns: number): number => (columns >= 8 ? 2 : 1);
const behindOf = (columns: number): number => Math.max(1, Math.floor((columns - 1) / 2));

/** The page that shows `step` (0 is the start, left of the first column). `columns` is at least 3. */
export function windowAt(step: number, columns: number): StepWindow {
  const ahead = aheadOf(columns);
  const reach = columns - ahead;
  if (step <= reach) return { first: 1, columns };
  const stride = Math.max(1, reach - behindOf(columns));
  const page = 1 + Math.floor((step - reach - 1) / stride);
  return { first: 1 + page * stride, columns };
}
