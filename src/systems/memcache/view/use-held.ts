// Settings as they are being dragged: what is held is shown at once, and set a moment after the last move. The rail, the
// slider and the keys hold the same.

import { useEffect, useRef, useState } from 'react';
import type { Params } from '../../../contract/system.ts';

const SETTLED_MS = 60;

export interface Held {
  /** The settings, with what is held. */
  readonly shown: Params;
  hold(name: string, value: number): void;
  /** Sets what is held now, without waiting. */
  settle(): void;
}

export function useHeld(params: Params, set: (changes: Params) => void): Held {
  const [held, setHeld] = useState<{ readonly of: Params; readonly changes: Params } | null>(null);
  const due = useRef<{ timer: ReturnType<typeof setTimeout>; changes: Params } | null>(null);
  // Once the run has other settings, what was held is set, or something else is.
  if (held && held.of !== params) setHeld(null);
  const settle = (): void => {
    if (!due.current) return;
    clearTimeout(due.current.timer);
    const { changes } = due.current;
    due.current = null;
    set(changes);
  };
  const settleNow = useRef(settle);
  settleNow.current = settle;
  useEffect(() => () => clearTimeout(due.current?.timer), []);
  const shown = held?.of === params ? { ...params, ...held.changes } : params;
  return {
    shown,
    hold(name, value) {
      if (shown[name] === value) return;
      clearTimeout(due.current?.timer);
      const changes = { ...due.current?.changes, [name]: value };
      due.current = { changes, timer: setTimeout(() => settleNow.current(), SETTLED_MS) };
      setHeld({ of: params, changes: { ...(held?.of === params ? held.changes : {}), [name]: value } });
    },
    settle,
  };
}
