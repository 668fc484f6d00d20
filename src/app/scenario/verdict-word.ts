// The word for a verdict; where a promise does not apply, the reason; where it turned, in which steps.

import type { Words } from '../../base/words.ts';
import { plain } from '../../base/words.ts';
import type { Verdict } from '../../kernel/property.ts';
import type { PropertyView } from '../../session/frame.ts';
import type { PageKey } from '../text.en.ts';
import type { T } from '../words.ts';

export const wordOf =
  (view: Pick<PropertyView, 'reason'>, words: Words, t: T) =>
  (verdict: Verdict): string =>
    (verdict === 'does not apply' || verdict === 'unknown') && view.reason
      ? plain(words, view.reason)
      : t(`verdict.${verdict}` as PageKey);

/** "violated in steps 4 to 30"; of what has not turned up to here, its verdict alone. */
export function spanOf({ kind, soFar, shown }: Pick<PropertyView, 'kind' | 'soFar' | 'shown'>, t: T): string {
  if (!shown) return t(`verdict.${soFar}` as PageKey);
  const { first, last, spans } = shown;
  const verdict = t(kind === 'always' ? 'verdict.violated' : 'verdict.reached');
  if (first === last) return t('verdict.inStep', { verdict, step: first });
  return t(spans === 1 ? 'verdict.inSteps' : 'verdict.nowAndThen', { verdict, first, last });
}
