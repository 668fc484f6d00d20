// Keeps the open run soon after each change, at once when the page is left. What cannot be kept is said once. A run
// embedded in somebody's page is theirs, and is not kept.

import { text } from '../base/text.ts';
import { saveFile } from './files.ts';
import { keepRun } from './kept-runs.ts';
import { sessionClient } from './session-client.ts';
import { page, say } from './store.ts';
import { movesKept, movesNoted } from './unkept.ts';
import { view } from './view-settings.ts';

/** While playing, and for long runs, whose saved value takes a while to make. */
const DELAY_MS = 500;
const LONG = 2000;
let timer: ReturnType<typeof setTimeout> | undefined;
let said = false;

export function keepSoon(): void {
  clearTimeout(timer);
  const { frame, playing } = page();
  const soon = playing || (frame?.length ?? 0) > LONG ? DELAY_MS : 0;
  timer = setTimeout(() => void keepNow(), soon);
}

export async function keepNow(): Promise<void> {
  clearTimeout(timer);
  const { frame, runId, guesses } = page();
  if (view.embed || !frame || runId === '' || (frame.length === 0 && frame.tries.length < 2)) return;
  const { api } = await sessionClient();
  const noted = movesNoted();
  const saved = await api.save();
  if (page().runId !== runId) return;
  const failure = await keepRun({
    version: 1,
    id: runId,
    system: frame.system,
    scenario: frame.scenario,
    step: frame.cursor.step,
    tries: frame.tries.length,
    updated: Date.now(),
    guesses,
    saved,
  });
  if (failure === null) movesKept(runId, noted);
  if (failure === null || said) return;
  said = true;
  say(text(`kept.${failure}`), { label: text('notice.storage'), run: () => void saveFile() }, true);
}

export function keepOnLeaving(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keepNow();
  });
  addEventListener('pagehide', () => void keepNow());
}
