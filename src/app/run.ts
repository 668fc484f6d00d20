// Everything a learner does to the open run. Calls go to the session one after another; an answer that is no longer the
// latest is not drawn.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';
import type { SessionApi } from '../session/api.ts';
import type { Frame } from '../session/frame.ts';
import { windowAt } from '../widgets/step-window.ts';
import { isLast } from './choices.ts';
import { keepSoon } from './keeping.ts';
import { sessionClient } from './session-client.ts';
import type { Shown } from './store.ts';
import { openQuestion, page, say, set } from './store.ts';
import { noteMove } from './unkept.ts';
import { addressSoon } from './url-sync.ts';
import { view, withinView } from './view-settings.ts';

let latest = 0;
let queue: Promise<unknown> = Promise.resolve();

/** Asks the session for a frame after what was asked before, and shows it if nothing was asked since. */
export function ask(request: (api: SessionApi) => Promise<Frame>): Promise<void> {
  const ticket = ++latest;
  if (page().notice?.stays === false) set({ notice: null });
  const turn = queue.then(async () => {
    try {
      const { api } = await sessionClient();
      const frame = await request(api);
      if (ticket === latest) await show(api, frame, () => ticket === latest);
    } catch (error) {
      set({ playing: false, running: null });
      say(wordsFor(error));
    }
  });
  queue = turn;
  return turn;
}

export const wordsFor = (error: unknown): Text =>
  error instanceof Refusal
    ? error.text
    : text('error.fault', { message: error instanceof Error ? error.message : String(error) });

/** Puts a frame on the page together with its page of steps: one write, so nothing is drawn half. */
export async function show(
  api: SessionApi,
  reached: Frame,
  current: () => boolean = () => true,
): Promise<void> {
  const frame = await inView(api, reached);
  const before = page();
  const { first, columns } = windowAt(frame.cursor.step, before.columns);
  const last = before.frame;
  const sameSteps =
    last !== null &&
    before.track !== null &&
    before.first === first &&
    last.cursor.try === frame.cursor.try &&
    last.length === frame.length &&
    last.params === frame.params;
  const track = sameSteps ? before.track : await api.track(first - 1, first + columns - 1);
  const sameRun = last !== null && last.cursor.try === frame.cursor.try && last.length === frame.length;
  const overview =
    frame.length <= columns
      ? null
      : sameRun && before.overview && last.tries.length === frame.tries.length
        ? before.overview
        : await api.overview();
  if (!current()) return;
  const moved = last === null ? 0 : Math.abs(frame.cursor.step - last.cursor.step);
  set({
    frame,
    track,
    first,
    overview,
    glide: moved === 1 && before.first === first && !(before.playing && before.speed > 4),
    shown: shownAfter(before.shown, frame),
    hot: null,
  });
  if (last !== null) noteMove(before.runId, last.cursor, frame);
  addressSoon();
  keepSoon();
}

/** Where the address bounds the steps, the nearest one within. */
async function inView(api: SessionApi, frame: Frame): Promise<Frame> {
  const { cursor, length } = frame;
  const step = withinView(view, cursor.step);
  if (step === cursor.step) return frame;
  const there = await api.seek({ try: cursor.try, step: Math.min(step, length) });
  return step <= length ? there : api.advance(step - length);
}

function shownAfter(shown: Shown, frame: Frame): Shown {
  const decided = frame.properties.some((view) => view.soFar !== 'open' && view.soFar !== 'does not apply');
  const next = {
    choices: shown.choices || (frame.cursor.step > 0 && frame.choices.length > 1) || frame.tries.length > 1,
    rows: shown.rows || (frame.cursor.step > 0 && decided) || frame.cursor.step > 1,
    tries: shown.tries || frame.tries.length > 1,
  };
  return next.choices === shown.choices && next.rows === shown.rows && next.tries === shown.tries
    ? shown
    : next;
}

export const goTo = (step: number): Promise<void> => {
  const at = page().frame?.cursor;
  return at ? ask((api) => api.seek({ try: at.try, step })) : Promise.resolve();
};

export const goToTry = (id: number, step: number): Promise<void> => ask((api) => api.seek({ try: id, step }));

export const choose = (key: string): Promise<void> => {
  set({ playing: false });
  return ask((api) => api.choose(key));
};

/** One step on. A question that stands open is skipped: asking costs nothing. */
export const nextStep = (): Promise<void> => {
  skipQuestion();
  const { frame } = page();
  return frame && isLast(frame) ? Promise.resolve() : ask((api) => api.advance(1));
};

export function backStep(): void {
  const step = page().frame?.cursor.step ?? 0;
  set({ playing: false });
  if (step > 0) void goTo(step - 1);
}

export function toStart(): void {
  set({ playing: false });
  void goTo(0);
}

/** To the end of what is known of this try; where that is here, lets the scheduler run on to the end. */
export async function toEnd(): Promise<void> {
  const { frame, scenario } = page();
  if (!frame || !scenario) return;
  set({ playing: false });
  skipQuestion();
  if (frame.cursor.step < frame.length) return goTo(frame.length);
  const end = Math.min(scenario.steps, view.to ?? scenario.steps);
  const left = Math.max(end - frame.cursor.step, 1);
  set({ running: frame.cursor.step });
  const from = frame.cursor.step;
  await ask((api) => api.advance(left, ({ count }) => set({ running: from + (count ?? 0) })));
  set({ running: null });
}

export async function stopRunning(): Promise<void> {
  const { api } = await sessionClient();
  await api.cancel();
}

export const interesting = (direction: 1 | -1): Promise<void> => ask((api) => api.interesting(direction));

export const nameTry = (id: number, name: string): Promise<void> => ask((api) => api.nameTry(id, name));

export function answer(option: string): void {
  const { frame, guesses } = page();
  const asked = frame?.prediction;
  if (!asked || guesses[asked] !== undefined) return;
  set({ guesses: { ...guesses, [asked]: option } });
  keepSoon();
}

export function skipQuestion(): void {
  const asked = openQuestion(page());
  if (asked !== null) answer('');
}

/** Runs a guess from the step at which it was made, as a try. */
export const runGuess = (at: number, keys: readonly string[], name: string): Promise<void> => {
  const current = page().frame?.cursor.try ?? 0;
  return ask(async (api) => {
    await api.seek({ try: current, step: at });
    return api.tryChoices(keys, 'here', name);
  });
};

/** The panel has another width: the page of steps is another one. */
export function setColumns(columns: number): void {
  const { frame } = page();
  if (columns === page().columns) return;
  set({ columns });
  if (!frame) return;
  set({ track: null });
  void ask((api) => api.frame());
}
