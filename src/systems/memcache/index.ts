// Memcache at Facebook: what this folder offers to the rest. Paper: Nishtala et al., "Scaling Memcache at Facebook",
// NSDI 2013.

import type { WorldAction } from '../../actors/actor-model.ts';
import { text } from '../../base/text.ts';
import type { System } from '../../kernel/system.ts';
import { chips, inspect, mark, offer } from './marks.ts';
import type { MemcacheWorld } from './model.ts';
import { memcacheModel } from './model.ts';
import { actorName, narrate } from './narrate.ts';
import { switches } from './params.ts';
import { scenarios } from './scenarios.ts';
import { settingOf } from './step.ts';

export const memcache: System<MemcacheWorld, WorldAction> = {
  id: 'memcache',
  version: 1,
  switches,
  scenarios,
  model: (params) => memcacheModel(params),
  actors(params) {
    const { topology } = settingOf(params);
    return topology.lanes.map((id) => ({ id, name: actorName(id), role: role(id, params) }));
  },
  start: (params, state) => chips(state, params),
  narrate,
  mark,
  offer,
  inspect,
};

function role(id: string, params: Parameters<typeof settingOf>[0]) {
  const plan = settingOf(params).topology.clients.find((client) => client.id === id);
  return text(plan ? (plan.writer ? 'role.writer' : 'role.reader') : `role.${id}`);
}
