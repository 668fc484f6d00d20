import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lane } from './lane-places.ts';
import { lanePlaces } from './lane-places.ts';
import type { LaneChoice, LaneStep } from './lane-types.ts';
import { choice, exchange } from './testing/lane-steps.ts';

const lanesOf = (ids: string, width = 50): readonly Lane[] => [...ids].map((id) => ({ id, width }));
const drawn = (
  lanes: readonly Lane[],
  room: number,
  steps: readonly LaneStep[],
  now: number,
  choices: readonly LaneChoice[] = [],
): string =>
  lanePlaces({ lanes, room, steps, now, choices })
    .places.map(({ id }) => id)
    .join('');

describe('the places of lanes', () => {
  it('are all of them, in order, where they fit', () => {
    expect(drawn(lanesOf('abcdef'), 300, [exchange(1, 'a>f')], 1)).toBe('abcdef');
  });

  it('show those of this step and of the next by default, whatever the room', () => {
    const shown = drawn(lanesOf('abcdefgh'), 200, [exchange(1, 'b>g')], 1, [choice('x', 'd>e')]);
    expect([...shown].sort().join('')).toBe('bdeg');
  });

  it('keep the order where an idle neighbour can make room', () => {
    expect(drawn(lanesOf('abcdefghi'), 150, [], 0)).toBe('aei');
    expect(drawn(lanesOf('abcdefghi'), 150, [exchange(1, 'b>h')], 1)).toBe('beh');
  });

  it('give up first the lane that has been idle for longest', () => {
    const steps = [exchange(1, 'a>i'), exchange(2, 'e>i'), exchange(3, 'c>i')];
    expect(drawn(lanesOf('abcdefghi'), 150, steps, 3)).toBe('cei');
  });

  it('take none from one that takes part in the same step', () => {
    const steps = [exchange(1, 'a>d'), exchange(2, 'a>f'), exchange(3, 'a>d'), exchange(4, 'b>d')];
    expect(drawn(lanesOf('abcdef'), 200, steps, 4, [choice('x', 'c>f')])).toBe('cbdf');
  });

  it('give a long name a place that is wide enough', () => {
    const lanes = [...lanesOf('abcdef', 30), { id: 'X', width: 90 }, { id: 'Y', width: 80 }];
    const { places } = lanePlaces({ lanes, room: 160, steps: [exchange(1, 'a>Y')], now: 1, choices: [] });
    expect(places.find(({ id }) => id === 'Y')?.width).toBeGreaterThanOrEqual(80);
    expect(places.find(({ id }) => id === 'a')?.width).toBeLessThan(80);
  });

  const letters = 'abcdefghijklmnop';
  const way = fc
    .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 }))
    .map(([from, to]) => `${letters[from]}>${letters[to]}`);
  const run = fc.array(way, { minLength: 2, maxLength: 9 });
  const room = fc.integer({ min: 2, max: 14 }).map((places) => places * 50);

  it('hold everyone who takes part in the present step', () => {
    fc.assert(
      fc.property(run, room, (ways, wide) => {
        const steps = ways.map((one, index) => exchange(index + 1, one));
        for (const [index, one] of ways.entries()) {
          const shown = drawn(lanesOf(letters), wide, steps, index + 1);
          expect(shown).toContain(one[0]);
          expect(shown).toContain(one[2]);
        }
      }),
    );
  });

  it('change, from a step to the next one, only for those who take part in it or in the one after', () => {
    fc.assert(
      fc.property(run, room, (ways, wide) => {
        const all = ways.map((one, index) => exchange(index + 1, one));
        for (let now = 1; now < ways.length; now++) {
          // At the end of what is known, and in the middle of it.
          for (const known of [now, ways.length]) {
            const before = drawn(lanesOf(letters), wide, all.slice(0, known), now);
            const after = drawn(lanesOf(letters), wide, all.slice(0, Math.max(known, now + 1)), now + 1);
            for (const [place, id] of [...after].entries()) {
              if (id !== before[place]) expect(`${ways[now]} ${ways[now + 1]}`).toContain(id);
            }
          }
        }
      }),
    );
  });

  it('are the same whether a default step is still to come or has happened', () => {
    fc.assert(
      fc.property(run, room, (ways, wide) => {
        const all = ways.map((one, index) => exchange(index + 1, one));
        for (let now = 1; now < ways.length; now++) {
          const before = drawn(lanesOf(letters), wide, all.slice(0, now), now, [
            choice('x', ways[now] as string),
          ]);
          const after = drawn(lanesOf(letters), wide, all.slice(0, now + 1), now + 1);
          if (wide >= 200) expect(after).toBe(before);
        }
      }),
    );
  });

  it('stay where they are, from a step to the one that was to come next, where there is room for both', () => {
    const widths = fc.array(fc.integer({ min: 44, max: 104 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(run, fc.integer({ min: 200, max: 500 }), widths, (ways, wide, width) => {
        const lanes = [...letters].map((id, index) => ({ id, width: width[index] as number }));
        const all = ways.map((one, index) => exchange(index + 1, one));
        const at = (now: number): string => {
          const next = ways[now];
          return drawn(lanes, wide, all.slice(0, now), now, next ? [choice('x', next)] : []);
        };
        for (let now = 0; now < ways.length; now++) {
          const [before, after] = [at(now), at(now + 1)];
          // Where there is none, somebody had to go for it.
          if (![...(ways[now] as string)].every((id) => id === '>' || before.includes(id))) return;
          for (const id of after) if (before.includes(id)) expect(after.indexOf(id)).toBe(before.indexOf(id));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('draw what was done at a step in one place only, whatever the present step', () => {
    fc.assert(
      fc.property(run, room, (ways, wide) => {
        const all = ways.map((one, index) => exchange(index + 1, one));
        const drawnAt = new Map<string, number>();
        for (let now = 0; now <= ways.length; now++) {
          for (const known of [now, ways.length]) {
            const steps = all.slice(0, known);
            const { places, stands } = lanePlaces({
              lanes: lanesOf(letters),
              room: wide,
              steps,
              now,
              choices: [],
            });
            for (const [index, one] of ways.slice(0, known).entries()) {
              for (const actor of [one[0] as string, one[2] as string]) {
                if (!stands(actor, index + 1)) continue;
                const place = places.findIndex(({ id }) => id === actor);
                const name = `${index} ${actor}`;
                expect(place).toBe(drawnAt.get(name) ?? place);
                drawnAt.set(name, place);
              }
            }
          }
        }
      }),
    );
  });
});
