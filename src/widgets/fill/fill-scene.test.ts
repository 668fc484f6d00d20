import { expect, test } from 'vitest';
import { fillPath, fillTicks, fillTops } from './fill-scene.ts';

const box = (limit: number | null, ...levels: number[]) => ({ limit, levels });

test('boxes without a limit share a scale; one with a limit stands below its top', () => {
  const [web, port, lost] = fillTops([box(null, 400), box(100, 100), box(null, 40)]);
  expect(web).toBe(lost);
  expect(web).toBeGreaterThan(400);
  expect(port).toBeGreaterThan(100);
});

test('what goes past its limit is still inside its box', () => {
  expect(fillTops([box(10, 50)])).toEqual([50]);
});

test('levels are drawn from the floor and back to it, an empty box as nothing', () => {
  expect(fillPath([0, 5, 10], 10, 30, 20)).toBe('M0,20V20.0H10.0V10.0H20.0V0.0H30.0V20Z');
  expect(fillPath([], 10, 30, 20)).toBe('');
});

test('times are round and few', () => {
  expect(fillTicks(9.4)).toEqual([0, 3, 6, 9]);
  expect(fillTicks(600)).toEqual([0, 200, 400, 600]);
  expect(fillTicks(0)).toEqual([0]);
  expect(fillTicks(600, 1)).toEqual([0, 500]);
  for (const span of [0.7, 4, 6, 20, 60, 200, 1234]) expect(fillTicks(span).length).toBeLessThanOrEqual(5);
});
