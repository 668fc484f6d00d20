// The words and rows that the time panel needs, in the language at hand.

import { useMemo } from 'react';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import { plain } from '../../base/words.ts';
import type { FlipCount } from '../../widgets/flip-marks.ts';
import type { LaneWords, TimePanelWords } from '../../widgets/time-panel-types.ts';
import type { StripRow } from '../../widgets/verdict-strip.tsx';
import { openQuestion, usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import { inOrder } from './promise-order.ts';
import { PropertyNote } from './property-note.tsx';
import { spanOf, wordOf } from './verdict-word.ts';

export interface StageWords extends TimePanelWords, LaneWords {
  readonly overview: string;
  readonly flip: (flip: FlipCount) => Text;
  readonly fork: (step: number) => Text;
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
    promises: t('verdict.label'),
    notHere: t('verdict.notHere'),
    folded: (more, inapplicable) =>
      [
        ...(more > 0 ? [t(inapplicable > 0 ? 'verdict.more' : 'verdict.others', { count: more })] : []),
        ...(inapplicable > 0 ? [t('verdict.inapplicable', { count: inapplicable })] : []),
      ].join(' · '),
    overview: t('overview.label'),
    flip: ({ first, count, property, verdict }) =>
      text(count === 1 ? 'overview.flip' : 'overview.flips', {
        step: first,
        count: count.toLocaleString('en'),
        property: propertyName(property),
        verdict: t(`verdict.${verdict}` as PageKey),
      }),
    fork: (step) => text('overview.fork', { step }),
    others: (count) => t('lanes.others', { count }),
    showAll: t('lanes.showAll'),
    showFew: t('lanes.showFew'),
  };
}

/** One row a property, with the words for its cells. `room`: of many, so many that hold are shown. */
export function useStrip(room: number): readonly StripRow[] {
  const t = useT();
  const words = usePage((state) => state.words);
  const frame = usePage((state) => state.frame);
  const asked = usePage((state) => openQuestion(state) !== null);
  const claims = usePage((state) => state.scenario?.claims);
  return useMemo(
    () =>
      inOrder(frame?.properties ?? [], Object.keys(claims ?? {}), room).map(({ view, index, folded }) => {
        const { firstFlip } = view;
        const isKnown = firstFlip !== null && !(asked && firstFlip > (frame?.cursor.step ?? 0));
        const turned = isKnown ? { span: spanOf(view, t), step: firstFlip } : null;
        return {
          name: view.name,
          label: <PropertyNote name={view.name} turned={turned} />,
          index,
          word: wordOf(view, words, t),
          applies: view.here !== 'does not apply',
          folded,
          turned: turned && { ...turned, bad: view.kind === 'always' },
        };
      }),
    [frame, words, t, asked, claims, room],
  );
}
