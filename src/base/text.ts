// A sentence that is not yet in a language: a key of some text table and the values it speaks of.
// Models and the kernel return these; only pages and the command line turn them into words.

export type TextArg = string | number | Text;

export interface Text {
  readonly key: string;
  readonly args?: Readonly<Record<string, TextArg>>;
}

export const text = (key: string, args?: Readonly<Record<string, TextArg>>): Text =>
  args === undefined ? { key } : { key, args };

/** The longest text that a person may set (a program, the bytes of a file), in UTF-16 units. */
export const MOST_TEXT = 100_000;

/** The beginning of a long text, on one line. */
export function excerpt(long: string, most = 24): string {
  const line = long.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}
