// What is drawn of every step of a run is made while the steps are taken: long work that is stopped shows at once where
// it got to.

import { lookAlong } from './overview.ts';
import type { Run } from './run.ts';
import { spellAlong } from './spelling.ts';

export function along(run: Run, id: number): void {
  lookAlong(run, id);
  spellAlong(run, id);
}
