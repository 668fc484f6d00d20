// How many states there are at each depth, as bars, for a space too large to draw; where a promise first breaks, a cross
// and its name.

import { grouped } from '../../base/numbers.ts';
import type { DensityBar } from './map-density.ts';
import './state-map.css';

interface Props {
  readonly bars: readonly DensityBar[];
  readonly label: string;
  readonly depth: string;
  readonly states: string;
  readonly bad: (name: string) => string;
}

export function DensityBars({ bars, label, depth, states, bad }: Props) {
  return (
    <table className="density">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{depth}</th>
          <th scope="col">{states}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.depth} data-bad={bar.bad.length > 0 || undefined}>
            <th scope="row">{bar.depth}</th>
            <td>
              <span className="density-row">
                <span
                  className="density-bar"
                  aria-hidden="true"
                  style={{ width: `calc((100% - 88px) * ${bar.share})` }}
                />
                <span className="density-count">{grouped(bar.states)}</span>
              </span>
              {bar.bad.map((name) => (
                <span key={name} className="density-bad">
                  <span aria-hidden="true">✕</span> {bad(name)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
