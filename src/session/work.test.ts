// Long work lets its thread breathe far oftener than it tells how far it is.

import { expect, test } from 'vitest';
import { Work } from './work.ts';

test('progress is told at once and then ten times a second at most, a breath taken every 20 ms', async () => {
  let now = 0;
  let breaths = 0;
  const breathe = async (): Promise<void> => {
    breaths++;
  };
  const work = new Work({ clock: () => now, breathe }, () => Promise.reject(new Error('it needs no job')));
  const told: number[] = [];
  for (; now <= 1000; now += 5) await work.pace(() => told.push(now));
  expect(breaths).toBe(50);
  expect(told[0]).toBe(20);
  expect(told.length).toBe(10);
});
