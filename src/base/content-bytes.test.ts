import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesBeside, bytesGrown, bytesOf } from './content-bytes.ts';

const values = fc.jsonValue({ maxDepth: 4 });

/** The value with some part of it exchanged, everything else shared. */
function changed(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return by;
  const names = Object.keys(value);
  const name = names[first % Math.max(1, names.length)];
  if (Array.isArray(value)) {
    const at = first % (value.length + 1);
    if (first % 3 === 0) return value.toSpliced(at, 1);
    if (first % 3 === 1 || at === value.length) return value.toSpliced(at, 0, by);
    return value.with(at, changed(value[at], rest, by));
  }
  if (name === undefined || first % 4 === 0) return { ...value, [`new${first}`]: by };
  if (first % 4 === 1) return { ...value, [name]: undefined };
  return { ...value, [name]: changed((value as Record<string, unknown>)[name], rest, by) };
}

describe('the bytes of a plain value', () => {
  it('are of its content alone: shared or not, with fields that are undefined or without', () => {
    const part = { k: 'value' };
    expect(bytesOf([part, part])).toBe(bytesOf([{ k: 'value' }, { k: 'value', gone: undefined }]));
    expect(bytesOf('ab')).toBe(bytesOf('a') + 2);
  });

  it('grow by what changed, counted where two values are not the same object', () => {
    const path = fc.array(fc.nat(11), { maxLength: 4 });
    fc.assert(
      fc.property(values, path, values, (before, where, by) => {
        const after = changed(before, where, by);
        expect(bytesGrown(before, after)).toBe(bytesOf(after) - bytesOf(before));
        expect(bytesGrown(before, structuredClone(after))).toBe(bytesOf(after) - bytesOf(before));
      }),
      { numRuns: 2000 },
    );
  });

  it('beside a value that shares the most of it are those of what it does not share', () => {
    const part = { k: 'a longer value' };
    const before = { list: [part, part, 'x'], one: part, two: 1 };
    expect(bytesBeside(before, before)).toBe(0);
    const after = { ...before, list: [...before.list, 'y'] };
    const other = bytesBeside(before, structuredClone(after));
    expect(bytesBeside(before, after)).toBeLessThan(other);
    expect(other).toBeLessThanOrEqual(bytesOf(after) + 8 * 4);
    expect(bytesBeside('ab', 'abc')).toBe(bytesOf('abc'));
  });

  it('are counted no further than asked, so that a value which doubles forty times has an answer', () => {
    let doubled: unknown = 'x';
    for (let i = 0; i < 40; i++) doubled = { left: doubled, right: doubled };
    expect(bytesOf(doubled, 1000)).toBeGreaterThan(1000);
    expect(bytesOf(doubled, 1000)).toBeLessThan(2000);
    expect(bytesGrown({ a: 'x' }, { a: doubled }, 1000)).toBeGreaterThan(1000);
    expect(bytesGrown([], [doubled], 1000)).toBeGreaterThan(1000);
  });
});
