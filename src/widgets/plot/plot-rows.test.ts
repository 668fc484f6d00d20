import { expect, test } from 'vitest';
import { plotTable } from './plot-rows.ts';
import { nearest } from './use-stops.ts';

const t = (key: string) => ({ key });

test('the table has each x once, a column a series, and the band beside its series', () => {
  const table = plotTable({
    id: 'p',
    title: t('p'),
    x: { label: t('x'), unit: t(''), scale: 'linear' },
    y: { label: t('y'), unit: t(''), scale: 'log' },
    series: [
      {
        id: 'a',
        label: t('a'),
        points: [
          [2, 20],
          [1, 10],
        ],
      },
      { id: 'b', label: t('b'), points: [[2, 5]], band: [[2, 4, 6]] },
    ],
  });
  expect(table.columns.map(({ series, kind }) => `${series}${kind}`)).toEqual([
    '0value',
    '1value',
    '1low',
    '1high',
  ]);
  expect(table.rows).toEqual([
    { x: 1, cells: [10, null, null, null] },
    { x: 2, cells: [20, 5, 4, 6] },
  ]);
});

test('a tap finds the nearest value', () => {
  const stops = [10, 20, 90].map((at) => ({ x: at, at }));
  expect([0, 14, 16, 60, 400].map((at) => nearest(stops, at))).toEqual([0, 0, 1, 2, 2]);
});
