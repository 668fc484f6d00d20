// The search beside the plain search: where the two differ, said in words.

import { canonicalJson } from '../../base/canonical.ts';
import type { ExploreOptions } from '../exploration.ts';
import { explore } from '../explore.ts';
import type { Explored } from '../explored.ts';
import type { Action, Model } from '../model.ts';
import type { PlainExplored } from './plain-search.ts';
import { plainSearch } from './plain-search.ts';

/** Differences of the two, with the search storing every state, and then also with actors that are alike. */
export function differences<S, A extends Action>(model: Model<S, A>, options: ExploreOptions<S>): string[] {
  const plain = plainSearch(model, options);
  // How much work was really done is a matter of what is kept.
  const { bytes: _, work: __, stored, ...every } = explore(model, { ...options, symmetry: false });
  const out = compared('all states', every, plain);
  if (stored !== every.states) out.push(`stored ${stored} of ${every.states} states`);
  if (!plain.complete) return out;
  const alike = explore(model, options);
  return [
    ...out,
    ...compared('states that are alike', counted(alike), counted(plain)),
    ...model.properties.flatMap(({ name }) => {
      const choices = alike.properties[name]?.choices;
      return choices && !shows(model, options.from ?? model.init(), choices, name)
        ? [`the run to ${name} does not show it: ${choices.join(' ')}`]
        : [];
    }),
  ];
}

const compared = (what: string, ours: unknown, theirs: unknown): string[] =>
  canonicalJson(ours) === canonicalJson(theirs)
    ? []
    : [`${what}: ${canonicalJson(ours)} where the plain search found ${canonicalJson(theirs)}`];

/** All that does not depend on which of several shortest runs is shown. */
function counted({
  complete,
  states,
  edges,
  depth,
  statesByDepth,
  properties,
}: PlainExplored | Explored): unknown {
  const found = Object.entries(properties).map(([name, { verdict, length = -1 }]) => [name, verdict, length]);
  return { complete, states, edges, depth, statesByDepth, found };
}

function shows<S, A extends Action>(
  model: Model<S, A>,
  from: S,
  choices: readonly string[],
  name: string,
): boolean {
  let state = from;
  for (const key of choices) {
    const action = model.enabled(state).find((one) => one.key === key);
    if (!action) return false;
    state = model.next(state, action);
  }
  const property = model.properties.find((one) => one.name === name);
  return property?.judge(state) === (property?.kind === 'sometimes');
}
