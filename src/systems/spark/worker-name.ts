// Words that the run's sentences and its picture share; the picture comes without the rules.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';

export const workerName = (worker: number): Text => text('actor.worker', { worker });

/** Several texts as one, with the language's own comma. */
export const listed = (items: readonly Text[]): Text => items.reduce((a, b) => text('list.more', { a, b }));
