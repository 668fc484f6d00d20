// What a program may not be or do, with its place. While the text is read and while code runs only the offset is known
// (`Amiss`); where the text is at hand it becomes a refusal with a line and a column.

import { Refusal } from '../../../base/result.ts';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { At } from './tree.ts';
import { placeIn } from './tree.ts';

/** Something is wrong at an offset. Not an Error: it is thrown in hot code, and needs no stack. */
export class Amiss {
  readonly at: At;
  readonly why: Text;
  constructor(at: At, why: Text) {
    this.at = at;
    this.why = why;
  }
}

export const amiss = (at: At, key: string, args?: Readonly<Record<string, TextArg>>): Amiss =>
  new Amiss(at, text(`program.${key}`, args));

/** A call with fewer or more arguments than it takes. */
export const miscounted = (at: At, name: string, least: number, most: number): Amiss =>
  least === most
    ? amiss(at, 'arguments-just', { name, most })
    : amiss(at, 'arguments', { name, least, most });

/** A program refused or stopped. Lines and columns count from 1. */
export class ProgramRefusal extends Refusal {
  readonly line: number;
  readonly column: number;
  readonly why: Text;
  constructor(line: number, column: number, why: Text) {
    super(text('program.refused', { line, column, why }));
    this.line = line;
    this.column = column;
    this.why = why;
  }
}

/** The error as it is to be thrown on: with its place, where it was one of ours. */
export function placed(source: string, error: unknown): unknown {
  if (!(error instanceof Amiss)) return error;
  const { line, column } = placeIn(source, error.at);
  return new ProgramRefusal(line, column, error.why);
}

/** What the engine refuses has the place of the call. */
export function called<T>(at: At, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal && error.text.key.startsWith('engine.')) throw new Amiss(at, error.text);
    throw error;
  }
}
