// The map as a table: at each depth how many states there are, how many of them break a promise, can no longer keep it,
// or are an end. For those who do not see it, and to look things up.

import type { MapGraph } from '../../widgets/state-map/map-types.ts';
import type { BadPath } from '../../widgets/state-map/no-return.ts';
import { useT } from '../words.ts';

interface Props {
  readonly graph: MapGraph;
  readonly bad: readonly BadPath[];
}

export function MapTable({ graph, bad }: Props) {
  const t = useT();
  const depths = [...new Set(graph.states.map(({ depth }) => depth))].sort((a, b) => a - b);
  return (
    <details className="map-table">
      <summary>{t('panel.map.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('panel.map.depth')}</th>
            <th scope="col">{t('panel.map.all')}</th>
            <th scope="col">{t('panel.map.broken')}</th>
            <th scope="col">{t('panel.map.lost')}</th>
            <th scope="col">{t('panel.map.rested')}</th>
          </tr>
        </thead>
        <tbody>
          {depths.map((depth) => {
            const here = graph.states.filter((state) => state.depth === depth);
            const broken = here.filter((state) => state.bad.length > 0);
            const lost = here.filter(
              (state) => state.bad.length === 0 && bad.some((path) => path.lost.has(state.id)),
            );
            return (
              <tr key={depth}>
                <th scope="row">{depth}</th>
                <td>{here.length}</td>
                <td>{broken.length}</td>
                <td>{lost.length}</td>
                <td>{here.filter((state) => state.rest).length}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
