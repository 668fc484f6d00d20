// `npm run bench -- [NAME...] [--only NAME] [--rounds N] [--size SHARE] [--json]`: runs the benchmarks, prints each ratio beside its
// floor and its goal, and ends with code 1 where a floor is missed or a check of the work fails.

import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { experimentBench } from './experiment.ts';
import { exploreBench } from './explore.ts';
import type { Bench, Row } from './measure.ts';
import { missesFloor } from './measure.ts';
import { miningBench } from './mining.ts';
import { miningPageBench } from './mining-page.ts';
import { networkBench } from './network.ts';
import { pageBench } from './page.ts';
import { seekBench } from './seek.ts';
import { seekBrowserBench } from './seek-browser.ts';
import { sparkBench } from './spark.ts';
import { sundrBench } from './sundr.ts';

const BENCHES: readonly Bench[] = [
  exploreBench,
  miningBench,
  seekBench,
  networkBench,
  seekBrowserBench,
  pageBench,
  experimentBench,
  miningPageBench,
  sundrBench,
  sparkBench,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string' },
    size: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const wanted = [...positionals, ...values.only].flatMap((names) => names.split(','));
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);

const size = values.size === undefined ? undefined : Number(values.size);

const isAmiss =
  unknown.length > 0 ||
  (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) ||
  (size !== undefined && !(size > 0 && size <= 1));
if (isAmiss) {
  console.error(`usage: bench [NAME...] [--only NAME] [--rounds N] [--size SHARE] [--json]`);
  for (const { name, about } of BENCHES) console.error(`  ${name.padEnd(10)} ${about}`);
  process.exitCode = 2;
} else {
  const rows: Row[] = [];
  for (const bench of BENCHES) {
    if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
    const found = await bench.run({ rounds, size, log: (line) => console.error(`${bench.name}: ${line}`) });
    rows.push(...found);
    if (!values.json) for (const row of found) console.log(inWords(row));
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else console.log(`load average ${loadavg()[0]?.toFixed(1)}`);
  if (rows.some(missesFloor)) process.exitCode = 1;
}

function inWords(row: Row): string {
  const { name, ours, peer, unit, ratio, min, max, rounds: times, floor, goal, note, skipped } = row;
  const number = (value: number | null): string =>
    value === null ? '-' : value.toLocaleString('en-US', { maximumSignificantDigits: 3 });
  const spread = times > 1 ? `, ${number(min)} to ${number(max)} in ${times} rounds` : '';
  const against = ratio === null ? '' : `  ratio ${number(ratio)}${spread}`;
  const bar = floor === null ? '' : `  floor ${number(floor)}, goal ${number(goal)}`;
  const verdict = skipped
    ? 'skipped'
    : missesFloor(row)
      ? 'BELOW THE FLOOR'
      : goal !== null && ratio !== null
        ? ratio >= goal
          ? 'goal met'
          : 'floor met'
        : '';
  return [
    `${name}: ${verdict}`,
    `  ours ${number(ours)} ${unit}, peer ${number(peer)} ${unit}`,
    `${against}${bar}`,
    `  ${note}`,
  ]
    .filter((line) => line.trim() !== '')
    .join('\n');
}
