// What a load simulation hands back, and how it becomes findings: curves with a band over the seeds and single figures,
// as canonical JSON bytes.

import { utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { JobContext } from '../../../kernel/job.ts';
import type { Plot } from '../../../kernel/system.ts';

export type CurvePoint = readonly [x: number, middle: number, low: number, high: number];
export interface Measured {
  readonly curves: Readonly<Record<string, readonly CurvePoint[]>>;
  readonly figures: Readonly<Record<string, number>>;
}

/** Four decimals: below what any of these simulations can tell apart. */
export const tidy = (n: number): number => Math.round(n * 10_000) / 10_000;

export function bytesOf({ curves, figures }: Measured): Uint8Array {
  const short = Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, tidy(n)]));
  return utf8(canonicalJson({ curves, figures: short }));
}

/** The bytes are our own JSON: names and numbers, nothing beyond ASCII. */
export function measuredOf(bytes: Uint8Array): Measured {
  let json = '';
  for (let at = 0; at < bytes.length; at += 4096)
    json += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return JSON.parse(json) as Measured;
}

export interface SweepOptions {
  readonly xs: readonly number[];
  readonly seeds: readonly number[];
  /** One run: a figure for each curve. */
  readonly run: (x: number, seed: number) => Readonly<Record<string, number>>;
  readonly context: JobContext;
  /** This sweep's part of the whole job. */
  readonly part?: readonly [from: number, to: number];
}

/** Every x under every seed: the mean and the lowest and highest, curve by curve. */
export function sweep({
  xs,
  seeds,
  run,
  context,
  part = [0, 1],
}: SweepOptions): Record<string, CurvePoint[]> {
  const curves: Record<string, CurvePoint[]> = {};
  xs.forEach((x, i) => {
    const runs = seeds.map((seed) => run(x, seed));
    for (const name of Object.keys(runs[0] ?? {})) {
      const list = curves[name] ?? [];
      curves[name] = list;
      list.push([x, ...bandOf(runs.map((each) => each[name] as number))]);
    }
    context.progress(part[0] + ((part[1] - part[0]) * (i + 1)) / xs.length);
  });
  return curves;
}

/** Mean, lowest, highest. */
export function bandOf(values: readonly number[]): [middle: number, low: number, high: number] {
  const sum = values.reduce((a, b) => a + b, 0);
  return [tidy(sum / values.length), tidy(Math.min(...values)), tidy(Math.max(...values))];
}

/** Curves over time that many runs give, as one: each run is a list of y by bin. */
export function overTime(runs: readonly (readonly number[])[], binS: number): CurvePoint[] {
  const bins = Math.min(...runs.map((run) => run.length));
  return Array.from({ length: bins }, (_, i) => [
    tidy((i + 0.5) * binS),
    ...bandOf(runs.map((run) => run[i] as number)),
  ]);
}

export const middleAt = (curve: readonly CurvePoint[] | undefined, x: number): number =>
  curve?.find(([at]) => at === x)?.[1] ?? 0;

export interface PlotOptions {
  readonly scenario: string;
  readonly id: string;
  readonly measured: Measured;
  readonly curves: readonly string[];
  /** Units' text keys, `unit.NAME`, and scales. */
  readonly x: readonly [unit: string, scale: 'linear' | 'log'];
  readonly y: readonly [unit: string, scale: 'linear' | 'log'];
  readonly args?: Readonly<Record<string, string | number | Text>>;
  readonly published?: Plot['published'];
}

/** Titles `SCENARIO.plot.ID`, axes `.x` and `.y`, series `SCENARIO.line.CURVE`. */
export function plotOf(options: PlotOptions): Plot {
  const { scenario, id, measured, curves, x, y, args, published } = options;
  const key = `${scenario}.plot.${id}`;
  return {
    id,
    title: text(key, args),
    x: { label: text(`${key}.x`), unit: text(`unit.${x[0]}`), scale: x[1] },
    y: { label: text(`${key}.y`), unit: text(`unit.${y[0]}`), scale: y[1] },
    series: curves.map((name) => {
      const curve = measured.curves[name] ?? [];
      return {
        id: name,
        label: text(`${scenario}.line.${name}`),
        points: curve.map(([at, middle]) => [at, middle] as const),
        band: curve.map(([at, , low, high]) => [at, low, high] as const),
      };
    }),
    ...(published ? { published } : {}),
  };
}

/** A number as people write it: three significant digits, thousands apart. */
export function about(n: number): string {
  const size = Math.abs(n);
  if (size < 1) return String(Math.round(n * 1000) / 1000);
  if (size < 10) return String(Math.round(n * 100) / 100);
  if (size < 100) return String(Math.round(n * 10) / 10);
  let unit = 1;
  while (size / unit >= 1000) unit *= 10;
  return grouped(Math.round(n / unit) * unit);
}

export const grouped = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');
