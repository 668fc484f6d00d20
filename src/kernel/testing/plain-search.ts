// The oracle: breadth first over `enabled` and `next`, states told apart by their fingerprints, nothing kept between
// states. Slow and short, so that it can be believed; the search of ../search finds the same, and the benchmark says how
// much faster.

import { fingerprint } from '../../base/fingerprint.ts';
import type { ExploreOptions } from '../exploration.ts';
import { MAP_STATES } from '../exploration.ts';
import type { Explored, ExploredMap } from '../explored.ts';
import { isFlagged, verdicts } from '../explored.ts';
import type { Action, Model } from '../model.ts';

interface Found<S> {
  readonly state: S;
  readonly depth: number;
  readonly parent: number;
  readonly key: string;
}

export type PlainExplored = Omit<Explored, 'bytes' | 'stored'>;

export function plainSearch<S, A extends Action>(
  model: Model<S, A>,
  {
    from,
    maxStates = Number.POSITIVE_INFINITY,
    maxDepth = Number.POSITIVE_INFINITY,
    map,
  }: ExploreOptions<S> = {},
): PlainExplored {
  const { properties } = model;
  const found: Found<S>[] = [];
  const numbers = new Map<string, number>();
  const first = properties.map(() => -1);
  let complete = true;
  let count = 0;
  const unjudged = new Set<number>();

  const enter = (state: S, depth: number, parent: number, key: string): number | undefined => {
    const { hi, lo } = fingerprint(state);
    const print = `${hi} ${lo}`;
    const known = numbers.get(print);
    if (known !== undefined) return known;
    if (found.length >= maxStates) return undefined;
    const number = found.push({ state, depth, parent, key }) - 1;
    numbers.set(print, number);
    for (const [p, property] of properties.entries()) {
      if ((first[p] as number) >= 0) continue;
      if (isFlagged(property, state)) first[p] = number;
      else if (!property.inapplicable && property.judge(state) === 'unknown') unjudged.add(p);
    }
    return number;
  };

  enter(from ?? model.init(), 0, -1, '');
  for (let number = 0; number < found.length && complete; number++) {
    const { state, depth } = found[number] as Found<S>;
    if (depth >= maxDepth) {
      complete = found.slice(number).every((one) => model.enabled(one.state).length === 0);
      break;
    }
    let ofState = 0;
    for (const action of model.enabled(state)) {
      const to = enter(model.next(state, action), depth + 1, number, action.key);
      if (to === undefined) {
        complete = false;
        break;
      }
      ofState++;
    }
    count += ofState;
  }

  const choicesTo = (property: number): readonly string[] | undefined => {
    let number = first[property] as number;
    if (number < 0) return undefined;
    const keys: string[] = [];
    for (; number > 0; number = (found[number] as Found<S>).parent)
      keys.push((found[number] as Found<S>).key);
    return keys.reverse();
  };
  const statesByDepth: number[] = [];
  for (const { depth } of found) statesByDepth[depth] = (statesByDepth[depth] ?? 0) + 1;
  return {
    complete,
    states: found.length,
    edges: count,
    depth: statesByDepth.length - 1,
    properties: verdicts(properties, complete, choicesTo, unjudged),
    statesByDepth,
    ...(map && found.length <= MAP_STATES ? { map: mapOf(model, found, numbers, maxDepth) } : {}),
  };
}

function mapOf<S, A extends Action>(
  model: Model<S, A>,
  found: readonly Found<S>[],
  numbers: ReadonlyMap<string, number>,
  maxDepth: number,
): ExploredMap {
  const states = found.map(({ state, depth }, id) => ({
    id,
    depth,
    bad: model.properties.filter((p) => p.kind === 'always' && isFlagged(p, state)).map(({ name }) => name),
    rest: model.enabled(state).length === 0,
  }));
  const edges: [number, number, string][] = [];
  found.forEach(({ state, depth }, id) => {
    if (depth >= maxDepth) return;
    for (const action of model.enabled(state)) {
      const { hi, lo } = fingerprint(model.next(state, action));
      const to = numbers.get(`${hi} ${lo}`);
      if (to !== undefined) edges.push([id, to, action.key]);
    }
  });
  return { states, edges };
}
