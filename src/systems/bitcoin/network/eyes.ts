// A run as one node sees it: its own tree, pool and chain. Of blocks that did not reach it, it knows nothing.

import type { WorldAction } from '../../../actors/world.ts';
import type { Eyes } from '../../../contract/system.ts';
import { networkSettings } from './settings.ts';
import type { Network } from './state.ts';
import { nodeIn } from './step.ts';

export const eyes: Eyes<Network, WorldAction> = {
  of: (params) => networkSettings(params).nodes,
  knows: (world, actor) => nodeIn(world, actor),
};
