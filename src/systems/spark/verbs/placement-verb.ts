// `spark placement FILE`: keys, slices, lines, samples and ranges, beside where real Spark put them.

import type { Verb } from '../../../contract/verb.ts';
import type { Placement } from '../placement.ts';
import { placed } from '../placement.ts';
import { goldenFile } from './golden-file.ts';

export const placementVerb: Verb = {
  options: { inputs: 'text' },
  async run(args, host) {
    const { cases, input } = await goldenFile<Placement>('spark placement', args, host);
    const results = cases.map((one) => placed(one, input));
    const differ = results.filter(({ verdict }) => verdict === 'differs');
    const lacks = results.flatMap(({ verdict, actual }) => (verdict === 'lacks' ? [String(actual)] : []));
    return {
      exit: differ.length === 0 ? 0 : 1,
      json: { lines: cases.length, differ, lacks },
      lines: [
        ...differ.map(
          ({ name, expected, actual }) =>
            `${name}: expected ${JSON.stringify(expected)}, here ${JSON.stringify(actual)}`,
        ),
        ...lacks.map((what) => `not in this language: ${what}`),
        `${cases.length} lines, ${differ.length} differ, ${lacks.length} not in this language`,
      ],
    };
  },
};
