// How far a program gets with the notes of its jobs: found once for each list of notes.

import { canonicalJson } from '../../base/canonical.ts';
import type { Reached } from './engine/driver.ts';
import { runDriver } from './engine/driver.ts';
import type { JobNote } from './engine/job.ts';
import type { Plan } from './engine/run.ts';

export type Reach = (notes: readonly JobNote[]) => Reached;

export function reachOf(plan: Plan): Reach {
  /** By what the notes say, and, sooner found, by the list itself. */
  const bySaying = new Map<string, Reached>();
  const byList = new WeakMap<readonly JobNote[], Reached>();
  return (notes) => {
    const known = byList.get(notes);
    if (known) return known;
    const key = canonicalJson(notes);
    const reached = bySaying.get(key) ?? runDriver(plan.program, notes, plan);
    bySaying.set(key, reached);
    byList.set(notes, reached);
    return reached;
  };
}
