import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figure, tickFigure } from './figure-words.ts';
import { plotRoom, plotScene } from './plot-scene.ts';
import type { PlotData } from './plot-types.ts';

const t = (key: string) => ({ key });
const plot = (more: Partial<PlotData> = {}): PlotData => ({
  id: 'reads',
  title: t('title'),
  x: { label: t('clients'), unit: t(''), scale: 'linear' },
  y: { label: t('reads'), unit: t('/s'), scale: 'linear' },
  series: [
    {
      id: 'off',
      label: t('off'),
      points: [
        [1, 10],
        [50, 400],
        [100, 1000],
      ],
    },
    {
      id: 'on',
      label: t('on'),
      points: [
        [1, 10],
        [50, 12],
        [100, 14],
      ],
      band: [
        [1, 9, 11],
        [50, 10, 13],
        [100, 12, 17],
      ],
    },
  ],
  ...more,
});

test('a larger value stands higher and a larger x further right, inside the axes', () => {
  const room = plotRoom(900);
  const scene = plotScene(plot(), room);
  const [off, on] = scene.series;
  expect(off?.glyphs.map(({ x }) => x)).toEqual(
    [...(off?.glyphs.map(({ x }) => x) ?? [])].sort((a, b) => a - b),
  );
  expect(off!.glyphs[2]!.y).toBeLessThan(on!.glyphs[2]!.y);
  for (const { x, y } of [...off!.glyphs, ...on!.glyphs]) {
    expect(x).toBeGreaterThan(room.left);
    expect(x).toBeLessThan(room.width - room.right);
    expect(y).toBeGreaterThanOrEqual(room.top);
    expect(y).toBeLessThanOrEqual(room.height - room.bottom);
  }
});

test('a linear axis of amounts begins at zero', () => {
  const room = plotRoom(900);
  expect(plotScene(plot(), room).yAt(0)).toBe(room.height - room.bottom);
});

test('what is not above zero has no place on a logarithmic axis, and the rest is still drawn', () => {
  const scene = plotScene(
    plot({
      y: { label: t('reads'), unit: t('/s'), scale: 'log' },
      series: [
        {
          id: 'a',
          label: t('a'),
          points: [
            [1, 0],
            [2, 10],
            [3, 1000],
          ],
        },
      ],
    }),
    plotRoom(900),
  );
  expect(scene.series[0]?.glyphs).toHaveLength(2);
  expect(scene.yAt(0)).toBeNull();
  expect(scene.yTicks.map(({ label }) => label)).toEqual(['10', '100', '1k']);
});

test('names at the right edge never cover one another, in the order of their lines', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 3 }),
      (ends, lines) => {
        const series = ends.map((y, index) => ({
          id: `${index}`,
          label: t(`${index}`),
          points: [
            [0, 0],
            [1, y],
          ] as const,
        }));
        const { labels } = plotScene(plot({ series }), plotRoom(900), () => lines);
        expect(labels).toHaveLength(ends.length);
        labels.slice(1).forEach((label, index) => {
          const above = labels[index]!;
          expect(label.y - above.y).toBeGreaterThanOrEqual((label.height + above.height) / 2 - 1e-6);
          expect(label.from).toBeGreaterThanOrEqual(above.from);
        });
      },
    ),
  );
});

test('a published level runs across and is named at the edge; a published point stands at its place', () => {
  const scene = plotScene(
    plot({
      published: [
        { label: t('paper'), y: 500 },
        { label: t('figure 4'), x: 50, y: 300 },
      ],
    }),
    plotRoom(900),
  );
  expect(scene.published.map(({ x }) => x === null)).toEqual([true, false]);
  expect(scene.labels.filter(({ kind }) => kind === 'published')).toHaveLength(1);
  expect(scene.published[1]!.y).toBe(scene.yAt(300));
});

test('the cursor stops at every x that has a value, once', () => {
  const series = [
    {
      id: 'a',
      label: t('a'),
      points: [
        [3, 1],
        [1, 1],
      ] as const,
    },
    {
      id: 'b',
      label: t('b'),
      points: [
        [2, 1],
        [3, 2],
      ] as const,
    },
  ];
  expect(plotScene(plot({ series }), plotRoom(320)).stops.map(({ x }) => x)).toEqual([1, 2, 3]);
});

test('a plot without a single point still has axes', () => {
  const scene = plotScene(plot({ series: [] }), plotRoom(320));
  expect(scene.yTicks.length).toBeGreaterThan(1);
  expect(scene.stops).toEqual([]);
});

test('numbers read as a person writes them', () => {
  expect([0, 0.00123, 17.43, 999.6, 1300, 17000, -2500, 1e-9].map(figure)).toEqual([
    '0',
    '0.00123',
    '17.4',
    '1,000',
    '1,300',
    '17,000',
    '−2,500',
    '1.00e-9',
  ]);
  expect([0, 0.2, 500, 2000, 20_000, 1.3e6, 5e9].map(tickFigure)).toEqual([
    '0',
    '0.2',
    '500',
    '2k',
    '20k',
    '1.3M',
    '5G',
  ]);
});
