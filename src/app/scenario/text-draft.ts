// What is typed into a setting and not applied yet.

import type { Text } from '../../base/text.ts';

export interface Draft {
  /** The applied text it was begun from: another one has taken its place since, or not. */
  readonly of: string;
  readonly text: string;
  readonly refused: Text | null;
}

/** As a text area holds it. */
export const asTyped = (value: string): string => value.replace(/\r\n?/g, '\n');
