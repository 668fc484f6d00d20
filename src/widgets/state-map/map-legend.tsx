// What the signs mean, only those that are on the map.

import type { MapGraph, MapWords } from './map-types.ts';

interface Props {
  readonly graph: MapGraph;
  readonly gone: boolean;
  readonly trail: boolean;
  readonly words: MapWords;
}

export function MapLegend({ graph, gone, trail, words }: Props) {
  const bad = graph.states.some((state) => state.bad.length > 0);
  const rest = graph.states.some((state) => state.rest);
  return (
    <ul className="map-legend">
      {trail ? <Item lit="path" word={words.legend.path} /> : null}
      {rest ? <Item rest word={words.legend.rest} /> : null}
      {bad ? <Item bad word={words.legend.bad} /> : null}
      {gone ? <Item gone word={words.legend.gone} /> : null}
    </ul>
  );
}

interface ItemProps {
  readonly word: string;
  readonly lit?: 'path';
  readonly rest?: true;
  readonly bad?: true;
  readonly gone?: true;
}

function Item({ word, lit, rest, bad, gone }: ItemProps) {
  return (
    <li>
      <span
        className="map-node"
        data-bad={bad}
        data-rest={rest}
        data-lit={lit}
        data-gone={gone}
        aria-hidden="true"
      >
        <span className="map-sign">{bad ? '✕' : ''}</span>
      </span>
      {word}
    </li>
  );
}
