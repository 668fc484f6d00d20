import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./plot.css', import.meta.url), 'utf8');
const hues = [...css.matchAll(/--series-\d: light-dark\((#\w{6}), (#\w{6})\)/g)].map(
  ([, light, dark]) => [light!, dark!] as const,
);
const CARDS = ['#ffffff', '#1a2029'] as const;

type Rgb = readonly [number, number, number];
const linear = (hex: string): Rgb => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r!, g!, b!];
};
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

/** What an eye without one kind of cone sees (Machado, Oliveira and Fernandes 2009, severity 1), on linear light. */
const EYES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Distance of two colours as that eye sees them, in OKLab, where 0.02 is about the least one notices. */
function apart(a: string, b: string, eye: readonly (readonly number[])[]): number {
  const [p, q] = [a, b].map((hex) => {
    const rgb = linear(hex);
    const [r, g, bl] = eye.map((row) => Math.max(0, row[0]! * rgb[0] + row[1]! * rgb[1] + row[2]! * rgb[2]));
    const l = Math.cbrt(0.4122214708 * r! + 0.5363325363 * g! + 0.0514459929 * bl!);
    const m = Math.cbrt(0.2119034982 * r! + 0.6806995451 * g! + 0.1073969566 * bl!);
    const s = Math.cbrt(0.0883024619 * r! + 0.2817188376 * g! + 0.6299787005 * bl!);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  });
  return Math.hypot(...p!.map((value, index) => value - q![index]!));
}

test('every hue stands out from the panel, in the light and in the dark', () => {
  expect(hues).toHaveLength(6);
  hues.forEach((pair) => {
    for (const theme of [0, 1] as const) {
      expect(contrast(pair[theme], CARDS[theme]), pair[theme]).toBeGreaterThanOrEqual(3);
    }
  });
});

test.each(Object.entries(EYES))('any two hues differ to an eye that is %s', (_, eye) => {
  for (const theme of [0, 1]) {
    hues.forEach((a, i) => {
      hues.slice(i + 1).forEach((b) => {
        expect(apart(a[theme]!, b[theme]!, eye), `${a[theme]} and ${b[theme]}`).toBeGreaterThan(0.1);
      });
    });
  }
});
