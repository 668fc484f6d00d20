// A layout's part of the system: everything a System says about one setting of its switches.

import type { Action } from '../../kernel/model.ts';
import type { System } from '../../kernel/system.ts';

export type Part<S, A extends Action> = Pick<
  System<S, A>,
  'model' | 'actors' | 'start' | 'narrate' | 'mark' | 'offer' | 'inspect'
>;
