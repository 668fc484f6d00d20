// The map of all orders: every state there is, every step between them, the learner's own path lit, the states that
// break a promise outlined, crossed and named, those from which that can no longer be avoided a diamond. A state is a
// button; one is in the tab order, arrow keys follow the edges. What can be done in the one looked at is numbered.

import type { KeyboardEvent, ReactNode } from 'react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWidth } from '../use-size.ts';
import { MapLegend } from './map-legend.tsx';
import { keysOf, placesOf, walked } from './map-places.ts';
import { mapRoom, mapScene } from './map-scene.ts';
import type { LostSign } from './map-sign.tsx';
import { Sign } from './map-sign.tsx';
import type { MapGraph, MapLook, MapWords } from './map-types.ts';
import { MapUnderlay } from './map-underlay.tsx';
import type { Way } from './map-walk.ts';
import { trailOf, walkFrom, waysFrom } from './map-walk.ts';
import type { BadPath } from './no-return.ts';
import './state-map.css';

interface Props {
  readonly graph: MapGraph;
  /** The same space under the other setting: places are kept between the two. */
  readonly other: MapGraph | null;
  /** The learner's own choices up to now. */
  readonly choices: readonly string[];
  /** The shortest ways to break promises. */
  readonly bad: readonly BadPath[];
  readonly words: MapWords;
  /** Says of a state how it is come to and what can be done in it; null where none is looked at. */
  readonly caption: (look: MapLook | null, go: (id: number) => void) => ReactNode;
  onOpen(choices: readonly string[], state: number): void;
}

export function StateMap(props: Props) {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  return (
    <div className="state-map" ref={root}>
      {width > 0 ? <Drawn {...props} width={width} /> : null}
    </div>
  );
}

function Drawn(props: Props & { readonly width: number }) {
  const { graph, other, choices, bad, words, caption, onOpen, width } = props;
  const [looked, setLooked] = useState<{ readonly graph: MapGraph; readonly id: number } | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const routes = useMemo(() => walked(graph), [graph]);
  const places = useMemo(() => placesOf(inOrder(graph, other)), [graph, other]);
  const trail = useMemo(() => trailOf(graph, choices), [graph, choices]);
  const room = mapRoom(width, places);
  const scene = useMemo(
    () =>
      mapScene(
        graph,
        routes,
        places,
        trail,
        bad.map(({ states }) => states),
        mapRoom(width, places),
      ),
    [graph, routes, places, trail, bad, width],
  );
  const now = trail.at(-1) ?? 0;
  // A number names a state of one graph only.
  const isLooked = looked?.graph === graph;
  const here = isLooked ? looked.id : now;
  const setAt = (id: number): void => setLooked({ graph, id });
  const onTrail = new Set(trail);
  const signs = useMemo(() => lostSigns(bad), [bad]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const way = wayOf(event.key, room.wide);
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const next = walkFrom(graph, routes, places, trail, here, way);
    setAt(next);
    field.current?.querySelector<HTMLElement>(`[data-state="${next}"]`)?.focus();
  };
  const labelOf = (id: number): string => {
    const state = graph.states[id];
    if (!state) return '';
    const lost = bad.filter((path) => path.lost.has(id) && !state.bad.includes(path.property));
    return words.list(
      [
        words.state(id, state.depth),
        id === 0 ? words.start : '',
        id === now ? words.now : onTrail.has(id) ? words.onPath : '',
        ...state.bad.map(words.bad),
        ...lost.map((path) =>
          path.states[path.lostAt] === id ? words.point(path.property) : words.lost(path.property),
        ),
        state.rest ? words.rest : '',
      ].filter((part) => part !== ''),
    );
  };
  const ways = useMemo(() => waysFrom(graph, here), [graph, here]);
  const keys = useMemo(() => keysOf(routes.paths[here] ?? ''), [routes, here]);
  const node = scene.nodes[now];
  // A map larger than its frame opens where the learner is; the page itself does not move.
  useLayoutEffect(() => {
    const frame = field.current?.parentElement;
    if (!frame || !node) return;
    frame.scrollLeft = node.x - frame.clientWidth / 2;
    frame.scrollTop = node.y - frame.clientHeight / 2;
  }, [node]);
  return (
    <>
      <div className="map-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not a fieldset of inputs */}
        <div
          ref={field}
          className="map-field"
          role="group"
          aria-label={words.map}
          style={{ width: room.width, height: room.height }}
          onKeyDown={onKeyDown}
        >
          <MapUnderlay
            scene={scene}
            room={room}
            depth={words.depth}
            look={isLooked ? { id: here, ways } : null}
          />
          {scene.nodes.map(({ id, x, y }) => {
            const state = graph.states[id];
            return state ? (
              <button
                key={id}
                type="button"
                className="map-node"
                data-state={id}
                data-bad={state.bad.length > 0 || undefined}
                data-rest={state.rest || undefined}
                data-lost={state.bad.length > 0 ? undefined : signs.get(id)}
                data-lit={id === now ? 'now' : onTrail.has(id) ? 'path' : undefined}
                style={{ left: x, top: y, '--reach': `${Math.min(room.across, room.along, 44)}px` } as object}
                tabIndex={id === here ? 0 : -1}
                aria-label={labelOf(id)}
                aria-current={id === now ? 'step' : undefined}
                onFocus={() => setAt(id)}
                onPointerEnter={() => setAt(id)}
                onClick={() => onOpen(keysOf(routes.paths[id] ?? ''), id)}
              >
                <Sign bad={state.bad.length > 0} lost={signs.get(id)} />
              </button>
            ) : null;
          })}
        </div>
      </div>
      <MapLegend
        graph={graph}
        gone={scene.gone.length > 0}
        trail={trail.length > 1}
        lost={
          new Set(graph.states.flatMap(({ id, bad: own }) => (own.length > 0 ? [] : (signs.get(id) ?? []))))
        }
        worst={bad.length > 0}
        words={words}
      />
      {caption(isLooked ? { id: here, label: labelOf(here), keys, ways, labelOf } : null, setAt)}
    </>
  );
}

/** By state; the points of no return before the rest. */
function lostSigns(bad: readonly BadPath[]): ReadonlyMap<number, LostSign> {
  const signs = new Map<number, LostSign>();
  for (const { lost } of bad) for (const id of lost) signs.set(id, 'lost');
  for (const { states, lostAt } of bad) signs.set(states[lostAt] ?? -1, 'point');
  return signs;
}

const inOrder = (graph: MapGraph, other: MapGraph | null): readonly MapGraph[] => {
  if (!other) return [graph];
  // The larger one first, whichever is shown: then both are always laid out alike.
  const swap =
    other.states.length > graph.states.length ||
    (other.states.length === graph.states.length && other.edges.length > graph.edges.length);
  return swap ? [other, graph] : [graph, other];
};

function wayOf(key: string, wide: boolean): Way | null {
  switch (key) {
    case 'ArrowRight':
      return wide ? 'on' : 'after';
    case 'ArrowLeft':
      return wide ? 'back' : 'before';
    case 'ArrowDown':
      return wide ? 'after' : 'on';
    case 'ArrowUp':
      return wide ? 'before' : 'back';
    default:
      return null;
  }
}
