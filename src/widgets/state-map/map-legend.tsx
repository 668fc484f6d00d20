// What the signs mean, only those that are on the map.

import type { LostSign } from './map-sign.tsx';
import { Sign } from './map-sign.tsx';
import type { MapGraph, MapWords } from './map-types.ts';

interface Props {
  readonly graph: MapGraph;
  readonly gone: boolean;
  readonly trail: boolean;
  /** Signs of what is lost. */
  readonly lost: ReadonlySet<LostSign>;
  readonly worst: boolean;
  readonly words: MapWords;
}

export function MapLegend({ graph, gone, trail, lost, worst, words }: Props) {
  const bad = graph.states.some((state) => state.bad.length > 0);
  const rest = graph.states.some((state) => state.rest);
  return (
    <ul className="map-legend">
      {trail ? <Item lit="path" word={words.legend.path} /> : null}
      {rest ? <Item rest word={words.legend.rest} /> : null}
      {bad ? <Item bad word={words.legend.bad} /> : null}
      {worst ? (
        <li>
          <svg width="24" height="8" aria-hidden="true">
            <path className="map-line" data-worst d="M0,4H24" />
          </svg>
          {words.legend.worst}
        </li>
      ) : null}
      {lost.has('lost') ? <Item lost="lost" word={words.legend.lost} /> : null}
      {lost.has('point') ? <Item lost="point" word={words.legend.point} /> : null}
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
  readonly lost?: LostSign;
}

function Item({ word, lit, rest, bad, gone, lost }: ItemProps) {
  return (
    <li>
      <span
        className="map-node"
        data-bad={bad}
        data-rest={rest}
        data-lit={lit}
        data-gone={gone}
        data-lost={lost}
        aria-hidden="true"
      >
        <Sign bad={bad === true} lost={lost} />
      </span>
      {word}
    </li>
  );
}
