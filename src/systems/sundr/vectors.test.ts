import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Vector } from './state.ts';
import { atOrBefore, nextVector, nextVectorAmid, unordered } from './vectors.ts';

const file = new URL('../../../../shared/data/sundr/sundr-protocol-vectors.json', import.meta.url);

interface Published {
  readonly figure4: {
    readonly structures: readonly { readonly n: number; readonly vv: Vector }[];
    readonly pairs: readonly { readonly x: number; readonly y: number; readonly le: boolean }[];
  };
  readonly computeZ_examples: readonly [Example, Example];
}

interface Example {
  readonly vsl: Readonly<Record<string, Vector>>;
  readonly user: string;
  readonly groups: readonly string[];
  readonly z: Vector;
  readonly pvl?: readonly {
    readonly user: string;
    readonly groups: readonly string[];
    readonly unsignedVV: Vector;
  }[];
}

describe.skipIf(!existsSync(file))('the published vectors (skipped where shared/data is not there)', () => {
  const published = () => JSON.parse(readFileSync(file, 'utf8')) as Published;

  test('Figure 4: six pairs in order or not', () => {
    const { structures, pairs } = published().figure4;
    const vector = (n: number): Vector => structures.find((one) => one.n === n)?.vv ?? {};
    expect(pairs).toHaveLength(6);
    for (const { x, y, le } of pairs) expect(atOrBefore(vector(x), vector(y)), `${x} <= ${y}`).toBe(le);
    expect(unordered([1, 2, 3].map(vector))).toBe(null);
    expect(unordered([1, 2, 3, 4, 5].map(vector))).toEqual([3, 4]);
  });

  test('the vector that is signed next, serialized', () => {
    const [{ vsl, user, groups, z }] = published().computeZ_examples;
    expect(nextVector(vsl, user, groups)).toEqual(z);
  });
});

describe.skipIf(!existsSync(file))('the vector of Figures 6 and 7, amid what is pending', () => {
  const [, { vsl, user, groups, z, pvl = [] }] = (
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { computeZ_examples: [{}, {}] }
  ).computeZ_examples as [Example, Example];
  const others = pvl.map((one) => ({ user: one.user, groups: one.groups, vector: one.unsignedVV }));

  test('counts every certificate that is pending, and the group for each, one’s own included', () => {
    expect(nextVectorAmid(vsl, [...others, { user, groups, vector: null }])).toEqual(z);
  });

  test('with one’s own entry left out of the group the count is another', () => {
    expect(nextVectorAmid(vsl, [...others, { user, groups: [], vector: null }])).not.toEqual(z);
  });

  test('a group is not counted again for what its i-handle holds already', () => {
    const [first] = others;
    const known = { ...vsl, g: first?.vector ?? {} };
    expect(nextVectorAmid(known, others).g).toBe(first?.vector.g);
  });
});

test('a missing principal counts nothing, in the order as well', () => {
  expect(atOrBefore({ A: 1 }, { A: 1, B: 1 })).toBe(true);
  expect(atOrBefore({ A: 1, B: 0 }, { A: 1 })).toBe(true);
  expect(atOrBefore({ A: 1, B: 1 }, { A: 1 })).toBe(false);
  expect(unordered([{ A: 1 }, { B: 1 }])).toEqual([0, 1]);
});
