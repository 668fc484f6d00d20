import { describe, expect, it } from 'vitest';
import type { LaneInput } from './lane-scene.ts';
import { laneScene } from './lane-scene.ts';
import { alone, arrival, chip, choice, exchange, widthOf } from './testing/lane-steps.ts';

const room = { lead: 70, column: 100, columns: 6, row: 60, above: 32, below: 40 };
const scene = (over: Partial<LaneInput>) =>
  laneScene({
    actors: ['c', 'm', 'd'],
    first: 1,
    steps: [],
    standing: [],
    now: 0,
    choices: [],
    room,
    widthOf,
    ...over,
  });

describe('the wide lanes', () => {
  it('draw an exchange within its own column: there, then back', () => {
    const { arrows } = scene({ steps: [exchange(2, 'c>d')], now: 2 });
    expect(arrows).toHaveLength(2);
    const [request, reply] = arrows;
    expect(request).toMatchObject({ y1: 32, y2: 152, when: 'now' });
    expect(reply).toMatchObject({ y1: 152, y2: 32, x1: request?.x2 });
    for (const { x1, x2 } of arrows) {
      expect(Math.min(x1, x2)).toBeGreaterThan(170);
      expect(Math.max(x1, x2)).toBeLessThan(270);
    }
  });

  it('draw what was in flight from the column that sent it', () => {
    const { arrows } = scene({ steps: [alone(1, 'c'), alone(2, 'd'), arrival(3, 'c>m', 1)], now: 3 });
    expect(arrows[0]?.x1).toBeLessThan(170);
    expect(arrows[0]?.x2).toBeGreaterThan(270);
  });

  it('do not move what stands when a step is added or chosen', () => {
    const steps = [exchange(1, 'c>m', [chip('c', 'holds 1')]), exchange(2, 'c>d')];
    const before = scene({ steps, now: 2, choices: [choice('x', 'd>m')] });
    const after = scene({ steps: [...steps, exchange(3, 'd>m', [chip('m', 'empty')])], now: 3 });
    const place = ({ id, x, y }: { id: string; x: number; y: number }) => `${id} ${x} ${y}`;
    expect(after.chips.map(place)).toEqual(expect.arrayContaining(before.chips.map(place)));
    const past = (from: typeof before) =>
      from.arrows.filter(({ step }) => step <= 2).map(({ id, x1, y1, x2, y2 }) => [id, x1, y1, x2, y2]);
    expect(past(after)).toEqual(past(before));
  });

  it('keep a lane below for those left out: what they may do next is drawn there', () => {
    const steps = [exchange(1, 'c>x', [chip('x', 'holds 1')]), exchange(2, 'c>m')];
    const choices = [choice('y', 'c>x'), choice('z', 'x>y')];
    const { arrows, chips, dots, height } = scene({ steps, now: 2, folded: true, choices });
    expect([...new Set(arrows.map(({ step, choice: key }) => key ?? step))]).toEqual([2, 'y']);
    expect(dots.filter((dot) => dot.choice !== null).map((dot) => [dot.choice, dot.y])).toEqual([
      ['y', 32],
      ['y', 212],
      ['z', 212],
    ]);
    expect(chips).toEqual([]);
    expect(height).toBe(252);
  });

  it('draw nothing of what was done elsewhere, before a lane came to stand where it does', () => {
    const steps = [exchange(1, 'c>m', [chip('m', 'empty')]), exchange(2, 'c>m'), exchange(3, 'c>x')];
    const stands = (actor: string, step: number): boolean => actor !== 'm' || step >= 2;
    const { arrows, chips } = scene({ steps, now: 3, folded: true, stands });
    expect([...new Set(arrows.map(({ step }) => step))]).toEqual([2]);
    expect(chips).toEqual([]);
  });

  it('strike out, once, the value that a lane no longer holds', () => {
    const { chips } = scene({
      steps: [
        exchange(1, 'c>m', [chip('c', 'holds 1')]),
        exchange(2, 'c>m', [chip('c', '–')]),
        exchange(3, 'c>d', [chip('c', '–')]),
      ],
      now: 3,
    });
    expect(chips.map(({ text, ended }) => [text.key, ended])).toEqual([
      ['holds 1', false],
      ['holds 1', true],
    ]);
  });

  it('strike out what already stood when the page opened', () => {
    const steps = [exchange(8, 'c>m', [chip('c', '–')])];
    const { chips } = scene({ first: 8, standing: [chip('c', 'old'), chip('d', '–')], steps, now: 8 });
    expect(chips.map(({ text, ended }) => [text.key, ended])).toEqual([
      ['old', false],
      ['old', true],
    ]);
  });

  it('give each choice a slot of its own right of the lamp', () => {
    const { slots } = scene({
      steps: [alone(1, 'c')],
      now: 1,
      choices: [choice('x', 'c>m'), choice('y', 'd>m'), choice('z', 'm')],
    });
    expect(slots.map(({ key }) => key)).toEqual(['x', 'y', 'z']);
    let edge = 170;
    for (const { x, width } of slots) {
      expect(x).toBeGreaterThanOrEqual(edge - 0.001);
      edge = x + width;
    }
  });

  it('draw no choice where no column is left for it', () => {
    expect(scene({ steps: [alone(6, 'c')], now: 6, choices: [choice('x', 'c>m')] }).slots).toEqual([]);
  });
});
