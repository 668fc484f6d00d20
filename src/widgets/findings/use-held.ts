// Settings as they are being dragged: what is held is shown at once, and set a moment after the last move. The rail, the
// slider and the keys hold the same. It is held until all that was set is there: an answer to an earlier place does not
// take the lamp back from under the finger.

import { useEffect, useRef, useState } from 'react';
import type { Params } from '../../contract/system.ts';

const SETTLED_MS = 60;

export interface Held {
  /** The settings, with what is held. */
  readonly shown: Params;
  hold(name: string, value: number): void;
  /** Sets what is held now, without waiting. */
  settle(): void;
}

export function useHeld(params: Params, set: (changes: Params) => Promise<unknown>): Held {
  const [held, setHeld] = useState<Params | null>(null);
  const due = useRef<{ timer: ReturnType<typeof setTimeout>; changes: Params } | null>(null);
  /** One set at a time is on its way: the places that are passed meanwhile are one set, the last. */
  const onWay = useRef(false);
  const settle = (): void => {
    if (!due.current || onWay.current) return;
    clearTimeout(due.current.timer);
    const { changes } = due.current;
    due.current = null;
    onWay.current = true;
    void set(changes).finally(() => {
      onWay.current = false;
      if (due.current) settleNow.current();
      else setHeld(null);
    });
  };
  const settleNow = useRef(settle);
  settleNow.current = settle;
  useEffect(() => () => clearTimeout(due.current?.timer), []);
  const shown = held ? { ...params, ...held } : params;
  return {
    shown,
    hold(name, value) {
      if (shown[name] === value) return;
      clearTimeout(due.current?.timer);
      const changes = { ...due.current?.changes, [name]: value };
      due.current = { changes, timer: setTimeout(() => settleNow.current(), SETTLED_MS) };
      setHeld({ ...held, [name]: value });
    },
    settle,
  };
}
