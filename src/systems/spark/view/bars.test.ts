// What works is a bar that goes on; what is over is one that has an end.
import { expect, test } from 'vitest';
import { text } from '../../../base/text.ts';
import type { Chip } from '../../../contract/system.ts';
import type { Track, TrackStep } from '../../../session/frame.ts';
import { barsOf } from './bars.ts';

const label = (stage: number, task: number) => text('task', { stage, task });
const step = (at: number, key: string, actor: string, stage: number, chips: readonly Chip[] = []) =>
  ({
    step: at,
    key,
    actor,
    mark: { heading: [], arrows: [{ from: '', to: '', label: label(stage, 0), kind: 'message' }], chips },
  }) as unknown as TrackStep;
const track = (steps: readonly TrackStep[], chips: readonly Chip[] = []) =>
  ({ from: 0, steps, chips }) as unknown as Track;
const driver = (of: Track) =>
  barsOf(of)
    .filter(({ lane }) => lane === 'driver')
    .map(({ from, to, end }) => `${from}-${to ?? ''} ${end ?? 'runs'}`);

test('a stage is over where the next begins, and where its job is', () => {
  const job: Chip = { actor: 'driver', text: text('chip.over') };
  const steps = [step(1, 'start:w0', 'w0', 0), step(2, 'end:0.0.0', 'w0', 0), step(3, 'start:w0', 'w0', 1)];
  expect(driver(track(steps))).toEqual(['1-2 done', '3- runs']);
  expect(driver(track([...steps, step(4, 'end:1.0.0', 'w0', 1, [job])]))).toEqual(['1-2 done', '3-4 done']);
});

test('a stage that began before the page goes on over its edge', () => {
  const runs: Chip = { actor: 'w0', text: text('chip.runs', { task: label(2, 0) }) };
  expect(driver(track([step(9, 'start:w1', 'w1', 2)], [runs]))).toEqual(['0- runs']);
});

test('what a copy has beaten ends where the copy does', () => {
  const free: Chip = { actor: 'w0', text: text('chip.holds', { n: 0 }) };
  const steps = [
    step(1, 'start:w0', 'w0', 0),
    step(2, 'copy:0.0.0.c', 'w1', 0),
    step(3, 'end:0.0.0.c', 'w1', 0, [free]),
  ];
  expect(
    barsOf(track(steps))
      .filter(({ lane }) => lane !== 'driver')
      .map(({ lane, from, to, end }) => `${lane} ${from}-${to ?? ''} ${end ?? 'runs'}`),
  ).toEqual(['w1 2-3 done', 'w0 1-3 killed']);
});

test('a task ends with its worker', () => {
  const dead: Chip = { actor: 'w0', text: text('chip.dead') };
  const steps = [step(1, 'start:w0', 'w0', 0), step(2, 'kill:w0', 'driver', 0, [dead])];
  expect(barsOf(track(steps)).find(({ lane }) => lane === 'w0')).toMatchObject({ to: 2, end: 'killed' });
});
