// The speed of the search, in Node and in Chromium: on the lease cache (1,993,970 states) beside Spin and beside plain
// objects with string keys, and on scenarios beside the plain oracle. Rates are of stored states, symmetry off. Every
// run is checked: one that finds other counts has no speed.

import { assert } from '../src/base/assert.ts';
import { chromiumWorkers } from './chromium-worker.ts';
import type { Contender, Found, ScenarioName } from './contenders.ts';
import { MOST, NETWORK, NETWORK_STATES, scenarioNames } from './contenders.ts';
import type { Workers } from './engines.ts';
import { nodeWorkers } from './engines.ts';
import { FULL_EDGES, FULL_STATES } from './lease-cache.ts';
import type { Bench, Row } from './measure.ts';
import { compared, interleave, skippedRow } from './measure.ts';
import type { Spin } from './spin.ts';
import { buildSpin } from './spin.ts';

const ROUNDS = 3;

/** Where the contenders run. */
interface Searchers {
  readonly engine: string;
  search(contender: Contender): Promise<Found>;
  close(): Promise<unknown>;
}

const searchers = (workers: Workers): Searchers => ({
  engine: workers.engine,
  search: (contender) => workers.ask(contender, contender) as Promise<Found>,
  close: workers.close,
});

const byOracle = (name: ScenarioName | 'actors'): Contender => `${name} by the oracle`;
const CONTENDERS: readonly Contender[] = [
  'strings',
  'objects',
  'actors',
  byOracle('actors'),
  ...scenarioNames,
  NETWORK,
  ...scenarioNames.map(byOracle),
];
type Rates = Readonly<Record<Contender, number[]>>;

export const exploreBench: Bench = {
  name: 'explore',
  about: 'exhaustive search, beside Spin, string keys and the plain oracle, in Node and Chromium',
  async run({ rounds = ROUNDS, log }) {
    const spin = await buildSpin(log);
    const file = new URL('./explore-worker.ts', import.meta.url);
    const engines = [nodeWorkers(file), await chromiumWorkers(file, log)]
      .filter((one) => one !== null)
      .map(searchers);
    const seen = new Map<string, string>();
    const rate = async (name: string, run: () => Promise<Omit<Found, 'holds'>>): Promise<number> => {
      const { states, edges, seconds } = await run();
      log(`${name}: ${seconds.toFixed(2)} s, ${Math.round(states / seconds / 1000)} thousand states/s`);
      checkCounts(name, `${states} states, ${edges} steps`, seen);
      return states / seconds;
    };
    const contend = (engine: Searchers, contender: Contender) => (): Promise<number> =>
      rate(`${contender} in ${engine.engine}`, async () => {
        const found = await engine.search(contender);
        assert(found.holds, `${contender}: the promise does not hold`);
        return found;
      });
    try {
      // Once outside the rounds: a first search also compiles.
      for (const engine of engines)
        for (const name of ['actors', byOracle('actors'), ...scenarioNames, NETWORK] as const)
          await contend(engine, name)();
      const runs: Record<string, () => Promise<number>> = {};
      for (const engine of engines)
        for (const name of CONTENDERS) runs[`${engine.engine}/${name}`] = contend(engine, name);
      runs.spin = async () => (spin ? rate(spin.version, spin.search) : Number.NaN);
      const measured = await interleave(rounds, runs);
      const ratesIn = ({ engine }: Searchers): Rates =>
        Object.fromEntries(CONTENDERS.map((name) => [name, measured[`${engine}/${name}`]])) as Rates;
      const [node, chromium] = engines.map(ratesIn);
      return [
        againstSpin(node as Rates, measured.spin as number[], spin),
        ...engines.flatMap((engine) => rowsIn(engine.engine, ratesIn(engine))),
        ...(chromium ? [besideNode(chromium, node as Rates)] : []),
      ];
    } finally {
      await spin?.close();
      for (const engine of engines) await engine.close();
    }
  },
};

/** All who search the lease cache whole find its counts; who search a scenario find those of its oracle. */
function checkCounts(name: string, counts: string, seen: Map<string, string>): void {
  const [subject = ''] = name.split(/ by | in /);
  const whole = ['strings', 'objects', 'actors'].includes(subject) && !name.includes('oracle');
  const isSpin = name.startsWith('Spin');
  if (whole || isSpin) {
    assert(counts === `${FULL_STATES} states, ${FULL_EDGES} steps`, `${name} found ${counts}`);
    return;
  }
  const key = name.startsWith('actors') ? 'actors, in part' : subject;
  assert((seen.get(key) ?? counts) === counts, `${name} found ${counts}, another found ${seen.get(key)}`);
  const least = subject === NETWORK ? NETWORK_STATES : MOST;
  assert(counts.startsWith(`${least} states`), `${name} found ${counts}, not ${least} states`);
  seen.set(key, counts);
}

const head = (name: string, floor: number, goal: number, note: string): Parameters<typeof compared>[0] => ({
  name: `explore: ${name}`,
  unit: 'states/s',
  floor,
  goal,
  note,
});

function againstSpin(ours: Rates, theirs: number[], spin: Spin | null): Row {
  const row = head(
    'lease cache as actors / spin -o2, depth first',
    0.8,
    1,
    'An ordinary actor model; Spin compiles to C.',
  );
  return spin ? compared(row, ours.actors, theirs) : skippedRow(row, ours.actors);
}

function rowsIn(engine: string, rates: Rates): Row[] {
  const strings = 'The peer builds a string a state and keeps it in a Set.';
  const oracle = `Breadth first over enabled and next, fingerprints in a Map; the first ${MOST} states.`;
  return [
    compared(
      head(`lease cache as actors / string keys, ${engine}`, 6, 8, strings),
      rates.actors,
      rates.strings,
    ),
    compared(
      head(`lease cache as a plain Model / string keys, ${engine}`, 1, 1.3, strings),
      rates.objects,
      rates.strings,
    ),
    compared(
      head(
        `the oracle on the lease cache as actors / string keys, ${engine}`,
        0.3,
        0.37,
        'The oracle is no straw man.',
      ),
      rates[byOracle('actors')],
      rates.strings,
    ),
    ...scenarioNames.map((name) => {
      const [floor, goal] = name === 'consistency' ? [2.5, 4] : [8, 12];
      return compared(
        head(`${name} / the oracle, ${engine}`, floor, goal, oracle),
        rates[name],
        rates[byOracle(name)],
      );
    }),
    compared(
      head(
        `${NETWORK} on three nodes / stale-set, ${engine}`,
        0.5,
        1,
        `Its ${NETWORK_STATES} states, all; of the other the first ${MOST}.`,
      ),
      rates[NETWORK],
      rates['stale-set'],
    ),
  ];
}

function besideNode(chromium: Rates, node: Rates): Row {
  const note = 'The lease cache as actors, the same code in both.';
  return compared(head('in Chromium / in Node', 0.8, 1, note), chromium.actors, node.actors);
}
