// `spark cases FILE`: each case's program is run here and held against what real Spark did.

import type { Verb } from '../../../contract/verb.ts';
import type { Case, Difference } from '../cases.ts';
import { caseScope, differences } from '../cases.ts';
import type { Rdd } from '../engine/rdd.ts';
import { GIVEN } from '../language/names.ts';
import { parseProgram } from '../language/parse.ts';
import { driverOf } from '../language/program.ts';
import { goldenFile } from './golden-file.ts';

/** Names that a case's program may use beside those of every program. */
const CASE_GIVEN: readonly string[] = [...GIVEN, 'nums', 'pairs', 'p3'];

export const casesVerb: Verb = {
  options: { inputs: 'text' },
  async run(args, host) {
    const { cases, input } = await goldenFile<Case>('spark cases', args, host);
    const differ: { readonly case: string; readonly differences: readonly Difference[] }[] = [];
    for (const one of cases) {
      const tree = await parseProgram(one.js, CASE_GIVEN);
      const found = differences(one, (sc) => driverOf(tree, caseScope(sc))(sc) as Rdd, input);
      if (found.length > 0) differ.push({ case: one.case, differences: found });
      await host.breathe();
    }
    return {
      exit: differ.length === 0 ? 0 : 1,
      json: { cases: cases.length, differ },
      lines: [
        ...differ.flatMap((one) => [
          one.case,
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
