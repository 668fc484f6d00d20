// Why something was thrown, in words: its own where it has some.

import { Refusal } from '../../../base/result.ts';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';

export const wordsOf = (error: Error): Text =>
  error instanceof Refusal ? error.text : text('failed.other', { message: error.message });

/** A program that asks the engine for what cannot be. */
export const refused = (key: string, args?: Readonly<Record<string, TextArg>>): Refusal =>
  new Refusal(text(`engine.${key}`, args));

/** Steps of a whole run, and of any task of it: some seconds; and for each byte of the inputs that it reads. */
const RUN_STEPS = 3e8;
const BYTE_STEPS = 300;
export const mostSteps = (inputBytes: number): number => RUN_STEPS + BYTE_STEPS * inputBytes;

/** Records that an operator makes by itself, of one partition. */
const MOST_RECORDS = 4e6;

/** Stops a task before a worker's memory is full: that would take the page with it. */
export function refuseMuch(records: number): void {
  if (records > MOST_RECORDS) throw refused('much');
}
