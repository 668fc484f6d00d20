import { expect, test } from 'vitest';
import { asJson } from './as-json.ts';
import { ODD_RECORDS } from './testing/odd-records.ts';

test('what JSON has a form for is itself', async () => {
  const value = { a: [1, 'two', null, true], b: { c: '' } };
  expect(await asJson(value)).toEqual(value);
});

test('what it has none for is written down', async () => {
  const round: Record<string, unknown> = {
    big: 5n,
    none: undefined,
    not: Number.NaN,
    when: new Date(Number.NaN),
  };
  round.self = round;
  round.text = new Blob(['{"lamplight":1}'], { type: 'application/json' });
  round.map = new Map([['a', 1]]);
  round.bytes = new Uint8Array([1, 2]).subarray(1);
  expect(JSON.parse(JSON.stringify(await asJson(round)))).toEqual({
    big: '5',
    none: 'undefined',
    not: 'NaN',
    when: 'Invalid Date',
    self: '(again)',
    text: { blob: '{"lamplight":1}', type: 'application/json' },
    map: { map: [['a', 1]] },
    bytes: { bytes: [2] },
  });
});

test('every odd record can be taken out', async () => {
  for (const record of Object.values(ODD_RECORDS)) {
    expect(JSON.stringify(await asJson(record))).toMatch(/odd|\[1,2\]/);
  }
});
