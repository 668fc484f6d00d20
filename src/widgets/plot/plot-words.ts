// The words a plot needs, from the page's tables (keys `plot.*`), in the language at hand.

import { useContext, useMemo } from 'react';
import type { TextArg } from '../../base/text.ts';
import { plain } from '../../base/words.ts';
import { WordsContext } from '../say.tsx';
import type { PlotWords } from './plot-types.ts';

export function usePlotWords(): PlotWords {
  const words = useContext(WordsContext);
  return useMemo(() => {
    const say = (key: string, args: Readonly<Record<string, TextArg>> = {}): string =>
      plain(words, { key: `plot.${key}`, args });
    return {
      chart: say('chart'),
      published: say('published'),
      log: say('log'),
      none: say('none'),
      lowest: (series) => say('lowest', { series }),
      highest: (series) => say('highest', { series }),
      at: (x) => say('at', { x }),
    };
  }, [words]);
}
