// Playing: one step after another, started only by the learner, stopped by the end, a question, or any other choice.

import { isLast } from './choices.ts';
import { oneOn } from './order/moves.ts';
import { goTo, order, tryChoices } from './run.ts';
import { openQuestion, page, set } from './store.ts';

let timer: ReturnType<typeof setTimeout> | undefined;

export const SPEEDS = [0.5, 1, 2, 4, 10] as const;

export function togglePlay(): void {
  if (page().playing) {
    set({ playing: false });
    clearTimeout(timer);
    return;
  }
  set({ playing: true });
  void tick();
}

/** Plays a list of choices as a try, from where it begins: what leads to the end is what is to be seen. */
export async function playTry(
  choices: readonly string[],
  from: 'start' | 'here',
  name: string,
): Promise<void> {
  const step = from === 'here' ? (page().frame?.cursor.step ?? 0) : 0;
  await tryChoices(choices, from, name);
  await goTo(step);
  if (!page().playing) togglePlay();
}

async function tick(): Promise<void> {
  const before = page();
  const { frame } = before;
  if (!before.playing || !frame) return;
  const began = performance.now();
  if (openQuestion(before) !== null || isLast(frame)) {
    // Played to the end: playing again begins again, so the button is never dead.
    if (!isLast(frame) || frame.cursor.step === 0) return set({ playing: false });
    await order.ask({ kind: 'seek', to: { try: frame.cursor.try, step: 0 } });
  } else {
    await order.ask(oneOn(before));
  }
  const after = page();
  if (!after.playing || !after.frame) return;
  if (openQuestion(after) !== null || isLast(after.frame)) return set({ playing: false });
  timer = setTimeout(() => void tick(), Math.max(0, 1000 / after.speed - (performance.now() - began)));
}
