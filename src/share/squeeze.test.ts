import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIGITS } from './base64url.ts';
import { readParams, spellParams } from './link-params.ts';
import { squeezed, unsqueezed } from './squeeze.ts';

const licence = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8');
/** PageRank as a learner would write it. */
const program = `const links = sc.textFile("links.txt")
  .map(line => line.split(" "))
  .map(([from, to]) => [from, to])
  .distinct()
  .groupByKey()
  .cache();
let ranks = links.mapValues(() => 1.0);
for (let i = 0; i < 10; i++) {
  const contribs = links.join(ranks).flatMap(([page, [urls, rank]]) =>
    urls.map(url => [url, rank / urls.length]));
  ranks = contribs.reduceByKey((a, b) => a + b).mapValues(rank => 0.15 + 0.85 * rank);
}
ranks.sortBy(([page, rank]) => -rank).collect();
`;
const base64 = (text: string): number => Math.ceil((deflateRawSync(text, { level: 9 }).length * 4) / 3);

test('any well-formed text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(unsqueezed(squeezed(text))).toBe(text);
    }),
  );
  for (const text of ['', '\0', 'a', '\r\n\t', '程序', '0'.repeat(5000), program.repeat(40)])
    expect(unsqueezed(squeezed(text))).toBe(text);
});

test('whatever digits a link holds, they are a text or none, and never more than is allowed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (digits) => {
      const text = unsqueezed(digits);
      expect(text === null || text.length <= 400_000).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(unsqueezed('')).toBeNull();
  expect(unsqueezed('E!')).toBeNull();
  // 2 MB asked for.
  expect(unsqueezed('gggg7_')).toBeNull();
});

test('a program and a page of prose are no longer than Deflate makes them', () => {
  for (const text of [program, licence]) expect(squeezed(text).length).toBeLessThanOrEqual(base64(text));
  // At this rate 1,600 characters take some 1,000 of a link's 2,000.
  expect(squeezed(program).length / program.length).toBeLessThan(0.72);
});

test('these texts are read for ever as they are written today', () => {
  const header = `01000000${'00'.repeat(32)}3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c`;
  const texts = ['Grüße, 世界', 'sc.range(1, 9).map(n => n * n)', header];
  const digits = texts.map(squeezed);
  expect(digits).toMatchInlineSnapshot(`
    [
      "PuGTg7DnEBSxYuJv_3z3-",
      "ejJw5sl0n1_s1Il-KsvCR-yjHZTXP4I4P",
      "gFz7V_t_4tGvEsNjKvtEVfWuSk7RUlGbTNrSahFQ8Nf9RFzLiWnCBuFU-oKDcDklQhhhYVqHLbjutAZU4",
    ]
  `);
  expect(digits.map(unsqueezed)).toEqual(texts);
});

test('a setting is squeezed in a link only where that is shorter', () => {
  const spelled = spellParams({ lease: 'on', program, readers: 2 });
  expect(spelled).toMatch(/^lease\.on~program\.\.[\w-]+~readers\.2$/);
  expect(readParams(spelled)).toEqual({ lease: 'on', program, readers: '2' });
  expect(spellParams({ word: 'a.b' })).toBe('word.a%2Eb');
  let state = 1;
  const noise = Array.from({ length: 64 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return DIGITS.charAt(state >>> 26);
  }).join('');
  expect(spellParams({ noise })).toBe(`noise.${noise}`);
  // Another spelling of the same is none: a link has one.
  expect(readParams(`word..${squeezed('a')}`)).toBeNull();
  expect(readParams('word.x.y')).toBeNull();
  expect(readParams('word..a..b')).toBeNull();
});
