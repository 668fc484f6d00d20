// The map of all orders: every state there is, every step between them, the learner's own path lit, the states that
// break a promise outlined, crossed and named. A state is a button; one is in the tab order, arrow keys follow the edges.

import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWidth } from '../use-size.ts';
import { MapCaption } from './map-caption.tsx';
import { MapLegend } from './map-legend.tsx';
import { keysOf, placesOf, walked } from './map-places.ts';
import { mapRoom, mapScene } from './map-scene.ts';
import type { MapGraph, MapState, MapWords } from './map-types.ts';
import { MapUnderlay } from './map-underlay.tsx';
import type { Way } from './map-walk.ts';
import { trailOf, walkFrom } from './map-walk.ts';
import './state-map.css';

interface Props {
  readonly graph: MapGraph;
  /** The same space under the other setting: places are kept between the two. */
  readonly other: MapGraph | null;
  /** The learner's own choices up to now. */
  readonly choices: readonly string[];
  readonly words: MapWords;
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

function Drawn({ graph, other, choices, words, onOpen, width }: Props & { readonly width: number }) {
  const [at, setAt] = useState<number | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const routes = useMemo(() => walked(graph), [graph]);
  const places = useMemo(() => placesOf(inOrder(graph, other)), [graph, other]);
  const trail = useMemo(() => trailOf(graph, choices), [graph, choices]);
  const room = mapRoom(width, places);
  const scene = useMemo(
    () => mapScene(graph, routes, places, trail, mapRoom(width, places)),
    [graph, routes, places, trail, width],
  );
  const now = trail.at(-1) ?? 0;
  const here = at !== null && at < graph.states.length ? at : now;
  const onTrail = new Set(trail);

  const onKeyDown = (event: KeyboardEvent): void => {
    const way = wayOf(event.key, room.wide);
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const next = walkFrom(graph, routes, places, trail, here, way);
    setAt(next);
    field.current?.querySelector<HTMLElement>(`[data-state="${next}"]`)?.focus();
  };
  const label = (state: MapState): string =>
    words.list(
      [
        words.state(state.id, state.depth),
        state.id === 0 ? words.start : '',
        state.id === now ? words.now : onTrail.has(state.id) ? words.onPath : '',
        ...state.bad.map(words.bad),
        state.rest ? words.rest : '',
      ].filter((part) => part !== ''),
    );
  const shown = graph.states[here];
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
          <MapUnderlay scene={scene} room={room} depth={words.depth} />
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
                data-lit={id === now ? 'now' : onTrail.has(id) ? 'path' : undefined}
                style={{ left: x, top: y, '--reach': `${Math.min(room.across, room.along, 36)}px` } as object}
                tabIndex={id === here ? 0 : -1}
                aria-label={label(state)}
                aria-current={id === now ? 'step' : undefined}
                onFocus={() => setAt(id)}
                onPointerEnter={() => setAt(id)}
                onClick={() => onOpen(keysOf(routes.paths[id] ?? ''), id)}
              >
                <span className="map-sign" aria-hidden="true">
                  {state.bad.length > 0 ? '✕' : ''}
                </span>
              </button>
            ) : null;
          })}
        </div>
      </div>
      {shown ? (
        <MapCaption label={label(shown)} keys={keysOf(routes.paths[here] ?? '')} words={words} />
      ) : null}
      <MapLegend graph={graph} gone={scene.gone.length > 0} trail={trail.length > 1} words={words} />
    </>
  );
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
