// The step-through network as a Model: nodes that tell each other of payments and blocks, and miners whose finds come when
// the learner, the seed or the explorer will.

import { actorModel } from '../../../actors/actor-model.ts';
import type { WorldAction } from '../../../actors/world.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Model } from '../../../kernel/model.ts';
import { networkNode } from './node.ts';
import { observer } from './observer.ts';
import { properties } from './properties.ts';
import { networkSettings } from './settings.ts';
import type { Body, Network, Node } from './state.ts';

export function networkModel(params: Params): Model<Network, WorldAction> {
  const s = networkSettings(params);
  return actorModel<Node, Body>({
    actors: s.nodes.map((id) => networkNode(s, id)),
    exchange: !s.messages,
    properties: properties(s),
    observer,
    ...(s.loss ? { mayDrop: () => true } : {}),
    ...(s.cut
      ? {
          cuts: [s.cut],
          // It splits once, before there are blocks: a network that could split again and again has no last step.
          forbids: ({ locals }, { kind }) =>
            kind === 'cut' && Object.values(locals).some(({ found }) => found > 0)
              ? text('blocked.cut')
              : null,
        }
      : {}),
  });
}
