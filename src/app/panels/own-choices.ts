// The choices that led to the moment on screen, from the start.

import { useEffect, useState } from 'react';
import { sessionClient } from '../session-client.ts';
import { usePage } from '../store.ts';

const NONE: readonly string[] = [];

export function useOwnChoices(): readonly string[] {
  const frame = usePage((state) => state.frame);
  const [choices, setChoices] = useState(NONE);
  useEffect(() => {
    let current = true;
    if (frame) {
      void sessionClient()
        .then(({ api }) => api.trace())
        .then((trace) => {
          if (current) setChoices(trace.choices);
        })
        .catch(() => undefined);
    }
    return () => {
      current = false;
    };
  }, [frame]);
  return choices;
}
