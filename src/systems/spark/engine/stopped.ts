// A task or a run that took too much, with the place of the operator that did.

import { text } from '../../../base/text.ts';
import { ProgramRefusal } from '../language/refusal.ts';
import type { GraphNode } from './graph.ts';

/** `much`: a task held more than one may; `total`: the run took more steps than one may. */
export const stopped = ({ place: { line, column } }: GraphNode, why: 'much' | 'total'): ProgramRefusal =>
  new ProgramRefusal(line, column, text(`engine.${why}`));

/** Trying again would take as much once more. */
export const isTotal = (error: Error): boolean =>
  error instanceof ProgramRefusal && error.why.key === 'engine.total';
