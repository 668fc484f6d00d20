import fc from 'fast-check';
import { expect, test } from 'vitest';
import { densityOf } from './map-density.ts';
import { keysOf, placesOf, walked } from './map-places.ts';
import { mapRoom, mapScene } from './map-scene.ts';
import type { MapGraph } from './map-types.ts';
import { trailOf, walkFrom } from './map-walk.ts';

/** Two actors that each do `steps` things, in any order; `off` takes one state away, as a switch does. */
function grid(steps: number, off: (a: number, b: number) => boolean = () => false): MapGraph {
  const ids = new Map([['0,0', 0]]);
  const queue: [number, number][] = [[0, 0]];
  const edges: [number, number, string][] = [];
  const states = [];
  for (let id = 0; id < queue.length; id++) {
    const [a, b] = queue[id]!;
    states.push({ id, depth: a + b, bad: a > b + 1 ? ['order'] : [], rest: a === steps && b === steps });
    for (const [x, y, key] of [
      [a + 1, b, `A.${a}`],
      [a, b + 1, `B.${b}`],
    ] as const) {
      if (x > steps || y > steps || off(x, y)) continue;
      const name = `${x},${y}`;
      let to = ids.get(name);
      if (to === undefined) {
        to = ids.size;
        ids.set(name, to);
        queue.push([x, y]);
      }
      edges.push([id, to, key]);
    }
  }
  return { states, edges };
}
const drawn = (graph: MapGraph, graphs: readonly MapGraph[], width: number) => {
  const places = placesOf(graphs);
  const room = mapRoom(width, places);
  return { room, scene: mapScene(graph, walked(graph), places, [], [], room) };
};

test('a state keeps its place when a switch takes others away', () => {
  const all = grid(4);
  const fewer = grid(4, (a, b) => a > b + 1);
  const before = drawn(all, [all, fewer], 900).scene;
  const after = drawn(fewer, [all, fewer], 900).scene;
  const byPath = (graph: MapGraph, scene: typeof before) =>
    new Map(walked(graph).paths.map((path, id) => [path, { x: scene.nodes[id]!.x, y: scene.nodes[id]!.y }]));
  const old = byPath(all, before);
  const shared = [...byPath(fewer, after)].filter(([path]) => old.has(path));
  expect(shared.length).toBeGreaterThan(8);
  for (const [path, place] of shared) expect(place, path).toEqual(old.get(path));
  expect(after.gone.length).toBe(all.states.length - shared.length);
  expect(before.boxes.length).toBeGreaterThan(0);
  expect(after.boxes).toEqual([]);
});

test('the same graph is always drawn the same, and nothing lies on anything else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 300, max: 1400 }), (steps, width) => {
      const graph = grid(steps);
      const { scene, room } = drawn(graph, [graph], width);
      expect(drawn(grid(steps), [grid(steps)], width).scene).toEqual(scene);
      const spots = new Set(scene.nodes.map(({ x, y }) => `${x},${y}`));
      expect(spots.size).toBe(graph.states.length);
      for (const { x, y } of scene.nodes) {
        expect(x).toBeGreaterThan(12);
        expect(x).toBeLessThan(room.width - 12);
        expect(y).toBeGreaterThan(12);
        expect(y).toBeLessThan(room.height - 12);
      }
    }),
    { numRuns: 40 },
  );
});

test('depth runs right on a wide page and down on a narrow one', () => {
  const graph = grid(3);
  const wide = drawn(graph, [graph], 900).scene.nodes;
  const narrow = drawn(graph, [graph], 340).scene.nodes;
  graph.edges.forEach(([from, to]) => {
    expect(wide[to]!.x).toBeGreaterThan(wide[from]!.x);
    expect(narrow[to]!.y).toBeGreaterThan(narrow[from]!.y);
  });
});

test('the path of a state leads to it', () => {
  const graph = grid(5);
  walked(graph).paths.forEach((path, id) => {
    const trail = trailOf(graph, keysOf(path));
    expect(trail.at(-1)).toBe(id);
    expect(trail).toHaveLength((graph.states[id]?.depth ?? 0) + 1);
  });
});

test('the learner’s path ends where a choice is not possible on this graph', () => {
  const graph = grid(2);
  expect(trailOf(graph, ['A.0', 'A.1', 'A.2', 'B.0'])).toHaveLength(3);
  expect(trailOf(graph, [])).toEqual([0]);
});

test('arrow keys follow the edges: on, back, and to the neighbours of the same depth', () => {
  const graph = grid(3);
  const routes = walked(graph);
  const places = placesOf([graph]);
  const go = (trail: readonly number[], id: number, way: Parameters<typeof walkFrom>[5]) =>
    walkFrom(graph, routes, places, trail, id, way);
  const trail = trailOf(graph, ['B.0', 'A.0']);
  expect(go(trail, 0, 'on')).toBe(trail[1]);
  expect(go([], 0, 'on')).toBe(1);
  expect(go(trail, trail[2]!, 'back')).toBe(trail[1]);
  expect(go([], trail[2]!, 'back')).toBe(1);
  expect(go([], 1, 'after')).toBe(2);
  expect(go([], 1, 'before')).toBe(1);
  const end = graph.states.findIndex((state) => state.rest);
  expect(go([], end, 'on')).toBe(end);
  expect(go([], 0, 'back')).toBe(0);
});

test('past five hundred states each depth is a bar, and a broken promise is marked where it first breaks', () => {
  const bars = densityOf([1, 40, 600, 60], [{ name: 'order', depth: 2 }]);
  expect(bars.map(({ share }) => share)).toEqual([1 / 600, 40 / 600, 1, 0.1]);
  expect(bars.map(({ bad }) => bad.length)).toEqual([0, 0, 1, 0]);
});
