import { describe, expect, it } from 'vitest';
import type { Intent } from '../../session/api.ts';
import type { PageState } from '../store.ts';
import { createMoves } from './moves.ts';
import type { Order } from './order.ts';

/** An order that writes down what it is asked. */
function asked(state: Partial<PageState>, held = false) {
  const intents: Intent[] = [];
  let led = 0;
  let page = state as PageState;
  const ask = async (intent: Intent) => {
    intents.push(intent);
    return held ? { held } : {};
  };
  const order = {
    ask,
    askNext: (make: () => Intent) => ask(make()),
    keepRun: () => undefined,
    notes: { guessed: () => undefined },
    rim: {
      store: {
        getState: () => page,
        setState: (change: Partial<PageState>) => (page = { ...page, ...change }),
      },
      question: () => void led++,
    },
  } as unknown as Order;
  return { moves: createMoves(order), intents, led: () => led, guesses: () => page.guesses };
}

describe('a question that stands open', () => {
  const frame = { prediction: 'second-miss', cursor: { try: 0, step: 3 } } as unknown as PageState['frame'];

  it('is not passed by Next, which leads to it', async () => {
    const { moves, intents, led, guesses } = asked({ frame, guesses: {}, runId: 'run' }, true);
    await moves.nextStep();
    // The session decides: what the page shows may be older than what is asked of it.
    expect(intents).toEqual([{ kind: 'advance', count: 1, answered: [] }]);
    expect(guesses()).toEqual({});
    expect(led()).toBe(1);
  });

  it('is passed once it was answered, or skipped in so many words', async () => {
    for (const pass of ['answer', 'skip'] as const) {
      const { moves, intents } = asked({ frame, guesses: {}, runId: 'run' });
      if (pass === 'answer') moves.answer('database');
      else moves.skipQuestion();
      await moves.nextStep();
      expect(intents).toEqual([{ kind: 'advance', count: 1, answered: ['second-miss'] }]);
    }
  });
});
