// What each view of SUNDR draws of a state, as one user sees it or as everyone does.

import type { Params, Scene } from '../../contract/system.ts';
import { settingsOf } from './params.ts';
import type { Log } from './scene-log.ts';
import { logOf } from './scene-log.ts';
import { merkleScene } from './scene-merkle.ts';
import { pendingScene } from './scene-pending.ts';
import { boxScene, logScene, vectorsScene } from './scene-signed.ts';
import { treeScene } from './scene-tree.ts';
import type { SundrWorld } from './state.ts';

export function scene(kind: string, world: SundrWorld, seenBy: string | null, params: Params): Scene | null {
  const settings = settingsOf(params);
  const log = (): Log => logOf(world, settings.protocol);
  switch (kind) {
    case 'tree':
      return treeScene(log(), seenBy, settings);
    case 'log':
      return logScene(log(), seenBy);
    case 'vectors':
      return vectorsScene(log(), seenBy);
    case 'merkle':
      return merkleScene(world, log(), seenBy, settings);
    case 'pending':
      return settings.protocol === 'concurrent' ? pendingScene(world, log(), seenBy, settings) : null;
    case 'box':
      return boxScene(log(), seenBy, settings);
    default:
      return null;
  }
}
