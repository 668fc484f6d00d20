// What a learner does to the open run, as intents. Those that are relative stay so: they are done from where the run
// stands when their turn comes, so that keys pressed faster than they are drawn are not lost.

import type { Text } from '../../base/text.ts';
import type { Params } from '../../contract/system.ts';
import type { Advance, PlaceIn } from '../../session/api.ts';
import { isLast } from '../choices.ts';
import type { PageState } from '../store.ts';
import { openQuestion, settingsNow } from '../store.ts';
import type { Asking, Order } from './order.ts';

export type Moves = ReturnType<typeof createMoves>;

/** One step on, up to a question that is open. */
export const oneOn = ({ guesses }: PageState): Advance => ({
  kind: 'advance',
  count: 1,
  answered: Object.keys(guesses),
});

export function createMoves(order: Order) {
  const { ask, askNext, rim } = order;
  const { getState: page, setState: set } = rim.store;
  /** The run to the end that is under way, and the visit it belongs to. */
  let running: { readonly stop: AbortController; readonly here: AbortSignal } | null = null;
  const done = async (asked: Promise<unknown>): Promise<void> => void (await asked);

  function answer(option: string): void {
    const { frame, guesses, runId } = page();
    const asked = frame?.prediction;
    if (!asked || guesses[asked] !== undefined) return;
    const answered = { ...guesses, [asked]: option };
    set({ guesses: answered });
    order.notes.guessed(runId, answered);
    order.keepRun();
  }

  function skipQuestion(): void {
    const asked = openQuestion(page());
    if (asked !== null) answer('');
  }

  const goTo = (step: number): Promise<void> => {
    const at = page().frame?.cursor;
    return at ? done(ask({ kind: 'seek', to: { try: at.try, step } })) : Promise.resolve();
  };

  return {
    answer,
    skipQuestion,
    goTo,
    goToTry: (id: number, step: number): Promise<void> => done(ask({ kind: 'seek', to: { try: id, step } })),

    /** Takes a choice where it was offered. */
    choose: (key: string): Promise<void> => {
      set({ playing: false });
      const at = page().frame?.cursor;
      return at ? done(ask({ kind: 'choose', at, key })) : Promise.resolve();
    },

    /** One step on. The session holds it at a question that stands open, which is then led to. */
    async nextStep(): Promise<void> {
      const update = await askNext(() => oneOn(page()));
      if (update?.held) rim.question();
    },

    backStep(): void {
      set({ playing: false });
      void askNext(() => ({ kind: 'back', count: 1 }));
    },

    toStart(): void {
      set({ playing: false });
      void goTo(0);
    },

    /** To the end of what is known of this try; where that is here, lets the scheduler run on to the end. */
    async toEnd(): Promise<void> {
      const { frame, scenario } = page();
      if (!frame || !scenario || (running && !running.here.aborted)) return;
      set({ playing: false });
      skipQuestion();
      if (frame.cursor.step < frame.length) return goTo(frame.length);
      if (isLast(frame)) return;
      const mine = { stop: new AbortController(), here: order.visit() };
      running = mine;
      const from = frame.cursor.step;
      const count = Math.max(Math.min(scenario.steps, rim.view.to ?? scenario.steps) - from, 1);
      set({ running: from });
      const progress = ({ count: made }: { readonly count?: number }): void => {
        if (!mine.here.aborted) set({ running: from + (made ?? 0) });
      };
      await askNext(() => ({ kind: 'advance', count }), { progress, stop: mine.stop.signal });
      if (running === mine) running = null;
      if (!mine.here.aborted) set({ running: null });
    },

    /** Stops the run to the end, where it got to. */
    stopRunning: (): void => running?.stop.abort(),

    interesting: (direction: 1 | -1): Promise<void> =>
      done(askNext(() => ({ kind: 'interesting', direction }))),
    nameTry: (id: number, name: string): Promise<void> => done(ask({ kind: 'name', try: id, name })),

    /** A list of choices as a try: from the start, from here, or from a step of the try on screen. */
    tryChoices(keys: readonly string[], from: 'start' | 'here' | number, name: string): Promise<void> {
      const at = page().frame?.cursor;
      if (!at) return Promise.resolve();
      const step = from === 'here' ? at.step : from;
      const place = step === 'start' ? { try: 0, step: 0 } : { try: at.try, step };
      return done(ask({ kind: 'try', from: place, keys, name }));
    },

    /** The same choices under other settings, as a run of its own; those that are on their way count as there. */
    async setParams(changes: Params, notice: Text | null, way?: Asking): Promise<void> {
      const now = settingsNow(page());
      if (!now) return;
      const params = Object.fromEntries(
        Object.entries(changes).filter(([name, value]) => now[name] !== value),
      );
      if (Object.keys(params).length === 0) return;
      set({ asked: { ...now, ...params } });
      await order.replace(() => ({ kind: 'set', params, as: rim.newId() }), notice, way);
    },

    /** The panel has another width: the page of steps is another one. */
    setColumns(columns: number): void {
      if (columns === page().columns) return;
      set({ columns });
      void ask({ kind: 'show' });
    },

    /** Through whose eyes; null: everyone's. */
    seeBy(seenBy: string | null): void {
      if (page().seenBy === seenBy) return;
      set({ seenBy, playing: false });
      void ask({ kind: 'show' });
    },

    /** What some parts of the page need of every moment, while they are there. */
    want(what: keyof PageState['wanted'], isWanted: boolean): void {
      set({ wanted: { ...page().wanted, [what]: isWanted } });
      if (isWanted) void ask({ kind: 'show' });
    },

    /** The moment on screen, for work beside. */
    placeNow(): PlaceIn | null {
      const { frame, runId } = page();
      return frame ? { run: runId, at: frame.cursor } : null;
    },
  };
}
