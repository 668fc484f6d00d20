// What a load simulation hands back, and how it becomes findings: curves with a band over the seeds and single figures,
// as canonical JSON bytes.

import { utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import { about } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Figure, FillBox, Plot } from '../../../contract/system.ts';
import type { JobContext } from '../../../kernel/job.ts';

export type CurvePoint = readonly [x: number, middle: number, low: number, high: number];
export interface Measured {
  readonly curves: Readonly<Record<string, readonly CurvePoint[]>>;
  readonly figures: Readonly<Record<string, number>>;
  /** How full each box was over the time of one run, by setting of the fix and box: `off.port`. */
  readonly traces: Readonly<Record<string, readonly number[]>>;
}

/** Four decimals: below what any of these simulations can tell apart. */
export const tidy = (n: number): number => Math.round(n * 10_000) / 10_000;

export function bytesOf({ curves, figures, traces }: Measured): Uint8Array {
  const short = Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, tidy(n)]));
  return utf8(canonicalJson({ curves, figures: short, traces }));
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
  readonly now?: string;
  readonly fixed?: string | null;
  readonly here?: number;
  readonly axis?: Plot['axis'];
  readonly zones?: Plot['zones'];
  readonly limits?: Plot['limits'];
  /** What x is divided by to be in its unit. */
  readonly over?: number;
}

/** Titles `SCENARIO.plot.ID`, axes `.x` and `.y`, series `SCENARIO.line.CURVE`. */
export function plotOf(options: PlotOptions): Plot {
  const { scenario, id, measured, curves, x, y, args, now, fixed, published, here, axis, zones, limits } =
    options;
  const { over = 1 } = options;
  const key = `${scenario}.plot.${id}`;
  return {
    id,
    tab: text(`${key}.tab`),
    title: text(key, args),
    x: { label: text(`${key}.x`), unit: text(`unit.${x[0]}`), scale: x[1] },
    y: { label: text(`${key}.y`), unit: text(`unit.${y[0]}`), scale: y[1] },
    series: curves.map((name) => {
      const curve = measured.curves[name] ?? [];
      return {
        id: name,
        label: text(`${scenario}.line.${name}`),
        points: curve.map(([at, middle]) => [at / over, middle] as const),
        band: curve.map(([at, , low, high]) => [at / over, low, high] as const),
      };
    }),
    ...(now === undefined ? {} : { now }),
    ...(fixed ? { fixed } : {}),
    ...(published ? { published } : {}),
    ...(axis ? { axis } : {}),
    ...(zones && zones.length > 1 ? { zones } : {}),
    ...(here === undefined ? {} : { here: here / over }),
    ...(limits ? { limits } : {}),
  };
}

/**
 * A figure of the present setting, `figure.ID`, in `unit.UNIT` or counted (`count.NOUN`), and the same with the fix,
 * where that is not on.
 */
export function figureOf(id: string, unit: string, value: string, fixed: string | null): Figure {
  const said = (n: string): Text =>
    unit.startsWith('count.') ? text(unit, { n }) : text('figure.value', { n, unit: text(`unit.${unit}`) });
  return { id, label: text(`figure.${id}`), value: said(value), fixed: fixed === null ? null : said(fixed) };
}

/** Where a curve first goes above what can be answered, by its own scale of x: keeps up before it, is too much after it. */
export function zonesAt(curve: readonly CurvePoint[] | undefined, limit: number, over = 1): Plot['zones'] {
  const points = curve ?? [];
  const first = points.findIndex(([, middle]) => middle > limit);
  const [from, to] = [points[0]?.[0] ?? 0, points[points.length - 1]?.[0] ?? 0];
  const before = points[first - 1];
  const after = points[first];
  if (!before || !after) return [];
  const share = (limit - before[1]) / (after[1] - before[1]);
  const at = tidy(before[0] + share * (after[0] - before[0]));
  return [
    { label: text('zone.keeps-up'), from: from / over, to: at / over, good: true },
    { label: text('zone.too-much'), from: at / over, to: to / over, good: false },
  ];
}

/** The same value at every x: what the setting of this axis does not change. */
export const flat = (curve: readonly CurvePoint[] | undefined, of: CurvePoint | undefined): CurvePoint[] =>
  (curve ?? []).map(([x]) => [x, of?.[1] ?? 0, of?.[2] ?? 0, of?.[3] ?? 0]);

export interface BoxOptions {
  readonly id: string;
  readonly levels: readonly number[] | undefined;
  readonly count?: number;
  readonly limit?: number | null;
  readonly full?: boolean;
  readonly lost?: true;
}

/** A box of `SCENARIO.box.ID`: its name, `.note`, what is counted, and `.says` or, where it is full, `.full`. */
export function boxOf(
  scenario: string,
  args: Readonly<Record<string, string | number | Text>>,
  { id, levels = [], count = 1, limit = null, full = false, lost }: BoxOptions,
): FillBox {
  const key = `${scenario}.box.${id}`;
  const all = {
    ...args,
    count,
    limit: limit === null ? 0 : about(limit),
    most: about(Math.max(0, ...levels)),
  };
  return {
    id,
    name: text(key, all),
    note: text(`${key}.note`, all),
    says: text(`${key}.${full ? 'full' : 'says'}`, all),
    count,
    limit,
    levels,
    full,
    ...(lost ? { lost } : {}),
  };
}

/** Fuller than this over the whole of the time, a machine is called full. */
export const FULL_PERCENT = 95;

/** Traces of one setting of the fix, by its name. */
export const under = (
  setting: string,
  traces: Readonly<Record<string, readonly number[]>>,
): Record<string, readonly number[]> =>
  Object.fromEntries(Object.entries(traces).map(([box, levels]) => [`${setting}.${box}`, levels]));
