// How often something may happen at most: what a search finds in all states holds with so many, and no more is known.

import type { NumberSwitch, Params, Switch } from './system.ts';
import { switchMatters } from './system.ts';

/** The switches that bound the run under these settings. */
export const boundsIn = (switches: readonly Switch[], params: Params): readonly NumberSwitch[] =>
  switches.filter(
    (one): one is NumberSwitch => one.kind === 'number' && one.bounds === true && switchMatters(one, params),
  );
