// The rows of the table behind a plot.

import type { PlotData } from './plot-types.ts';

export interface PlotColumn {
  readonly series: number;
  readonly kind: 'value' | 'low' | 'high';
}
export interface PlotRows {
  readonly columns: readonly PlotColumn[];
  readonly rows: readonly { readonly x: number; readonly cells: readonly (number | null)[] }[];
}

export function plotTable(plot: PlotData): PlotRows {
  const columns = plot.series.flatMap((one, series): PlotColumn[] =>
    one.band
      ? [
          { series, kind: 'value' },
          { series, kind: 'low' },
          { series, kind: 'high' },
        ]
      : [{ series, kind: 'value' }],
  );
  const xs = new Set(plot.series.flatMap((one) => one.points.map(([x]) => x)));
  const rows = [...xs]
    .sort((a, b) => a - b)
    .map((x) => ({ x, cells: columns.map((column) => valueAt(plot, column, x)) }));
  return { columns, rows };
}

function valueAt(plot: PlotData, { series, kind }: PlotColumn, x: number): number | null {
  const one = plot.series[series];
  if (kind === 'value') return one?.points.find(([px]) => px === x)?.[1] ?? null;
  return one?.band?.find(([px]) => px === x)?.[kind === 'low' ? 1 : 2] ?? null;
}
