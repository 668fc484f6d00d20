// What the walk along the chain draws: real headers that are the same at every step; the scenario says where it begins.

import type { Scene } from '../../contract/system.ts';
import type { StretchId } from './chain-walk.ts';

export interface ChainScene extends Scene {
  readonly kind: 'chain';
  readonly begin: StretchId;
}

export const chainScene = (begin: StretchId): ChainScene => ({ kind: 'chain', begin });
