// Choices of a run in words, asked for when they are looked at and kept while the panel is open: a map has hundreds of
// states, and few of them are ever looked at.

import { useEffect, useState } from 'react';
import { canonicalJson } from '../../base/canonical.ts';
import { Refusal } from '../../base/result.ts';
import type { OpenRequest, Told } from '../../session/api.ts';
import { needWords } from '../need-words.ts';
import { order } from '../run.ts';
import { sayFault } from '../say-faults.ts';

const NOTHING: ReadonlyMap<string, Told> = new Map();

/** Null until the answer is there; and where nothing is asked. */
export function useTold(request: OpenRequest, choices: readonly string[] | null): Told | null {
  const [told, setTold] = useState(NOTHING);
  const name = choices === null ? '' : canonicalJson([request, choices]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says what is asked
  useEffect(() => {
    if (choices === null || told.has(name)) return;
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      const { api } = await order.rim.session();
      const found = await api.tell(request, choices, { signal: stop.signal });
      await needWords(request.system, found.words);
      if (!stop.signal.aborted) setTold((before) => new Map([...before, [name, found]]));
    };
    ask().catch((error: unknown) => {
      if (!stop.signal.aborted || !(error instanceof Refusal)) sayFault(error);
    });
    return () => stop.abort();
  }, [name]);
  return told.get(name) ?? null;
}
