// The contrast of every colour token, measured on every ground it stands on, as theme.css gives them: text at least
// 4.5 to 1, borders and marks at least 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Name to its colours in light and dark. */
const tokens = new Map(
  [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }],
  ),
);

function colour(name: string, theme: Theme): string {
  const found = tokens.get(name);
  if (!found) throw new Error(`theme.css has no token --${name} of two plain colours`);
  return found[theme];
}

/** Relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'card', 'lamp-ground'];
const TEXT = ['ink', 'ink-2', 'ink-3', 'blue', 'ok', 'bad', 'lamp-ink'];
/** What is written on a ground of its own. */
const OWN_GROUND = [
  ['ok', 'ok-ground'],
  ['on-bad', 'bad-fill'],
] as const;
const BORDERS = ['edge', 'lamp-edge', 'bad-fill'];

const pairs = (fronts: readonly string[], grounds: readonly string[]) =>
  fronts.flatMap((front) => grounds.map((ground) => [front, ground] as const));

describe.each(THEMES)('in the %s theme', (theme) => {
  it.each([...pairs(TEXT, GROUNDS), ...OWN_GROUND])('%s is read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(BORDERS, GROUNDS))('%s is seen on %s', (border, ground) => {
    expect(contrast(colour(border, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe('the tokens', () => {
  it('measures contrast as WCAG defines it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('gives way to the colours a person has forced', () => {
    const forced = css.slice(css.indexOf('forced-colors: active'));
    for (const name of [...TEXT, ...GROUNDS, 'edge', 'lamp-edge']) expect(forced).toContain(`--${name}:`);
  });
});
