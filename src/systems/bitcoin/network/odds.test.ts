import { expect, test } from 'vitest';
import { overtakes } from './odds.ts';

// Facts 2.2: Grunspan and Perez-Marco's exact values.
test.each([
  [10, 1, 0.2],
  [10, 2, 0.056],
  [10, 6, 0.0005914],
  [30, 5, 0.1976173],
  [30, 10, 0.0651067],
])('with %i %% of the hash power, %i confirmations are overtaken with %f', (share, z, chance) => {
  expect(overtakes(share, z)).toBeCloseTo(chance, 7);
});

test('a majority always catches up', () => {
  expect(overtakes(51, 100)).toBe(1);
  expect(overtakes(50, 3)).toBe(1);
});
