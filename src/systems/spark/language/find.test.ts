import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastPlaceOf, partsOf, placeOf } from './find.ts';
import { metered } from './meter.ts';

const BOUNDS = { steps: 1e6, bytes: 1e9, depth: 1000 };
const AT = 0;
/** Few letters, so that texts repeat; some are longer than what the engine's own search is asked for. */
const letters = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: most });

test('a text is found where the engine finds it, from either end, and parts are the same', () => {
  fc.assert(
    fc.property(
      letters(80),
      letters(6),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(90),
      (pad, unit, times, from) => {
        const what = unit.repeat(times * 3);
        const self = pad + what + unit + pad + what.slice(1) + what;
        metered(BOUNDS, () => {
          expect(placeOf(AT, self, what, from)).toBe(self.indexOf(what, from));
          expect(lastPlaceOf(AT, self, what)).toBe(self.lastIndexOf(what));
          expect(partsOf(AT, self, what, 3)).toEqual(self.split(what, 3));
        });
      },
    ),
    { numRuns: 500 },
  );
});
