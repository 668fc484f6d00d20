import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Move, SeatOrder } from './seat-order.ts';
import { blockIn, canMove, moved, orderFrom } from './seat-order.ts';

const free = { places: 2, fixed: false };
const fixed = { places: 2, fixed: true };
const said = ({ list, taken }: SeatOrder): string =>
  [...list.slice(0, taken), '|', ...list.slice(taken)].join('');
const after = (start: SeatOrder, ...moves: readonly Move[]): string =>
  said(moves.reduce((order, move) => moved(order, move, free), start));

const ab = orderFrom(['a', 'b', 'c', 'd'], ['a', 'b']);

describe('a move', () => {
  test.each<[string, SeatOrder, Move, string]>([
    ['up in the block', ab, { kind: 'up', id: 'b' }, 'ba|cd'],
    ['up into a full block', ab, { kind: 'up', id: 'c' }, 'ac|bd'],
    ['up into a free place', orderFrom(['a', 'b'], ['b']), { kind: 'up', id: 'a' }, 'ba|'],
    ['up while it waits', ab, { kind: 'up', id: 'd' }, 'ab|dc'],
    ['down out of the block', ab, { kind: 'down', id: 'b' }, 'a|bcd'],
    ['down in the block', ab, { kind: 'down', id: 'a' }, 'ba|cd'],
    ['out of the block', ab, { kind: 'turn', id: 'a' }, 'b|acd'],
    ['into a full block', ab, { kind: 'turn', id: 'd' }, 'ad|bc'],
    ['into an empty block', orderFrom(['a', 'b'], []), { kind: 'turn', id: 'b' }, 'b|a'],
    ['dropped in front', ab, { kind: 'drop', id: 'd', onto: 0 }, 'da|bc'],
    ['dropped while it waits', orderFrom(['a', 'b', 'c'], ['a']), { kind: 'drop', id: 'c', onto: 1 }, 'a|cb'],
    [
      'dropped into a half block',
      orderFrom(['a', 'b', 'c'], ['a']),
      { kind: 'drop', id: 'c', onto: 0 },
      'ca|b',
    ],
    ['dropped behind', ab, { kind: 'drop', id: 'a', onto: 3 }, 'b|cda'],
    ['dropped out onto the first that waits', ab, { kind: 'drop', id: 'a', onto: 2 }, 'b|cad'],
    ['dropped onto itself', ab, { kind: 'drop', id: 'a', onto: 0 }, 'ab|cd'],
  ])('%s', (_, start, move, wanted) => {
    expect(after(start, move)).toBe(wanted);
  });

  test('of the outermost rows, or of what does not wait, changes nothing', () => {
    expect(moved(ab, { kind: 'up', id: 'a' }, free)).toBe(ab);
    expect(canMove(ab, { kind: 'down', id: 'd' }, free)).toBe(false);
    expect(moved(ab, { kind: 'turn', id: 'x' }, free)).toBe(ab);
  });

  test('in the order sent changes how many are mined, never which is first', () => {
    expect(moved(ab, { kind: 'up', id: 'b' }, fixed)).toBe(ab);
    expect(moved(ab, { kind: 'turn', id: 'a' }, fixed)).toBe(ab);
    expect(said(moved(ab, { kind: 'turn', id: 'b' }, fixed))).toBe('a|bcd');
  });

  test('keeps every transaction once and no more in the block than it holds', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const move = fc.oneof(
      fc.record({ kind: fc.constantFrom('up', 'down', 'turn'), id: fc.constantFrom(...ids) }),
      fc.record({ kind: fc.constant('drop'), id: fc.constantFrom(...ids), onto: fc.nat(4) }),
    ) as fc.Arbitrary<Move>;
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const end = moves.reduce((order, one) => moved(order, one, free), orderFrom(ids, []));
        expect([...end.list].sort()).toEqual(ids);
        expect(blockIn(end).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

test('every order of at most two of five is reached by moves', () => {
  const start = orderFrom(['a', 'b', 'c', 'd', 'e'], []);
  const found = new Set([blockIn(start).join('')]);
  const seen = new Map([[said(start), start]]);
  for (const order of seen.values())
    for (const id of order.list)
      for (const kind of ['up', 'down', 'turn'] as const) {
        const to = moved(order, { kind, id }, free);
        found.add(blockIn(to).join(''));
        if (seen.size < 2000) seen.set(said(to), to);
      }
  expect(found.size).toBe(1 + 5 + 20);
});
