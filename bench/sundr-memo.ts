// What it saves to sign and verify each situation once in a search: the same search beside one that signs anew at every
// transition. Both visit the same states and come to the same verdicts, or this throws.

import { explore } from '../src/kernel/explore.ts';
import { sundrModel } from '../src/systems/sundr/model.ts';
import { switches } from '../src/systems/sundr/params.ts';
import { signerOf } from '../src/systems/sundr/signer.ts';
import type { Row } from './measure.ts';
import { comparedTimes } from './measure.ts';

const SET = {
  protocol: 'serialized',
  work: 'turns',
  server: 'free',
  users: 2,
  maxOps: 5,
  history: 'off',
} as const;
const PARAMS = Object.fromEntries(
  switches.map(({ name, default: byDefault }) => [
    name,
    (SET as Record<string, string | number>)[name] ?? byDefault,
  ]),
);

function search(anew: boolean) {
  const signer = signerOf(1, anew);
  const began = performance.now();
  const { states, edges, properties } = explore(sundrModel(PARAMS, 1, signer));
  const verdicts = Object.entries(properties).map(([name, { verdict }]) => `${name} ${verdict}`);
  return { ms: performance.now() - began, states, edges, verdicts: verdicts.join(', '), ...signer.counts() };
}

export function memoRow(): Row {
  const [kept, anew] = [search(false), search(true)];
  if (kept.states !== anew.states || kept.verdicts !== anew.verdicts)
    throw new Error('what is signed once is not what is signed anew');
  return {
    ...comparedTimes(
      {
        name: `sundr: a search of ${kept.states} states, signing anew at every transition / once by content`,
        unit: 'ms',
        floor: null,
        goal: null,
        note:
          `${kept.signed} signed and ${kept.verified} verified in ${kept.edges} transitions; ` +
          `anew ${anew.signed} and ${anew.verified}.`,
      },
      [kept.ms],
      [anew.ms],
    ),
    figures: {
      states: kept.states,
      edges: kept.edges,
      signs: kept.signed,
      verifies: kept.verified,
      signsAnew: anew.signed,
      verifiesAnew: anew.verified,
    },
  };
}
