// The table behind a plot: every x once, every series a column, lowest and highest beside it where there is a band, and
// the published figures below, as they were printed.

import { Say, usePlain } from '../say.tsx';
import { AxisWords } from './axis-words.tsx';
import { figure } from './figure-words.ts';
import { plotTable } from './plot-rows.ts';
import type { PlotData, PlotWords } from './plot-types.ts';

export function PlotTable({ plot, words }: { readonly plot: PlotData; readonly words: PlotWords }) {
  const plain = usePlain();
  const { columns, rows } = plotTable(plot);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="plot-table" tabIndex={0} aria-label={plain(plot.title)}>
      <table>
        <caption className="visually-hidden">
          <Say text={plot.title} />
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <AxisWords axis={plot.x} log={words.log} />
            </th>
            {columns.map((column) => (
              <th key={`${column.series}${column.kind}`} scope="col">
                {headOf(column.kind, plain(plot.series[column.series]?.label ?? plot.y.label), words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.x}>
              <th scope="row">{figure(row.x)}</th>
              {row.cells.map((cell, index) => (
                <td key={`${columns[index]?.series}${columns[index]?.kind}`}>
                  {cell === null ? '–' : figure(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {plot.published?.length ? (
          <tbody>
            {plot.published.map((one) => (
              <tr key={`${one.label.key}${one.x ?? ''}${one.y ?? ''}`}>
                <th scope="row">{one.x === undefined ? words.published : figure(one.x)}</th>
                <td colSpan={Math.max(1, columns.length)}>
                  <Say text={one.label} />
                  {one.y === undefined ? null : `: ${figure(one.y)}`}
                </td>
              </tr>
            ))}
          </tbody>
        ) : null}
      </table>
    </section>
  );
}

function headOf(kind: 'value' | 'low' | 'high', name: string, words: PlotWords): string {
  if (kind === 'low') return words.lowest(name);
  return kind === 'high' ? words.highest(name) : name;
}
