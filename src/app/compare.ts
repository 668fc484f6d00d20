// Comparing: the same choices under another setting of a switch, both runs stepped together.

import { wordsFor } from './run.ts';
import { sessionClient } from './session-client.ts';
import { page, say, set } from './store.ts';

export async function startCompare(name: string, value: string | number): Promise<void> {
  const { frame } = page();
  if (!frame) return;
  const step = frame.cursor.step;
  set({ playing: false, comparing: { name, value, outcome: null, step } });
  try {
    const { api } = await sessionClient();
    const outcome = await api.compare({ ...frame.params, [name]: value });
    const { comparing } = page();
    if (comparing?.name !== name) return;
    set({
      comparing: { name, value, outcome, step: Math.min(step, Math.max(outcome.a.steps, outcome.b.steps)) },
    });
  } catch (error) {
    set({ comparing: null });
    say(wordsFor(error));
  }
}

export function compareAt(step: number): void {
  const { comparing } = page();
  if (!comparing?.outcome) return;
  const { a, b } = comparing.outcome;
  const at = Math.max(0, Math.min(Math.max(a.steps, b.steps), step));
  set({ comparing: { ...comparing, step: at } });
}

export const endCompare = (): void => set({ comparing: null });
