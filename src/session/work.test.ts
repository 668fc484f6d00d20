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

test('the clock of quick steps is looked at seldom, and of slow ones each time', async () => {
  let now = 0;
  let looks = 0;
  const clock = (): number => {
    looks++;
    return now;
  };
  const breathe = () => Promise.resolve();
  const work = new Work({ clock, breathe }, () => Promise.reject(new Error('it needs no job')));
  for (let step = 0; step < 1000; step++) {
    now += 0.01;
    await work.pace();
  }
  expect(looks).toBeLessThan(100);
  looks = 0;
  for (let step = 0; step < 100; step++) {
    now += 5;
    await work.pace();
  }
  expect(looks).toBeGreaterThan(80);
});
