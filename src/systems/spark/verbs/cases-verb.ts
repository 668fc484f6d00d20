// `spark cases FILE`: each case's program is run here and held against what real Spark did.

import { Refusal } from '../../../base/result.ts';
import type { Text } from '../../../base/text.ts';
import type { Verb } from '../../../contract/verb.ts';
import type { Case, Difference } from '../cases.ts';
import { caseScope, differences } from '../cases.ts';
import type { Rdd } from '../engine/rdd.ts';
import { GIVEN } from '../language/names.ts';
import { parseProgram } from '../language/parse.ts';
import { driverOf } from '../language/program.ts';
import type { Amiss } from './golden-file.ts';
import { goldenFile } from './golden-file.ts';

/** Names that a case's program may use beside those of every program. */
const CASE_GIVEN: readonly string[] = [...GIVEN, 'nums', 'pairs', 'p3'];

const isText = (value: unknown): boolean => typeof value === 'string';
const NEEDED: Readonly<
  Record<keyof Omit<Case, 'partitioner'>, readonly [what: string, is: (v: unknown) => boolean]>
> = {
  case: ['a text, its name', isText],
  js: ['a text, the program as a function of sc', isText],
  toDebugString: ['a text', isText],
  partitions: ['a number', Number.isInteger],
  count: ['a number', Number.isInteger],
  sizes: ['a list of numbers', Array.isArray],
  jobs: ['a list of jobs, each with its stages', isJobs],
};

function isJobs(jobs: unknown): boolean {
  if (!Array.isArray(jobs)) return false;
  return jobs.every((job) => {
    const stages: unknown = job?.stages;
    return Array.isArray(stages) && stages.every((stage) => Array.isArray(stage?.parents));
  });
}

const amiss: Amiss = (line) => {
  const wrong = Object.entries(NEEDED).find(([name, [, is]]) => !is(line[name]));
  return wrong && `\`${wrong[0]}\` must be ${wrong[1][0]}`;
};

export const casesVerb: Verb = {
  options: { inputs: 'text' },
  async run(args, host) {
    const { cases, input } = await goldenFile<Case>('spark cases', args, host, amiss);
    const differ: { case: string; differences: readonly Difference[]; refused?: Text }[] = [];
    for (const one of cases) {
      try {
        const tree = await parseProgram(one.js, CASE_GIVEN);
        const found = differences(one, (sc) => driverOf(tree, caseScope(sc))(sc) as Rdd, input);
        if (found.length > 0) differ.push({ case: one.case, differences: found });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        differ.push({ case: one.case, differences: [], refused: error.text });
      }
      await host.breathe();
    }
    return {
      exit: differ.length === 0 ? 0 : 1,
      json: { cases: cases.length, differ },
      lines: [
        ...differ.flatMap((one) => [
          one.case,
          ...(one.refused ? [one.refused] : []),
          ...one.differences.map(
            ({ field, expected, actual }) =>
              `  ${field}: expected ${JSON.stringify(expected)}, here ${JSON.stringify(actual)}`,
          ),
        ]),
        `${cases.length} cases, ${differ.length} differ`,
      ],
    };
  },
};
