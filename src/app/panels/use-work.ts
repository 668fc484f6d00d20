// Work a panel has asked for: how far it is, what came of it, and stopping it when it is no longer wanted.

import { useEffect, useRef, useState } from 'react';
import type { Text } from '../../base/text.ts';
import type { Progress } from '../../session/api.ts';
import { wordsFor } from '../run.ts';

export type Done = Parameters<Progress>[0];

export interface Work<T> {
  readonly running: boolean;
  readonly done: Done;
  readonly value: T | null;
  readonly failure: Text | null;
  /** Asks; what was asked before is forgotten, its answer never shown. */
  readonly ask: (work: (report: Progress) => Promise<T>) => void;
  readonly stop: () => void;
}

const NOTHING: Done = {};

/** `onStop` cancels what is under way; it is called when the panel is closed too. */
export function useWork<T>(onStop: () => void): Work<T> {
  const [state, setState] = useState<Omit<Work<T>, 'ask' | 'stop'>>({
    running: false,
    done: NOTHING,
    value: null,
    failure: null,
  });
  const ticket = useRef(0);
  const running = useRef(false);
  const cancel = useRef(onStop);
  cancel.current = onStop;
  useEffect(
    () => () => {
      ticket.current++;
      if (running.current) cancel.current();
    },
    [],
  );
  const ask: Work<T>['ask'] = (work) => {
    const mine = ++ticket.current;
    const current = (): boolean => ticket.current === mine;
    if (running.current) cancel.current();
    running.current = true;
    setState((before) => ({ ...before, running: true, done: NOTHING, failure: null }));
    work((done) => {
      if (current()) setState((before) => ({ ...before, done }));
    }).then(
      (value) => {
        if (!current()) return;
        running.current = false;
        setState({ running: false, done: NOTHING, value, failure: null });
      },
      (error: unknown) => {
        if (!current()) return;
        running.current = false;
        setState({ running: false, done: NOTHING, value: null, failure: wordsFor(error) });
      },
    );
  };
  return { ...state, ask, stop: () => cancel.current() };
}
