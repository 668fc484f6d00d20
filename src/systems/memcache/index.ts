// Memcache at Facebook: what this folder offers to the rest. Paper: Nishtala et al., "Scaling Memcache at Facebook",
// NSDI 2013. Which model answers is decided by the layout.

import { present } from '../../base/assert.ts';
import type { Action } from '../../kernel/model.ts';
import type { Params, System } from '../../kernel/system.ts';
import { switches } from './params.ts';
import type { Part } from './part.ts';
import { races } from './races.ts';
import { scenarios } from './scenarios.ts';

/** Layouts and their parts; others than the races arrive when first needed. */
const parts: Record<string, Part<unknown, Action>> = {
  cluster: races,
  'cold-cluster': races,
  'two-regions': races,
  'remote-writer': races,
};

/** States of one layout never meet the words of another, so a part may take its own states only. */
const partOf = ({ layout = '' }: Params): Part<unknown, Action> => present(parts[layout], `layout ${layout}`);

export const memcache: System = {
  id: 'memcache',
  version: 1,
  switches,
  scenarios,
  model: (params, seed) => partOf(params).model(params, seed),
  actors: (params) => partOf(params).actors(params),
  start: (params, state) => partOf(params).start(params, state),
  narrate: (before, action, after, params) => partOf(params).narrate(before, action, after, params),
  mark: (before, action, after, params) => partOf(params).mark(before, action, after, params),
  offer: (state, action, params) => partOf(params).offer(state, action, params),
  inspect: (state, params) => partOf(params).inspect(state, params),
  brief: ({ layout = '' }) => layout in parts && parts[layout] === races,
  async prepare({ layout = '' }) {
    if (layout in parts) return;
    if (layout === 'cross-shard') parts[layout] = (await import('./cross-shard/part.ts')).crossShard;
    else Object.assign(parts, (await import('./load/parts.ts')).loadParts);
  },
  async experiment(scenario, params, seed) {
    return (await import('./load/experiments.ts')).experiment(scenario, params, seed);
  },
};
