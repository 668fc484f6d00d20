// The races as one part of the system: the message-passing Model of model.ts with its words and marks.

import type { WorldAction } from '../../actors/world.ts';
import { text } from '../../base/text.ts';
import type { Params, Part } from '../../contract/system.ts';
import { chips, inspect, mark, offer } from './marks.ts';
import type { MemcacheWorld } from './model.ts';
import { memcacheModel } from './model.ts';
import { narrate } from './narrate.ts';
import { actorName } from './protocol.ts';
import { settingOf } from './step.ts';

export const races: Omit<Part<MemcacheWorld, WorldAction>, 'words'> = {
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

function role(id: string, params: Params) {
  const plan = settingOf(params).topology.clients.find((client) => client.id === id);
  return text(plan ? (plan.writer ? 'role.writer' : 'role.reader') : `role.${id}`);
}
