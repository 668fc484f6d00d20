// A long chain with a stale block here and there: what is on the page, and what folds before it.

import { describe, expect, test } from 'vitest';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';
import { blockPage } from './block-page.ts';

const block = (id: string, parent: string | null, row: number, height: number): DrawnBlock => ({
  id,
  parent,
  row,
  slot: height + 1,
  height,
  finder: 'A',
  payments: [],
  hash: '',
  work: 0,
  tipOf: [],
});

/** So many blocks in a row, with a stale one beside these heights. */
function chain(height: number, ...stale: readonly number[]): BlocksScene {
  const trunk = Array.from({ length: height + 1 }, (_, at) =>
    block(`b${at}`, at ? `b${at - 1}` : null, 0, at),
  );
  const dead = stale.map((at, index) => block(`s${at}`, `b${at - 1}`, index + 1, at));
  const blocks = [...trunk, ...dead].sort((a, b) => a.height - b.height);
  const tip = trunk.map((one) => (one.height === height ? { ...one, tipOf: ['A'] } : one)).at(-1);
  return {
    kind: 'blocks',
    seenBy: null,
    nodes: [],
    odds: null,
    believed: `b${height}`,
    height,
    blocks: blocks.map((one) => (one.id === tip?.id ? tip : one)),
  };
}

describe('a page of the tree', () => {
  test('has the highest block, and what stale branches before it are left out', () => {
    const page = blockPage(chain(500, 20, 300), 9, 0, 6);
    expect(page.heights).toContain(500);
    expect(page.rows).toEqual([0]);
    expect(page.blocks.filter(({ slot }) => slot < page.first)).toHaveLength(page.first - 1);
  });

  test('a block keeps its place until the page is turned, and then some of the past stays', () => {
    const first = (height: number): number => blockPage(chain(height), 9, 0, 6).first;
    const turns = Array.from({ length: 200 }, (_, at) => at + 20).filter((at) => first(at) !== first(at - 1));
    expect(turns.length).toBeGreaterThan(20);
    expect(turns.length).toBeLessThan(100);
    for (const at of turns) expect(first(at)).toBeLessThan(at);
  });

  test('a branch on the page has a place, from before it as well', () => {
    const { rows, blocks, first } = blockPage(chain(500, 499), 9, 0, 6);
    expect(rows).toEqual([0, 1]);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    expect(blocks.filter(({ row, slot }) => row === 1 && slot < first)).toEqual([]);
  });

  test('pages back reach the first block', () => {
    const scene = chain(500);
    const last = blockPage(scene, 9, Math.ceil(scene.height / 9), 6);
    expect(last.first).toBe(1);
    expect(last.earlier).toBe(false);
    expect(last.later).toBe(true);
  });

  test('of too many branches the believed one has a place', () => {
    const wide = chain(3, 1, 2, 3);
    const page = blockPage({ ...wide, believed: 's3' }, 9, 0, 2);
    expect(page.rows).toEqual([0, 3]);
    expect(page.more).toBe(2);
  });
});
