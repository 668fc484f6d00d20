// A batch gives back what was put in, and equal records have equal bytes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchOf, countIn, recordsIn } from './batch.ts';
import { double, long } from './keys.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.double().map(long),
    fc.double().map(double),
    fc.array(tie('any'), { maxLength: 10 }),
    fc.record({ count: fc.integer(), kept: fc.array(tie('any'), { maxLength: 3 }) }),
  ),
})).any;
/** Records as programs have them: all of one shape. */
const alike = fc.oneof(
  fc.array(fc.tuple(fc.string(), fc.integer())),
  fc.array(fc.tuple(fc.integer(), fc.tuple(fc.double(), fc.array(fc.integer())))),
  fc.array(fc.double()),
  fc.array(fc.array(fc.string())),
);

test('what comes out is what went in, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(alike, fc.array(value)), (records) => {
      const bytes = batchOf(records);
      expect(recordsIn(bytes)).toEqual(records);
      expect(countIn(bytes)).toBe(records.length);
      expect(bytes.length % 8).toBe(0);
      expect(batchOf(recordsIn(bytes))).toEqual(bytes);
    }),
    { numRuns: 200 },
  );
});

test('it is read where it lies, at any multiple of eight', () => {
  const records = [
    ['a', 1.5],
    ['\u4e2d', Number.NaN],
    ['', -0],
    [null, 2 ** 40],
  ];
  const bytes = batchOf(records);
  const memory = new Uint8Array(bytes.length + 24);
  memory.set(bytes, 24);
  expect(recordsIn(memory.subarray(24))).toEqual(records);
});

test('not a number has one pattern', () => {
  const odd = new Float64Array(new Uint32Array([1, 0x7ff80001]).buffer)[0] as number;
  expect(batchOf([odd, 0.5])).toEqual(batchOf([Number.NaN, 0.5]));
});

test('it may be long', () => {
  const records = Array.from({ length: 20_000 }, (_, i) => [
    `word ${i}`,
    i,
    i / 7,
    [i, `${i}`.repeat(i % 9)],
  ]);
  expect(recordsIn(batchOf(records))).toEqual(records);
});

test('a cut batch is refused', () => {
  expect(() => recordsIn(batchOf([1, 2, 3]).subarray(0, 8))).toThrow('cut off');
});
