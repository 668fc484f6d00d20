// What counts as a phone, and how many steps a page of it holds. Known before anything is drawn, so that nothing moves.

export const PHONE = '(max-width: 639px)';
export const PHONE_ROWS = 5;

/** Columns of the first page of a wide panel, until its width is measured. */
const WIDE_COLUMNS = 7;

export const firstColumns = (): number => (matchMedia(PHONE).matches ? PHONE_ROWS : WIDE_COLUMNS);

/** The parts under the lanes, one at a time. */
export const TABS = ['story', 'next', 'state', 'tries'] as const;
export type Tab = (typeof TABS)[number];

/** The question that stands open, to be led to. */
export const QUESTION = 'question';
