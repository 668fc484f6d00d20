// Comparing: the same choices under another setting of a switch, both runs stepped together.

import { needWords } from './need-words.ts';
import { order, placeNow } from './run.ts';
import { page, say, set } from './store.ts';
import { wordsFor } from './words-for.ts';

let stop = new AbortController();

export async function startCompare(name: string, value: string | number): Promise<void> {
  const { frame } = page();
  const place = placeNow();
  if (!frame || !place) return;
  endCompare();
  stop = new AbortController();
  const signal = AbortSignal.any([order.visit(), stop.signal]);
  // From the start, and from the end, the ends are shown: they are what the sentence is about.
  const { step: at } = frame.cursor;
  const step = at === 0 || at === frame.length ? Number.MAX_SAFE_INTEGER : at;
  set({ playing: false, comparing: { name, value, outcome: null, step } });
  try {
    const { api } = await order.rim.session();
    const outcome = await api.compare({ ...place, toEnd: true }, { [name]: value }, { signal });
    await needWords(frame.system, [...outcome.a.words, ...outcome.b.words]);
    if (signal.aborted) return;
    set({ comparing: { name, value, outcome, step } });
  } catch (error) {
    if (signal.aborted) return;
    set({ comparing: null });
    say(wordsFor(error));
  }
}

export function endCompare(): void {
  stop.abort();
  if (page().comparing === null) return;
  set({ comparing: null });
  // Back where it was asked for.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${ASKS_COMPARE}]`)?.focus());
}

/** Marks what a comparison is asked with. */
export const ASKS_COMPARE = 'data-asks-compare';
