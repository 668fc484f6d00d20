// Keys, slices, lines, samples and ranges lie where real Spark put them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Placement } from './placement.ts';
import { placed } from './placement.ts';

const TESTING = fileURLToPath(new URL('testing', import.meta.url));
const lines = readFileSync(`${TESTING}/placement.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Placement);
const input = (path: string): string =>
  readFileSync(`${TESTING}/inputs/${path.replace('/data/', '')}`, 'utf8');

describe('where real Spark put things', () => {
  const results = lines.map((line) => placed(line, input));
  for (const { name, ...result } of results) {
    if (result.verdict !== 'lacks') test(name, () => expect(result).toEqual({ verdict: 'equal' }));
  }
  test('what our language lacks is named', () => {
    expect(results.flatMap(({ verdict, actual }) => (verdict === 'lacks' ? [actual] : []))).toEqual([
      'long 9223372036854775807',
      'other Z',
      'other 1.5',
      'other -3',
      'collection List(1)',
      'collection Vector(1, 2, 3)',
      'collection Some(1)',
      'collection Some(a)',
      'sample with replacement',
    ]);
  });
});
