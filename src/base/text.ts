// A sentence that is not yet in a language: a key of some text table and the values it speaks of.
// Models and the kernel return these; only pages and the command line turn them into words.

export type TextArg = string | number | Text;

export interface Text {
  readonly key: string;
  readonly args?: Readonly<Record<string, TextArg>>;
}

export const text = (key: string, args?: Readonly<Record<string, TextArg>>): Text =>
  args === undefined ? { key } : { key, args };
