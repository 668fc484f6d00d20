// A part of the program that arrives when it is first asked for. Between the asking and the arriving there is a network,
// and a host that may have a newer version by now: a part that does not arrive is asked for once more, then refused in
// words.

import { Refusal } from './result.ts';
import { text } from './text.ts';

/** A network that was away for a moment is back by then. */
export const AGAIN_MS = 700;

const PART_MISSING = 'last.missing';

/** `again`: waits that long, and puts right what is to be before the part is asked for again. */
export async function askTwice<T>(load: () => Promise<T>, again: () => Promise<void>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // What was refused in words would be again.
    if (error instanceof Refusal) throw error;
  }
  try {
    await again();
    return await load();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    // The message is for those who see only that: a worker's job, a log.
    const message = 'a part of Lamplight did not arrive';
    throw Object.assign(new Refusal(text(PART_MISSING)), { message, cause });
  }
}

export const isMissingPart = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.text.key === PART_MISSING;
