// What a screen reader hears at each step: the sentence, then each property that turned. The fingerprint of the moment
// stands beside the words, for programs that read the page: the command line prints the same one.

import { useEffect, useState } from 'react';
import { plain } from '../../base/words.ts';
import { usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';

export function LiveSentence({ quiet = false }: { readonly quiet?: boolean }) {
  const t = useT();
  const words = usePage((state) => state.words);
  const frame = usePage((state) => state.frame);
  const answer = usePage((state) => state.ended?.said ?? null);
  const playing = usePage((state) => state.playing && state.speed > 2);
  const [said, setSaid] = useState({ sentence: '', fingerprint: '' });
  useEffect(() => {
    // Faster than a voice can follow: silence until it stops.
    if (!frame || playing) return;
    const what = frame.story ? plain(words, frame.story.sentence) : t('step.atStart');
    const turned = frame.properties
      .filter((view) => view.firstFlip === frame.cursor.step)
      .map((view) =>
        t('verdict.inWords', {
          property: propertyName(view.name),
          verdict: t(`verdict.${view.soFar}` as PageKey),
        }),
      );
    const ended = answer ? [plain(words, answer)] : [];
    const sentence = [`${t('step.short', { step: frame.cursor.step })}.`, what, ...turned, ...ended].join(
      ' ',
    );
    setSaid({ sentence, fingerprint: frame.fingerprint });
  }, [frame, answer, playing, words, t]);
  return (
    <div
      className="visually-hidden"
      aria-live="polite"
      aria-atomic="true"
      data-fingerprint={said.fingerprint}
    >
      {quiet ? '' : said.sentence}
    </div>
  );
}
