import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHIP_HEIGHT, crosses, placeChip } from './segment.ts';

const wish = { x: 100, y: 50, width: 40, room: 94 };

describe('a chip’s place', () => {
  it('is under its lane where nothing is in the way', () => {
    expect(placeChip(wish, [], [])).toEqual({ x: 100, y: 68 });
  });

  it('is above its lane where an arrow leaves downwards', () => {
    expect(placeChip(wish, [{ x1: 100, y1: 50, x2: 100, y2: 150 }], [])).toEqual({ x: 100, y: 32 });
  });

  it('is aside where arrows leave both ways', () => {
    const through = { x1: 100, y1: 0, x2: 100, y2: 150 };
    const spot = placeChip(wish, [through], []);
    expect(spot.x).not.toBe(100);
    expect(crosses(through, spot.x, spot.y, wish.width)).toBe(false);
  });

  it('is never that of another chip while one of its slots is free', () => {
    const roomy = { ...wish, room: 140 };
    const first = { ...placeChip(roomy, [], []), width: 40 };
    const second = { ...placeChip(roomy, [], [first]), width: 40 };
    const third = placeChip(roomy, [], [first, second]);
    expect(new Set([first, second, third].map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
  });
});

describe('a line and a chip', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) });

  it('cross whichever way the line is drawn', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, chip) => {
        const there = crosses({ x1: a.x, y1: a.y, x2: b.x, y2: b.y }, chip.x, chip.y, 40);
        const back = crosses({ x1: b.x, y1: b.y, x2: a.x, y2: a.y }, chip.x, chip.y, 40);
        expect(there).toBe(back);
      }),
    );
  });

  it('cross where the line has a point well inside the chip, and not where all of it is to one side', () => {
    fc.assert(
      fc.property(
        point,
        point,
        point,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (a, b, chip, share) => {
          fc.pre(Math.hypot(a.x - b.x, a.y - b.y) > 5);
          const line = { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
          const inside = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
          expect(crosses(line, inside.x, inside.y, 40)).toBe(true);
          const right = Math.max(a.x, b.x) + 20 + 3;
          expect(crosses(line, right, chip.y, 40)).toBe(false);
          const below = Math.max(a.y, b.y) + CHIP_HEIGHT / 2 + 3;
          expect(crosses(line, chip.x, below, 40)).toBe(false);
        },
      ),
    );
  });
});
