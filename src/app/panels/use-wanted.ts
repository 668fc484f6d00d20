// Part of the page that needs more of every moment than others, for as long as it is there.

import { useEffect } from 'react';
import { want } from '../run.ts';
import type { PageState } from '../store.ts';

export function useWanted(what: keyof PageState['wanted'], isWanted = true): void {
  useEffect(() => {
    if (!isWanted) return;
    want(what, true);
    return () => want(what, false);
  }, [what, isWanted]);
}
