// The explorer's speed on the lease cache (1,993,970 states), beside Spin and beside plain objects with string keys.
// Every run is checked: one that finds other counts has no speed.

import { Worker } from 'node:worker_threads';
import { assert } from '../src/base/assert.ts';
import type { Contender, Found } from './explore-worker.ts';
import type { LeaseCacheSize } from './lease-cache.ts';
import { FULL, FULL_EDGES, FULL_STATES, SMALL } from './lease-cache.ts';
import type { Bench, Row } from './measure.ts';
import { compared, interleave, skippedRow } from './measure.ts';
import { buildSpin } from './spin.ts';

const ROUNDS = 3;

const AGAINST_SPIN = {
  name: 'explore: one worker / spin -o2, depth first',
  unit: 'states/s',
  floor: 0.4,
  goal: 1,
  note: 'States are not packed by hand: the kernel packs variables of declared bounds. Compared whole, no fingerprint.',
};
const AGAINST_STRINGS = {
  name: 'explore: one worker / plain objects with string keys in a Set',
  unit: 'states/s',
  floor: 4,
  goal: 8,
  note: 'The same protocol and worker as above; the peer builds a string a state, in a worker too.',
};
const PLAIN_MODEL = {
  name: 'explore: the same as an ordinary Model of plain objects / string keys in a Set',
  unit: 'states/s',
  floor: null,
  goal: null,
  note: 'What a Model costs that is neither packed nor written as variables and rules: 64-bit fingerprints.',
};

export const exploreBench: Bench = {
  name: 'explore',
  about: 'exhaustive search of 1,993,970 states, beside Spin and beside string keys in a Set',
  async run({ rounds = ROUNDS, log }) {
    const spin = await buildSpin(log);
    const workers = {
      protocol: searcher('protocol'),
      objects: searcher('objects'),
      strings: searcher('strings'),
    };
    try {
      const small = await Promise.all(Object.values(workers).map((worker) => worker.search(SMALL)));
      log(`small: ${small.map(({ states, edges }) => `${states} states, ${edges} transitions`).join('; ')}`);
      for (const found of small) {
        assert(
          found.states === small[0]?.states && found.edges === small[0].edges && found.holds,
          'the contenders disagree on the small protocol',
        );
      }
      const rate = async (name: string, search: () => Promise<Omit<Timed, 'holds'>>): Promise<number> => {
        const { states, edges, seconds } = await search();
        assert(
          states === FULL_STATES && edges === FULL_EDGES,
          `${name} found ${states} states and ${edges} transitions`,
        );
        log(`${name}: ${seconds.toFixed(2)} s, ${Math.round(states / seconds / 1000)} thousand states/s`);
        return states / seconds;
      };
      const full = (contender: Contender) => (): Promise<number> =>
        rate(contender, async () => {
          const found = await workers[contender].search(FULL);
          assert(found.holds, `${contender}: the invariant does not hold`);
          return found;
        });
      // Once outside the rounds: a search of this size also grows the heap and the tables for the first time.
      await full('protocol')();
      const measured = await interleave(rounds, {
        protocol: full('protocol'),
        spin: async () => (spin ? rate(spin.version, spin.search) : Number.NaN),
        strings: full('strings'),
        objects: full('objects'),
      });
      return rowsOf(measured, spin !== null);
    } finally {
      await spin?.close();
      for (const worker of Object.values(workers)) await worker.close();
    }
  },
};

function rowsOf(
  { protocol, spin, strings, objects }: Record<Contender | 'spin', readonly number[]>,
  hasSpin: boolean,
): Row[] {
  return [
    hasSpin ? compared(AGAINST_SPIN, protocol, spin) : skippedRow(AGAINST_SPIN, protocol),
    compared(AGAINST_STRINGS, protocol, strings),
    compared(PLAIN_MODEL, objects, strings),
  ];
}

interface Timed extends Found {
  readonly seconds: number;
}

interface Searcher {
  search(size: LeaseCacheSize): Promise<Timed>;
  close(): Promise<unknown>;
}

/** A thread that serves one contender, so that the heaps and the compiled code of the others do not matter. */
function searcher(contender: Contender): Searcher {
  const entry = new URL('./explore-worker.ts', import.meta.url);
  const worker = new Worker(new URL('../bin/ts-worker.mjs', import.meta.url), {
    workerData: { entry: entry.href },
  });
  return {
    search: (size) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', (found: Timed) => {
          worker.off('error', reject);
          resolve(found);
        });
        worker.postMessage({ contender, size });
      }),
    close: () => worker.terminate(),
  };
}
