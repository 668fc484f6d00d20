// The lines that several views tell: of what was refused, and of entries.

import { text } from '../../../base/text.ts';
import type { Told } from '../../../widgets/view.ts';
import type { Refused } from '../scene-log.ts';

/** The key of the line that tells why somebody refused. */
export const toldRefused = (user: string): string => `refused ${user}`;

export const refusedLines = (refused: readonly Refused[]): readonly Told[] =>
  refused.map(({ user, refusal: { check, expected, actual }, slot }) => ({
    key: toldRefused(user),
    text: text('tree.refusedAt', {
      user,
      check: text(`check.${check}`),
      expected: expected || '–',
      actual: actual || '–',
    }),
    ...(slot === null ? {} : { step: slot }),
  }));
