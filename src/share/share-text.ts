// A sentence of share/, by a key that its tables are known to have.

import type { Text, TextArg } from '../base/text.ts';
import type { ShareTextKey } from './text.en.ts';

export const shareText = (key: ShareTextKey, args?: Readonly<Record<string, TextArg>>): Text =>
  args === undefined ? { key } : { key, args };
