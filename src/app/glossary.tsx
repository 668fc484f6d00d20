// The terms of the open system, with what draws their notes: both come with the first sign of interest (a key, a pointer
// that moves), never with a first visit.

import type { ComponentType, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { isMissingPart } from '../base/ask-twice.ts';
import type { GlossedProps } from '../widgets/glossed.tsx';
import { GlossedContext } from '../widgets/glossed.tsx';
import { pagePart } from '../widgets/part.ts';
import { Say } from '../widgets/say.tsx';
import { sayFault } from './say-faults.ts';
import { usePage } from './store.ts';

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const;

function useInterest(): boolean {
  const [interested, setInterested] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const come = (): void => {
      gone.abort();
      setInterested(true);
    };
    for (const sign of SIGNS) addEventListener(sign, come, { signal: gone.signal, passive: true });
    return () => gone.abort();
  }, []);
  return interested;
}

/** Draws a text of this system with its notes; one that has no table of terms has none. */
async function notesOf(system: string, language: 'en' | 'zh'): Promise<ComponentType<GlossedProps>> {
  const [{ TermNotes }, { termsOf }] = await Promise.all([
    pagePart(() => import('../widgets/term-notes.tsx')),
    pagePart(() => import('./terms.ts')),
  ]);
  const terms = await termsOf(system, language);
  return (props) => <TermNotes {...props} terms={terms} />;
}

export function Glossary({ children }: { readonly children: ReactNode }) {
  const language = usePage((state) => state.language);
  const system = usePage((state) => state.frame?.system ?? '');
  const interested = useInterest();
  const [drawn, setDrawn] = useState<{ readonly as: ComponentType<GlossedProps> }>({ as: Say });
  useEffect(() => {
    if (!interested) return;
    let here = true;
    notesOf(system, language).then(
      (as) => {
        if (here) setDrawn({ as });
      },
      // Without its notes the page is whole, but that they did not arrive is said.
      (error: unknown) => {
        if (here && isMissingPart(error)) sayFault(error);
      },
    );
    return () => {
      here = false;
    };
  }, [interested, system, language]);
  return <GlossedContext.Provider value={drawn.as}>{children}</GlossedContext.Provider>;
}
