// Why something was thrown, in words: its own where it has some.

import { Refusal } from '../../../base/result.ts';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';

export const wordsOf = (error: Error): Text =>
  error instanceof Refusal ? error.text : text('failed.other', { message: error.message });

/** A program that asks the engine for what cannot be. */
export const refused = (key: string, args?: Readonly<Record<string, TextArg>>): Refusal =>
  new Refusal(text(`engine.${key}`, args));
