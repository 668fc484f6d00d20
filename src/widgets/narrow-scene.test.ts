import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaneChoice, LaneStep } from './lane-types.ts';
import { laneWidths, narrowScene, numbersWidth, rowTop } from './narrow-scene.ts';
import { alone, arrival, choice, exchange, widthOf } from './testing/lane-steps.ts';

const LANES = new Map([
  ['c', 60],
  ['m', 160],
  ['d', 260],
]);
const scene = (steps: readonly LaneStep[], now: number, choices: readonly LaneChoice[] = []) =>
  narrowScene({
    lanes: LANES,
    first: 1,
    rows: 5,
    steps,
    now,
    choices,
    left: numbersWidth(5),
    widthOf,
    full: 320,
  });

describe('the lanes of a phone', () => {
  it('begin right of the longest number of a step', () => {
    const widths = [9, 99, 999, 9999, 45640].map(numbersWidth);
    expect(widths[1]).toBe(widths[0]);
    expect(widths.slice(2)).toEqual([...widths.slice(2)].sort((a, b) => a - b));
    expect(numbersWidth(45640)).toBeGreaterThan(8 + 5 * 8.5);
  });

  it('put a request and its reply in one row, one below the other', () => {
    const { arrows } = scene([exchange(2, 'c>d')], 2);
    expect(arrows.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [60, 260],
      [260, 60],
    ]);
    for (const { y1, y2 } of arrows) {
      expect(y1).toBeLessThan(y2);
      expect(y1).toBeGreaterThan(rowTop(2, 1));
      expect(y2).toBeLessThan(rowTop(3, 1));
    }
  });

  it('draw what was in flight from the row that sent it', () => {
    const { arrows } = scene([alone(1, 'c'), alone(2, 'd'), arrival(3, 'c>m', 1)], 3);
    expect(arrows[0]?.y1).toBeLessThan(rowTop(2, 1));
    expect(arrows[0]?.y2).toBeGreaterThan(rowTop(3, 1));
  });

  it('say once what many messages of one row say, over them and under them', () => {
    const one = exchange(1, 'c>m');
    const step = { ...one, mark: { ...one.mark, arrows: [...one.mark.arrows, ...one.mark.arrows] } };
    const { arrows, labels } = scene([step], 1);
    expect(arrows).toHaveLength(4);
    expect(labels).toHaveLength(2);
    const [asked, answered] = labels.map(({ y }) => y);
    expect(asked).toBeLessThan(Math.min(...arrows.map(({ y1 }) => y1)));
    expect(answered).toBeGreaterThan(Math.max(...arrows.map(({ y2 }) => y2)));
  });

  it('say in words the step of an actor that is folded away', () => {
    const { folded, arrows, dots } = scene([exchange(1, 'x>m'), alone(2, 'x')], 2);
    expect(folded.map(({ step, actor }) => [step, actor])).toEqual([
      [1, 'x'],
      [2, 'x'],
    ]);
    expect([...arrows, ...dots]).toEqual([]);
  });

  it('draw no choice of an actor that is folded away', () => {
    const { slots, arrows, dots } = scene([], 0, [choice('a', 'x>m'), choice('b', 'x'), choice('c', 'c>m')]);
    expect(slots.map(({ key }) => key)).toEqual(['c']);
    expect(arrows.map((arrow) => arrow.choice)).toEqual(['c']);
    expect(dots.every((dot) => dot.choice === 'c')).toBe(true);
  });

  it('are as high at every step, whatever may come next', () => {
    const choices = ['a', 'b', 'c'].map((key) => choice(key, 'c>m'));
    const heights = [0, 1, 2, 3, 4].flatMap((now) => [scene([], now).height, scene([], now, choices).height]);
    expect(new Set(heights).size).toBe(1);
    expect([0, 1, 2, 3, 4].map((now) => scene([], now, choices).slots.length)).toEqual([3, 3, 3, 3, 2]);
    const last = scene([], 4, choices);
    for (const { y, height } of last.slots) expect(y + height).toBeLessThanOrEqual(last.height);
  });

  it('name a short arrow beside it, inside the drawing', () => {
    const named = 'a longer name';
    const step = exchange(1, 'm>d');
    const long: LaneStep = {
      ...step,
      mark: { ...step.mark, arrows: step.mark.arrows.map((one) => ({ ...one, label: { key: named } })) },
    };
    for (const { x, text } of scene([long], 1).labels) {
      expect(x + widthOf(text) / 2).toBeLessThan(160);
      expect(x - widthOf(text) / 2).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('the width of lanes', () => {
  const lanes = fc.array(
    fc.integer({ min: 20, max: 120 }).map((width) => ({ id: String(width), width })),
    { minLength: 1, maxLength: 8 },
  );

  it('is never less than a name needs, and fills the room where the names leave some', () => {
    fc.assert(
      fc.property(lanes, fc.integer({ min: 100, max: 800 }), (all, room) => {
        const widths = laneWidths(all, room);
        for (const [index, { width }] of all.entries()) {
          expect(widths[index]).toBeGreaterThanOrEqual(width);
        }
        const wanted = all.reduce((sum, { width }) => sum + width, 0);
        const drawn = widths.reduce((sum, width) => sum + width, 0);
        expect(drawn).toBeCloseTo(Math.max(wanted, room), 6);
      }),
    );
  });
});
