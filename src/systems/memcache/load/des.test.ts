import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice, EventQueue, Line, seedsFrom, Zipf } from './des.ts';

describe('the discrete-event core', () => {
  it('takes events in order of time, ties in the order they were scheduled, however pushes and pops mix', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { maxLength: 400 }),
        (moves) => {
          const queue = new EventQueue();
          const naive: { time: number; id: number }[] = [];
          moves.forEach(([time, take], id) => {
            queue.push(time, 1, id, 7 * id);
            naive.push({ time, id });
            if (!take) return;
            naive.sort((x, y) => x.time - y.time || x.id - y.id);
            const first = naive.shift();
            expect(queue.pop()).toBe(true);
            expect([queue.now, queue.a, queue.b]).toEqual([first?.time, first?.id, first && 7 * first.id]);
          });
          naive.sort((x, y) => x.time - y.time || x.id - y.id);
          for (const each of naive) {
            queue.pop();
            expect(queue.a).toBe(each.id);
          }
          expect(queue.pop()).toBe(false);
        },
      ),
    );
  });

  it('keeps the order past its first capacity', () => {
    const queue = new EventQueue();
    const dice = new Dice(3);
    for (let i = 0; i < 5000; i++) queue.push(dice.unit(), 0, i);
    let last = 0;
    for (let i = 0; i < 5000; i++) {
      queue.pop();
      expect(queue.now).toBeGreaterThanOrEqual(last);
      last = queue.now;
    }
    expect(queue.size).toBe(0);
  });

  it('waits exponentially: mean and spread are what was asked', () => {
    const dice = new Dice(1);
    const waits = Array.from({ length: 20_000 }, () => dice.wait(4));
    const mean = waits.reduce((a, b) => a + b, 0) / waits.length;
    const spread = Math.sqrt(waits.reduce((a, b) => a + (b - mean) ** 2, 0) / waits.length);
    expect(mean).toBeCloseTo(4, 0);
    expect(spread).toBeCloseTo(4, 0);
  });

  it('draws ranks as often as Zipf’s law says', () => {
    const zipf = new Zipf(1000, 1);
    const dice = new Dice(5);
    let first = 0;
    let firstTen = 0;
    for (let i = 0; i < 50_000; i++) {
      const rank = zipf.draw(dice);
      if (rank === 0) first++;
      if (rank < 10) firstTen++;
    }
    expect(first / 50_000).toBeCloseTo(zipf.share(1), 2);
    expect(firstTen / 50_000).toBeCloseTo(zipf.share(10), 2);
    expect(zipf.share(10)).toBeCloseTo(0.3913, 3);
    expect(zipf.share(1000)).toBe(1);
  });

  it('serves a line in turn', () => {
    const line = new Line();
    expect([line.serve(0, 5), line.serve(1, 5), line.waiting(2), line.serve(20, 1), line.busy]).toEqual([
      5, 10, 8, 21, 11,
    ]);
  });

  it('makes different seeds from different seeds', () => {
    expect(new Set([...seedsFrom(1, 9), ...seedsFrom(2, 9)]).size).toBe(18);
  });
});
