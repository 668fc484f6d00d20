// The speed of Spark's engine, in Node and in Chromium: word count over 39 MB beside a plain loop in one thread, with one
// worker and with two, in one run. The first run of each, in which workers start and code is compiled, is counted apart.
// All must find the same words, and every run of the engine must end with the same checksum.

import { assert } from '../src/base/assert.ts';
import type { Engine as EngineOf } from './engines.ts';
import { enginesOf } from './engines.ts';
import type { Bench, Row } from './measure.ts';
import { comparedTimes, interleave } from './measure.ts';
import type { Answer, Ask } from './spark-contenders.ts';

const ROUNDS = 5;

type Engine = EngineOf<Ask, Answer>;
const FILES = {
  node: new URL('./spark-node.ts', import.meta.url),
  web: new URL('./spark-web.ts', import.meta.url),
};

const engine = (workers: number): Ask => ({ contender: 'engine', workers, shared: true });
const CONTENDERS: readonly (readonly [string, Ask])[] = [
  ['plain', { contender: 'plain' }],
  ['1 worker', engine(1)],
  ['2 workers', engine(2)],
];

export const sparkBench: Bench = {
  name: 'spark',
  about: 'word count over 39 MB by the engine, one worker and two, beside a plain loop',
  async run({ rounds = ROUNDS, log }) {
    const engines = await enginesOf<Ask, Answer>(FILES, log);
    const words = new Set<number>();
    const checksums = new Set<string>();
    try {
      const first: Record<string, number> = {};
      const contenders: Record<string, () => Promise<number>> = {};
      for (const { name, ask } of engines) {
        for (const [what, asked] of CONTENDERS) {
          const one = async (): Promise<number> => {
            const answer = await ask(asked);
            words.add(answer.words);
            if (answer.checksum !== null) checksums.add(answer.checksum);
            return answer.ms;
          };
          first[`${name} ${what}`] = await one();
          contenders[`${name} ${what}`] = one;
        }
      }
      const took = await interleave(rounds, contenders);
      for (const [name, values] of Object.entries(took))
        log(
          `${name}: first ${first[name]?.toFixed(0)} ms, then ${values.map((ms) => ms.toFixed(0)).join(' ')} ms`,
        );
      assert(words.size === 1, `they find ${[...words].join(' and ')} words`);
      assert(checksums.size === 1, `runs end with ${[...checksums].join(' and ')}`);
      return engines.flatMap((one) => rowsOf(one, took, first));
    } finally {
      for (const one of engines) await one.close();
    }
  },
};

function rowsOf(
  { name, version }: Engine,
  took: Readonly<Record<string, readonly number[]>>,
  first: Readonly<Record<string, number>>,
): Row[] {
  const plain = took[`${name} plain`] as number[];
  return CONTENDERS.slice(1).map(([what]) => {
    const key = `${name} ${what}`;
    const row = comparedTimes(
      {
        name: `word count, ${what}, ${name}`,
        unit: 'ms',
        floor: null,
        goal: null,
        note: `${version}; peer: a plain loop in one thread; the ratio is its time over ours; first run ${first[key]?.toFixed(0)} ms (plain ${first[`${name} plain`]?.toFixed(0)} ms)`,
      },
      took[key] as number[],
      plain,
    );
    return { ...row, figures: { firstMs: first[key] as number } };
  });
}
