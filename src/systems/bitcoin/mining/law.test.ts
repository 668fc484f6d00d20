import { expect, it } from 'vitest';
import { dataText, hasData } from '../testing/data.ts';
import { EIGHTHS, WAITS } from './arrivals.ts';
import { lawExperiment } from './law.ts';
import { miningSwitches } from './switches.ts';
import { waits } from './waits.ts';

const params = Object.fromEntries(miningSwitches.map((one) => [one.name, one.default]));

const findings = async (seed: number) => {
  const { job, read } = await lawExperiment(params, seed);
  return read(waits(job.input as never, { inputs: [], progress() {} }));
};

it('200 blocks mined one after another: half are found by 0.7 of the expected wait, and the mean is about one', async () => {
  const { metrics } = await findings(1);
  // Two in a hundred sets of 200 are further from 1 than 0.17.
  expect(metrics.meanWaits).toBeCloseTo(1.0548, 4);
  expect(metrics.medianWaits).toBeCloseTo(0.7183, 4);
  // Those that outlasted the expected wait took about as much again.
  expect(metrics.moreWaits).toBeCloseTo(1.0485, 4);
});

it('what was mined lies where 99 of 100 sets lie, for nearly every wait and seed', async () => {
  let inside = 0;
  let all = 0;
  for (let seed = 1; seed <= 5; seed++) {
    const [mined, , law] = (await findings(seed)).plots[0]?.series ?? [];
    for (const [x, y] of mined?.points ?? []) {
      const [, low = 0, high = 0] = law?.band?.find(([at]) => at === x) ?? [];
      all++;
      if (y >= low && y <= high) inside++;
    }
  }
  expect(all).toBeGreaterThan(150);
  expect(inside / all).toBeGreaterThan(0.95);
});

it.skipIf(!hasData)('the real waits are those of the data', () => {
  const at = dataText('block_arrivals_offing-gcp.csv')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => Number(line.split(',')[2]));
  const waited = at.slice(1).map((time, i) => time - (at[i] as number));
  const mean = waited.reduce((a, b) => a + b, 0) / waited.length;
  expect(waited).toHaveLength(WAITS);
  expect(mean / 1000).toBeCloseTo(576.4, 1);
  expect(EIGHTHS.map((_, i) => waited.filter((wait) => wait > (i * mean) / 8).length)).toEqual(EIGHTHS);
});
