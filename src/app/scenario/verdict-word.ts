// The word for a verdict; where a promise does not apply, the reason.

import type { Words } from '../../base/words.ts';
import { plain } from '../../base/words.ts';
import type { Verdict } from '../../kernel/property.ts';
import type { PropertyView } from '../../session/frame.ts';
import type { PageKey } from '../text.en.ts';
import type { T } from '../words.ts';

export const wordOf =
  (view: Pick<PropertyView, 'reason'>, words: Words, t: T) =>
  (verdict: Verdict): string =>
    verdict === 'does not apply' && view.reason
      ? plain(words, view.reason)
      : t(`verdict.${verdict}` as PageKey);
