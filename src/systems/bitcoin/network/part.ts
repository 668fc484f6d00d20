// The step-through network as one part of the system: the model with its words, marks and endings.

import type { WorldAction } from '../../../actors/world.ts';
import { text } from '../../../base/text.ts';
import type { Params, Part } from '../../../contract/system.ts';
import { eyes } from './eyes.ts';
import { chips, inspect, mark, offer } from './marks.ts';
import { networkModel } from './model.ts';
import { narrate } from './narrate.ts';
import { outcome } from './outcome.ts';
import { networkScene } from './scene.ts';
import type { NetworkSettings } from './settings.ts';
import { ATTACKER, groupOf, MERCHANT, networkSettings } from './settings.ts';
import type { Network } from './state.ts';

function roleOf({ miners, finds, payments, many }: NetworkSettings, id: string): string {
  const mines = miners.includes(id);
  if (id === ATTACKER && many && finds[id] === 0) return 'payer';
  if (id === ATTACKER && (payments || many)) return 'attacker';
  if (id === MERCHANT && (payments || many)) return mines ? 'merchant.mines' : 'merchant';
  return mines ? 'miner' : 'node';
}

/** Those that ask about choosing miners and two versions of the rules. */
const RULED = new Set(['block-and-mempool', 'soft-fork', 'hard-fork', 'bugs-and-versions']);
const wordsFor = (scenario: string, { rules, payments }: Params): readonly string[] => {
  const ruled = RULED.has(scenario);
  const spoken = ruled || rules !== 'same' || payments === 'many';
  const told = [
    ...(ruled ? [] : ['network-asked']),
    ...(payments === 'on' ? ['network-paid'] : []),
    ...(spoken ? ['network-rules'] : []),
  ];
  return ['system', 'network', ...told, 'bytes'];
};

export const networkPart = (scenario: string, given: Params): Part<Network, WorldAction> => ({
  words: wordsFor(scenario, given),
  model: networkModel,
  actors(params) {
    const s = networkSettings(params);
    return s.nodes.map((id) => {
      const role = text(`role.${roleOf(s, id)}`);
      const isNew = s.upgraded.includes(id);
      return {
        id,
        name: text('net.node', { id }),
        group: groupOf(s, id),
        role: s.versioned ? text(isNew ? 'role.new' : 'role.old', { role }) : role,
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
  outcome: (params, end) => outcome(scenario, params, end),
});
