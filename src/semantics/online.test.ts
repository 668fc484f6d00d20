// Judged while it is made, a history has the verdict that it has when it is judged whole, after every one of its events.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { History, Operation } from './history.ts';
import { initialValue } from './history.ts';
import type { Ways } from './online.ts';
import { INITIAL, readAnswered, readCalled, START, writeAnswered } from './online.ts';
import { isLinearizable } from './ordered.ts';
import { arbitraryHistory } from './testing/arbitrary-history.ts';

interface Event {
  readonly at: number;
  readonly isAnswer: boolean;
  readonly op: number;
}

/** Calls and answers as they follow each other; what meets in one moment is concurrent, so calls come first. */
function eventsOf({ ops }: History): readonly Event[] {
  const events = ops.flatMap(({ start, end }, op) => [
    { at: start, isAnswer: false, op },
    ...(end === null ? [] : [{ at: end, isAnswer: true, op }]),
  ]);
  return events.sort((a, b) => a.at - b.at || Number(a.isAnswer) - Number(b.isAnswer));
}

/** The history as far as it has come. */
const upTo = (history: History, events: readonly Event[]): History => {
  const called = new Set(events.map(({ op }) => op));
  const answered = new Set(events.filter(({ isAnswer }) => isAnswer).map(({ op }) => op));
  const ops = history.ops.flatMap((op, i): Operation[] =>
    called.has(i) ? [answered.has(i) ? op : { ...op, end: null }] : [],
  );
  return { ...history, ops };
};

function next(ways: Ways, history: History, { isAnswer, op }: Event, before: readonly Event[]): Ways {
  const { kind, key, value } = history.ops[op] as Operation;
  if (!isAnswer) return kind === 'read' ? readCalled(ways, op) : ways;
  const pending = before
    .filter((event) => history.ops[event.op]?.kind === 'write')
    .map((event) => event.op)
    .filter((one) => !before.some((event) => event.isAnswer && event.op === one));
  if (kind === 'write') return writeAnswered(ways, op, pending);
  const written = (write: number) =>
    write === INITIAL ? initialValue(history, key) : history.ops[write]?.value;
  return readAnswered(ways, op, pending, (write) => written(write) === value);
}

it.each([true, false])('is linearizable exactly where the whole is (distinct values: %s)', (isDistinct) => {
  let broken = 0;
  fc.assert(
    fc.property(arbitraryHistory({ maxOps: 7, keys: ['x'], distinct: isDistinct }), (history) => {
      const events = eventsOf(history);
      let ways = START;
      events.forEach((event, i) => {
        ways = next(ways, history, event, events.slice(0, i));
        expect(ways.length > 0).toBe(isLinearizable(upTo(history, events.slice(0, i + 1))));
      });
      if (ways.length === 0) broken++;
    }),
    { numRuns: 1500 },
  );
  expect(broken).toBeGreaterThan(100);
});

it('keeps few ways of a long history', () => {
  let ways = START;
  for (let op = 0; op < 300; op += 3) {
    ways = readCalled(ways, op + 2);
    ways = writeAnswered(ways, op, [op, op + 1]);
    ways = writeAnswered(ways, op + 1, [op + 1]);
    ways = readAnswered(ways, op + 2, [], (write) => write === op + 1);
  }
  expect(ways.length).toBeGreaterThan(0);
  expect(ways.length).toBeLessThan(5);
});
