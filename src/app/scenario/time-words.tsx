// The words and rows that the time panel needs, in the language at hand.

import { useMemo } from 'react';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import { plain } from '../../base/words.ts';
import type { PropertyView } from '../../session/frame.ts';
import type { FlipCount } from '../../widgets/flip-marks.ts';
import { Say } from '../../widgets/say.tsx';
import type { TimePanelWords } from '../../widgets/time-panel-types.ts';
import type { StripRow } from '../../widgets/verdict-strip.tsx';
import { goTo } from '../run.ts';
import { openQuestion, usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import { wordOf } from './verdict-word.ts';

export interface StageWords extends TimePanelWords {
  readonly overview: string;
  readonly flip: (flip: FlipCount) => Text;
  readonly fork: (step: number) => Text;
  readonly others: (count: number) => string;
  readonly showAll: string;
  readonly showFew: string;
}

export function useTimeWords(): StageWords {
  const t = useT();
  const words = usePage((state) => state.words);
  const story = usePage((state) => state.frame?.story ?? null);
  return {
    step: t('step.label'),
    start: t('step.start'),
    nowStep: (step) => t('step.now', { step }),
    shortStep: (step) => t('step.brief', { step }),
    or: t('lanes.or'),
    more: (count) => t('lanes.more', { count }),
    value: (step, length) =>
      t('step.value', { step, length, sentence: story ? plain(words, story.sentence) : t('step.atStart') }),
    goTo: (step) => t('step.goTo', { step }),
    absent: t('lanes.absent'),
    inapplicable: (count) => t(count === 1 ? 'verdict.inapplicable.one' : 'verdict.inapplicable', { count }),
    overview: t('overview.label'),
    flip: ({ first, count, property, verdict }) =>
      text(count === 1 ? 'overview.flip' : 'overview.flips', {
        step: first,
        count: count.toLocaleString(),
        property: propertyName(property),
        verdict: t(`verdict.${verdict}` as PageKey),
      }),
    fork: (step) => text('overview.fork', { step }),
    others: (count) => t('lanes.others', { count }),
    showAll: t('lanes.showAll'),
    showFew: t('lanes.showFew'),
  };
}

/** Those that do not apply last. */
export function inOrder(
  views: readonly PropertyView[],
): readonly { readonly view: PropertyView; readonly index: number }[] {
  const all = views.map((view, index) => ({ view, index }));
  const applies = ({ view }: { view: PropertyView }): number => Number(view.here === 'does not apply');
  return all.sort((a, b) => applies(a) - applies(b));
}

/** One row a property, with the words for its cells. */
export function useStrip(): readonly StripRow[] {
  const t = useT();
  const words = usePage((state) => state.words);
  const frame = usePage((state) => state.frame);
  const asked = usePage((state) => openQuestion(state) !== null);
  return useMemo(
    () =>
      inOrder(frame?.properties ?? []).map(({ view, index }) => {
        const { firstFlip } = view;
        return {
          name: view.name,
          label: <Say text={propertyName(view.name)} />,
          index,
          word: wordOf(view, words, t),
          applies: view.here !== 'does not apply',
          flip:
            firstFlip === null || (asked && firstFlip > (frame?.cursor.step ?? 0))
              ? null
              : {
                  label: t('verdict.flip', { step: firstFlip }),
                  bad: view.kind === 'always',
                  onGo: () => void goTo(firstFlip),
                },
        };
      }),
    [frame, words, t, asked],
  );
}
