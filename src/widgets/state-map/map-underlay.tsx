// What lies under the states: depths, the outlines of bad regions, the steps, those that can be taken
// from the state in question numbered, and the places only the other setting reaches.

import { useId } from 'react';
import type { MapRoom, MapScene } from './map-scene.ts';
import type { MapWay } from './map-types.ts';

interface Props {
  readonly scene: MapScene;
  readonly room: MapRoom;
  readonly depth: string;
  /** The state in question and what can be done in it; null where none is looked at. */
  readonly look: { readonly id: number; readonly ways: readonly MapWay[] } | null;
}

/** Depths are numbered so that the numbers never stand closer than this. */
const NUMBERS_APART = 40;

export function MapUnderlay({ scene, room, depth, look }: Props) {
  const hatch = useId();
  const every = Math.max(1, Math.ceil(NUMBERS_APART / room.along));
  const numbers = new Map<string, number[]>();
  look?.ways.forEach(({ to }, index) => {
    const key = `${look.id} ${to}`;
    numbers.set(key, [...(numbers.get(key) ?? []), index + 1]);
  });
  return (
    <svg width={room.width} height={room.height} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="map-hatch" d="M0,0V7" />
        </pattern>
      </defs>
      {scene.depths.map(({ depth: at, at: place }) =>
        at % every === 0 ? (
          <text
            key={at}
            className="map-depth"
            x={room.wide ? place : 4}
            y={room.wide ? 14 : place}
            dy={room.wide ? 0 : '0.35em'}
            textAnchor={room.wide ? 'middle' : 'start'}
          >
            {at === 0 && room.wide ? depth : at}
          </text>
        ) : null,
      )}
      {scene.boxes.map((box) => (
        <g key={`${box.x},${box.y}`}>
          <rect {...box} rx="7" fill={`url(#${hatch})`} />
          <rect {...box} rx="7" className="map-bad-box" />
        </g>
      ))}
      {scene.lines.map((line) =>
        line.lit ? <path key={`u${line.key}`} className="map-line-lamp" d={line.d} /> : null,
      )}
      {scene.lines.map((line) => (
        <path
          key={line.key}
          className="map-line"
          data-lit={line.lit || undefined}
          data-bad={line.bad || undefined}
          data-worst={line.worst || undefined}
          data-way={numbers.has(line.key) || undefined}
          d={line.d}
        />
      ))}
      {scene.lines.map(({ key, at }) =>
        numbers.has(key) ? (
          <text key={`n${key}`} className="map-way-number" x={at.x} y={at.y} dy="0.35em" textAnchor="middle">
            {numbers.get(key)?.join(' ')}
          </text>
        ) : null,
      )}
      {scene.gone.map(({ x, y }) => (
        <circle key={`${x},${y}`} className="map-gone" cx={x} cy={y} r="4" />
      ))}
    </svg>
  );
}
