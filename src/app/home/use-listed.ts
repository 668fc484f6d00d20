// The systems that are here, with their words in the language at hand, for pages that speak of several at once.

import { useEffect, useState } from 'react';
import type { Words } from '../../base/words.ts';
import type { System } from '../../kernel/system.ts';
import { catalog } from '../../systems/catalog.ts';
import type { KeptRun } from '../kept-runs.ts';
import { keptRuns } from '../kept-runs.ts';
import { systemWords } from '../language.ts';
import { usePage } from '../store.ts';

export interface Listed {
  readonly system: System;
  readonly words: Words;
}

/** The systems that are here, known before any of them is loaded. */
export const built: readonly string[] = catalog.map(({ id }) => id);

const NONE: readonly Listed[] = [];

export function useListed(): readonly Listed[] {
  const language = usePage((state) => state.language);
  const [listed, setListed] = useState(NONE);
  useEffect(() => {
    let here = true;
    void Promise.all(
      catalog.map(async (entry) => ({
        system: await entry.load(),
        words: await systemWords(entry.id, language, true),
      })),
    ).then((all) => {
      if (here) setListed(all);
    });
    return () => {
      here = false;
    };
  }, [language]);
  return listed;
}

/** The runs kept in this browser, the latest first; null until they are read. */
export function useKept(): readonly KeptRun[] | null {
  const [runs, setRuns] = useState<readonly KeptRun[] | null>(null);
  useEffect(() => {
    let here = true;
    void keptRuns().then((found) => {
      if (here) setRuns(found);
    });
    return () => {
      here = false;
    };
  }, []);
  return runs;
}
