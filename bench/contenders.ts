// The searches that the explore benchmark compares, by name, each timed whole. They run in a worker of their own, in Node
// and in Chromium alike.

import { explore } from '../src/kernel/explore.ts';
import type { Explored } from '../src/kernel/explored.ts';
import type { Model } from '../src/kernel/model.ts';
import { plainSearch } from '../src/kernel/testing/plain-search.ts';
import { catalog } from '../src/systems/catalog.ts';
import { FULL } from './lease-cache.ts';
import { leaseCacheActors } from './lease-cache-actors.ts';
import { leaseCacheObjects, searchWithStrings } from './lease-cache-objects.ts';

/** Scenarios of the bench, made so large that they have more than MOST states. */
export const SCENARIOS = {
  'stale-set': { grain: 'message', readers: 3, writers: 2 },
  'remote-marker': { grain: 'message', writers: 3 },
  'udp-tcp': { readers: 3, writers: 2 },
  consistency: { readers: 3, writers: 2 },
} as const;
/** Another system's, the largest that its promises name, to its end: held against the first system's speed. */
export const NETWORK = 'double-spend';
export const NETWORK_STATES = 257_831;
const NETWORK_PARAMS = { nodes: 3, z: 1, honestFinds: 1, attackerFinds: 2 };
export type ScenarioName = keyof typeof SCENARIOS;
export const scenarioNames = Object.keys(SCENARIOS) as readonly ScenarioName[];

/** States of a scenario, and of the lease cache by the oracle, that are searched: enough to have warmed up. */
export const MOST = 100_000;

export type Contender =
  | 'strings'
  | 'objects'
  | 'actors'
  | 'actors by the oracle'
  | ScenarioName
  | typeof NETWORK
  | `${ScenarioName} by the oracle`;

export interface Found {
  readonly states: number;
  readonly edges: number;
  /** What was promised of the lease cache held, as far as it was searched. */
  readonly holds: boolean;
  readonly seconds: number;
}

async function scenarioModel(name: ScenarioName | typeof NETWORK): Promise<Model> {
  const [of, settings] = name === NETWORK ? ['bitcoin', NETWORK_PARAMS] : ['memcache', SCENARIOS[name]];
  const entry = catalog.find(({ id }) => id === of) as (typeof catalog)[number];
  const { system, params } = await entry.load(name, settings);
  return system.model(params, 1);
}

async function searchOf(contender: Contender): Promise<() => Omit<Found, 'seconds'>> {
  if (contender === 'strings') return () => searchWithStrings(FULL);
  const [name, oracle] = contender.split(' by the ') as [string, string | undefined];
  const isLease = name === 'actors' || name === 'objects';
  const model = isLease
    ? ((name === 'actors' ? leaseCacheActors(FULL) : leaseCacheObjects(FULL)) as unknown as Model)
    : await scenarioModel(name as ScenarioName | typeof NETWORK);
  const bounds = (isLease && !oracle) || name === NETWORK ? {} : { maxStates: MOST };
  const holds = ({ properties }: Pick<Explored, 'properties'>): boolean =>
    properties['quiescent-is-fresh']?.verdict !== 'violated';
  return () => {
    const found = oracle ? plainSearch(model, bounds) : explore(model, { ...bounds, symmetry: false });
    return { states: found.states, edges: found.edges, holds: holds(found) };
  };
}

export async function measure(contender: Contender): Promise<Found> {
  const search = await searchOf(contender);
  const began = performance.now();
  const found = search();
  return { ...found, seconds: (performance.now() - began) / 1000 };
}
