// The fork of the pictures: A, B, T and C write one after another; C's second is hidden from, and hides, A's and B's.

import { describe, expect, test } from 'vitest';
import type { TreeEntry } from './branch-entry.ts';
import { ancestry, walked } from './branch-entry.ts';
import type { TreeRoom } from './branch-layout.ts';
import { branchLayout, rowsDrawn } from './branch-layout.ts';
import { firstTrack, TRACK_ROW, TRACK_ROWS, trackLayout } from './track-layout.ts';

const entry = (slot: number, parent: number | null, row: number): TreeEntry => ({
  id: String(slot),
  parent: parent === null ? null : String(parent),
  row,
  slot,
});
const fork = [
  entry(1, null, 0),
  entry(2, 1, 0),
  entry(3, 2, 0),
  entry(4, 3, 0),
  entry(5, 4, 0),
  entry(6, 4, 1),
  entry(7, 5, 0),
];
const ROOM: TreeRoom = {
  lead: 60,
  column: 90,
  columns: 9,
  first: 1,
  cardWidth: 76,
  cardHeight: 64,
  pitch: 92,
  least: 2,
  most: 6,
};

/** A straight run, and a branch off its last entry for each of so many rows. */
const wide = (branches: number): readonly TreeEntry[] => [
  entry(1, null, 0),
  entry(2, 1, 0),
  ...Array.from({ length: branches }, (_, index) => entry(3 + index, 2, index === 0 ? 0 : index)),
];

describe('on the axis', () => {
  test('a slot has its column and a branch its row', () => {
    const { cards } = branchLayout(fork, 7, ROOM);
    expect(cards.map(({ x, y }) => [x, y])).toEqual([
      [105, 46],
      [195, 46],
      [285, 46],
      [375, 46],
      [465, 46],
      [555, 138],
      [645, 46],
    ]);
  });

  test('an arrow runs to the parent, round a corner where a branch leaves it', () => {
    const { edges } = branchLayout(fork, 7, ROOM);
    expect(edges.map(({ id, parent, fork: at }) => [id, parent, at !== null])).toEqual([
      ['2', '1', false],
      ['3', '2', false],
      ['4', '3', false],
      ['5', '4', false],
      ['6', '4', true],
      ['7', '5', false],
    ]);
    // From the left edge of 7 to the right edge of 5.
    expect(edges.at(-1)?.path).toBe('M607,46H512');
    expect(edges[4]?.path).toBe('M517,138H384Q375,138 375,129V87');
  });

  test('nothing that stands is moved by what comes', () => {
    const last = branchLayout(fork, 7, ROOM);
    for (let count = 0; count < fork.length; count++) {
      const here = branchLayout(fork.slice(0, count), count, ROOM);
      expect(last.cards.slice(0, count)).toEqual(here.cards);
      expect(here.height).toBe(last.height);
    }
  });

  test('a choice ahead takes no room: without a branch of its own it stands on the last row', () => {
    const ahead = { ...entry(8, 4, 2), id: 'next' };
    const { cards, edges, height } = branchLayout(fork, 7, ROOM, ahead);
    expect(height).toBe(branchLayout(fork, 7, ROOM).height);
    expect(cards.at(-1)).toEqual({ id: 'next', x: 735, y: 138 });
    expect(edges.at(-1)).toMatchObject({ id: 'next', parent: '4' });
    // The first fork has the second row, which is free.
    expect(branchLayout(fork.slice(0, 5), 5, ROOM, { ...ahead, row: 1 }).cards.at(-1)?.y).toBe(138);
  });

  test('what stands before the page is one place a branch, and arrows lead to it', () => {
    const { cards, folds, edges } = branchLayout(fork, 7, { ...ROOM, first: 6 });
    expect(cards.map(({ id }) => id)).toEqual(['6', '7']);
    expect(folds.map(({ row, count }) => [row, count])).toEqual([[0, 5]]);
    expect(edges.map(({ parent }) => parent)).toEqual(['4', '5']);
  });

  test('of more branches than fit the rest are one line, never the one that now is on', () => {
    const tree = wide(11);
    expect(rowsDrawn(tree, 3, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rowsDrawn(tree, 13, 6)).toEqual([0, 1, 2, 3, 4, 10]);
    const { more, rows } = branchLayout(tree, 13, { ...ROOM, columns: 20 });
    expect(more?.count).toBe(5);
    expect(rows).toHaveLength(6);
  });

  test('ten thousand entries are laid out in a page', () => {
    const long = Array.from({ length: 10_000 }, (_, index) =>
      entry(index + 1, index === 0 ? null : index, 0),
    );
    const { cards, folds } = branchLayout(long, 9_999, { ...ROOM, first: 9_993 });
    expect(cards).toHaveLength(8);
    expect(folds[0]?.count).toBe(9_992);
  });
});

describe('on a phone', () => {
  test('newest on top, and no row moves as the tree grows', () => {
    const whole = trackLayout(fork, 1);
    expect(whole.slots).toEqual([6, 5, 4, 3, 2, 1]);
    expect(whole.points.find(({ id }) => id === '5')?.y).toBe(TRACK_ROW * 1.5);
    for (let count = 0; count <= TRACK_ROWS; count++) {
      expect(whole.points.slice(0, count)).toEqual(trackLayout(fork.slice(0, count), 1).points);
    }
  });

  test('its page turns only where the page of steps does', () => {
    expect([1, 3, 5, 7].map(firstTrack)).toEqual([1, 2, 4, 6]);
    const { slots, earlier } = trackLayout(fork, firstTrack(7));
    expect(slots).toHaveLength(TRACK_ROWS);
    expect(earlier).toBe(5);
  });
});

describe('a walk', () => {
  const walk = (from: string, ...ways: readonly Parameters<typeof walked>[2][]): string =>
    ways.reduce((id, way) => walked(fork, id, way), from);

  test('goes to the parent and on along the branch', () => {
    expect(walk('7', 'parent')).toBe('5');
    expect(walk('6', 'parent', 'child')).toBe('5');
    expect(walk('1', 'parent')).toBe('1');
    expect(walk('7', 'child')).toBe('7');
  });

  test('goes across to the branch beside it, where it is nearest', () => {
    expect(walk('2', 'branch after')).toBe('6');
    expect(walk('6', 'branch before')).toBe('5');
    expect(walk('6', 'branch after')).toBe('6');
  });

  test('goes to both ends', () => {
    expect(walk('4', 'first')).toBe('1');
    expect(walk('4', 'last')).toBe('7');
  });
});

test('what an entry stands on is its branch back to the root', () => {
  expect([...ancestry(fork, '7')]).toEqual(['7', '5', '4', '3', '2', '1']);
  expect([...ancestry(fork, '6')]).toEqual(['6', '4', '3', '2', '1']);
  expect([...ancestry(fork, null)]).toEqual([]);
});
