// What went wrong, in words: a refusal has its own, a fault its message.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';

export const wordsFor = (error: unknown): Text =>
  error instanceof Refusal
    ? error.text
    : text('error.fault', { message: error instanceof Error ? error.message : String(error) });
