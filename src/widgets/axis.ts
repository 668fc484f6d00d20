// The axis of steps on a wide panel: a gutter for names, room for what stood before, then a column a step. What stands on
// the axis reads it from here, so that all of it lines up.

export interface Axis {
  readonly gutter: number;
  readonly lead: number;
  readonly columns: number;
  readonly column: number;
  /** Lines of a heading, times 1.5: fixed, so that a longer one moves nothing. */
  readonly heading: number;
}

/**
 * Room of the axis at a panel width, for as many columns as fit between 4 and 11; closer together, for a few more; where
 * what is answered has a long name, for fewer and taller ones.
 */
export function axisOf(width: number, close = false, long = false): Axis {
  const wide = width >= 860;
  const gutter = close ? (wide ? 152 : 132) : wide ? 196 : width >= 600 ? 146 : 108;
  const lead = close ? 44 : width >= 700 ? 72 : 60;
  const least = close ? (wide ? 82 : 72) : long ? 110 : wide ? 94 : 71;
  const room = width - gutter - lead;
  const columns = Math.max(4, Math.min(11, Math.floor(room / least)));
  const column = Math.floor(room / columns);
  // Three lines, five where columns are narrow, four where what stands on them is small, six for long names.
  return { gutter, lead, columns, column, heading: close ? 6 : long ? 8.5 : column >= 90 ? 4.5 : 7 };
}

/** The axis for styles, with the lamp where the reader stands. `size` is that of labels. */
export function axisVars(
  { gutter, lead, column, heading }: Axis,
  first: number,
  now: number,
  size: number,
): Readonly<Record<string, string>> {
  const inLead = now < first;
  return {
    '--gutter': `${gutter}px`,
    '--lead': `${lead}px`,
    '--column': `${column}px`,
    '--heading': `${Math.round(heading * size)}px`,
    '--band-x': `${gutter + (inLead ? 0 : lead + (now - first) * column)}px`,
    '--band-width': `${inLead ? lead : column}px`,
  };
}
