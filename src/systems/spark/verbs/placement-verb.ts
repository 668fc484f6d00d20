// `spark placement FILE`: keys, slices, lines, samples and ranges, beside where real Spark put them.

import type { Verb } from '../../../contract/verb.ts';
import type { Placement } from '../placement.ts';
import { KINDS, placed } from '../placement.ts';
import type { Amiss } from './golden-file.ts';
import { goldenFile } from './golden-file.ts';

const amiss: Amiss = (line) => {
  const [kind = '', ...more] = Object.keys(line);
  const wanted = KINDS[kind];
  if (!wanted || more.length > 0) return `this is none of ${Object.keys(KINDS).join(', ')}`;
  const fields = Object(line[kind]) as Readonly<Record<string, unknown>>;
  const lacking = wanted.find((name) => fields[name] === undefined);
  return lacking && `\`${kind}\` needs \`${lacking}\``;
};

export const placementVerb: Verb = {
  options: { inputs: 'text' },
  async run(args, host) {
    const { cases, input } = await goldenFile<Placement>('spark placement', args, host, amiss);
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
