import { expect, test } from 'vitest';
import { Timeline } from '../timeline/timeline.ts';
import { recording } from './recording.ts';

const events = [
  { kind: 'start', actor: 'task 1', at: 3 },
  { kind: 'start', actor: 'task 2', at: 4 },
  { kind: 'end', actor: 'task 1', at: 9 },
];

const model = recording({
  events,
  start: { running: 0 },
  apply: ({ running }, { kind }) => ({ running: kind === 'start' ? running + 1 : running - 1 }),
  properties: [
    {
      name: 'two at once',
      kind: 'sometimes',
      judge: ({ running }) => running === 2,
      witness: ({ running }) => ({ text: { key: 'w', args: { running } }, actors: [] }),
    },
  ],
});

test('a recording is a model with one enabled action in every state but the last', () => {
  const timeline = new Timeline({
    model,
    seed: 1,
    scheduler: { kind: 'first' },
    fold: { start: () => null, step: () => null },
    results: { find: () => undefined },
    clock: () => 0,
  });
  while (timeline.schedule(0));
  expect(timeline.tries.keys(0)).toEqual(['start task 1 0', 'start task 2 1', 'end task 1 2']);
  expect(timeline.tip(0).moment.state).toEqual({ at: 3, value: { running: 1 } });
  expect(timeline.firstFlip(0, 0)).toBe(2);
});

test('a recording lifts properties with their witnesses', () => {
  const [property] = model.properties;
  expect(property?.witness?.({ at: 2, value: { running: 2 } }).text.args).toEqual({ running: 2 });
});
