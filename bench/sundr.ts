// What one more operation costs a client of SUNDR, by protocol and by how long the log is: signatures, bytes and
// milliseconds, beside version structures, which do not grow.

import type { Measured, Way } from '../src/systems/sundr/one-more.ts';
import { measureOneMore } from '../src/systems/sundr/one-more.ts';
import type { Bench, Row } from './measure.ts';
import { compared } from './measure.ts';
import { memoRow } from './sundr-memo.ts';

const SIZES = [10, 100, 1_000, 10_000];
const ROUNDS = 5;

const NAMES: Readonly<Record<Way, string>> = {
  'straw-every-signature': 'straw man, whole log, every signature',
  'straw-newest-signatures': 'straw man, whole log, newest signatures',
  'straw-incremental': 'straw man, incremental',
  serialized: 'serialized',
  concurrent: 'concurrent',
};

export const sundrBench: Bench = {
  name: 'sundr',
  about:
    'one more operation on a log of 10 to 10,000 entries: straw man, serialized, concurrent; a search that signs once',
  async run({ rounds = ROUNDS, log }) {
    let told = 0;
    const measured = measureOneMore({
      sizes: SIZES,
      rounds,
      clock: () => performance.now(),
      progress(done) {
        if (done - told < 0.1) return;
        told = done;
        log(`${Math.round(done * 100)}%`);
      },
    });
    return [memoRow(), ...measured.map((one) => rowOf(one, measured))];
  },
};

function rowOf(
  { way, entries, signs, verifies, hashes, bytes, ms }: Measured,
  all: readonly Measured[],
): Row {
  const peer = all.find((one) => one.way === 'serialized' && one.entries === entries)?.ms ?? ms;
  return {
    ...compared(
      {
        name: `sundr: one more operation on ${entries}, ${NAMES[way]} / serialized`,
        unit: 'ms',
        floor: null,
        goal: null,
        note: `${signs} signed, ${verifies} verified, ${hashes} hashed, ${bytes} bytes down and up.`,
      },
      [ms],
      [peer],
    ),
    figures: { entries, signs, verifies, hashes, bytes, ms },
  };
}
