// Whatever fails with nobody waiting for it is said: an answer that did not come, a part that did not arrive.

import { isMissingPart } from '../base/ask-twice.ts';
import { Refusal } from '../base/result.ts';
import { text } from '../base/text.ts';
import { say } from './store.ts';
import { wordsFor } from './words-for.ts';

export const sayFault = (error: unknown): void =>
  say(wordsFor(error), { label: text('last.reload'), run: () => location.reload() }, true);

export function sayFaults(): void {
  addEventListener('unhandledrejection', ({ reason }) => {
    // What was refused in words was stopped, or is said where it was asked for.
    if (!(reason instanceof Refusal) || isMissingPart(reason)) sayFault(reason);
  });
  // Without an error it is the browser's own remark on layout, not a fault.
  addEventListener('error', ({ error }) => {
    if (error instanceof Error) sayFault(error);
  });
}
