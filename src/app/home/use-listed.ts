// The systems that are here, with their words in the language at hand, and the runs that were kept: for pages that speak
// of several at once.

import { useEffect, useState } from 'react';
import type { Listed } from '../cards.ts';
import { cardsAtHand, loadCards } from '../cards.ts';
import { keptRuns } from '../kept-runs.ts';
import type { Stored } from '../storage/connection.ts';
import type { Listing } from '../storage/run-store.ts';
import { usePage } from '../store.ts';

export function useListed(): readonly Listed[] {
  const language = usePage((state) => state.language);
  const [listed, setListed] = useState(() => cardsAtHand(language));
  useEffect(() => {
    let here = true;
    void loadCards(language).then((all) => {
      if (here) setListed(all);
    });
    return () => {
      here = false;
    };
  }, [language]);
  return listed;
}

/** What is kept in this browser; null until it is read. */
export function useKept(): Stored<Listing> | null {
  const [kept, setKept] = useState<Stored<Listing> | null>(null);
  useEffect(() => {
    let here = true;
    void keptRuns.list().then((found) => {
      if (here) setKept(found);
    });
    return () => {
      here = false;
    };
  }, []);
  return kept;
}
