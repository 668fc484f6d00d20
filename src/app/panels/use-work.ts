// Work a panel has asked for: how far it is, what came of it, and stopping it when it is no longer wanted.

import { useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../base/canonical.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Progress, Way } from '../../session/api.ts';
import type { Frame } from '../../session/frame.ts';
import { wordsFor } from '../words-for.ts';

export type Done = Parameters<Progress>[0];

export interface Work<T> {
  readonly running: boolean;
  readonly done: Done;
  readonly value: T | null;
  readonly failure: Text | null;
  /** Asks; what was asked before is stopped and forgotten, its answer never shown. */
  readonly ask: (work: (way: Way) => Promise<T>) => void;
  /** Work that can say what it has so far is given a moment for it. */
  readonly stop: () => void;
}

const NOTHING: Done = {};
/** What has not answered a stop by then is said to be stopped without it. */
const LAST_WORD_MS = 150;

/** What a run is about, whatever was chosen in it: work on that is not to be done again at every step. */
export const settingsKey = ({ system, scenario, params, seed }: Frame): string =>
  canonicalJson([system, scenario, params, seed]);

/** Stops what is under way when the panel is closed. */
export function useWork<T>(): Work<T> {
  const [state, setState] = useState<Omit<Work<T>, 'ask' | 'stop'>>({
    running: false,
    done: NOTHING,
    value: null,
    failure: null,
  });
  const current = useRef<AbortController | null>(null);
  const forget = (): void => {
    const old = current.current;
    current.current = null;
    old?.abort();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the panel is closed
  useEffect(() => forget, []);
  const ask: Work<T>['ask'] = (work) => {
    forget();
    const mine = new AbortController();
    current.current = mine;
    const end = (change: Partial<Work<T>>): void => {
      if (current.current !== mine) return;
      current.current = null;
      setState({ running: false, done: NOTHING, value: null, failure: null, ...change });
    };
    mine.signal.addEventListener('abort', () => {
      setTimeout(() => {
        // An answer that comes later still is shown.
        if (current.current === mine) {
          setState((before) => ({ ...before, running: false, failure: text('panel.stopped') }));
        }
      }, LAST_WORD_MS);
    });
    setState((before) => ({ ...before, running: true, done: NOTHING, failure: null }));
    const progress: Progress = (done) => {
      if (current.current === mine) setState((before) => ({ ...before, done }));
    };
    work({ progress, signal: mine.signal }).then(
      (value) => end({ value }),
      (error: unknown) => end({ failure: wordsFor(error) }),
    );
  };
  return { ...state, ask, stop: () => current.current?.abort() };
}
