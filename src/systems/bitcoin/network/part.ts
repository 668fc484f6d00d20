// The step-through network as one part of the system: the model with its words, marks and endings.

import type { WorldAction } from '../../../actors/world.ts';
import { text } from '../../../base/text.ts';
import type { Part } from '../../../contract/system.ts';
import { eyes } from './eyes.ts';
import { chips, inspect, mark, offer } from './marks.ts';
import { networkModel } from './model.ts';
import { narrate } from './narrate.ts';
import { outcome } from './outcome.ts';
import { networkScene } from './scene.ts';
import { ATTACKER, groupOf, MERCHANT, networkSettings } from './settings.ts';
import type { Network } from './state.ts';

export const networkPart = (scenario: string): Part<Network, WorldAction> => ({
  words: ['system', 'network', 'network-asked', 'network-views', 'bytes'],
  model: networkModel,
  actors(params) {
    const settings = networkSettings(params);
    const { nodes, miners, payments } = settings;
    return nodes.map((id) => {
      const mines = miners.includes(id);
      const role =
        payments && id === ATTACKER
          ? 'attacker'
          : payments && id === MERCHANT
            ? 'merchant'
            : mines
              ? 'miner'
              : 'node';
      return {
        id,
        name: text('net.node', { id }),
        group: groupOf(settings, id),
        role: text(mines && role === 'merchant' ? 'role.merchant.mines' : `role.${role}`),
      };
    });
  },
  start: (params, state) => chips(state, params),
  narrate,
  mark,
  offer,
  inspect,
  eyes,
  scene: networkScene,
  outcome: async (params, end) => outcome(scenario, params, end),
});
