// A task or a run that took too much, with the place of the operator that did.

import { text } from '../../../base/text.ts';
import { ProgramRefusal } from '../language/refusal.ts';
import type { GraphNode } from './graph.ts';

/** `much`: a task held more than one may; `total`: the run took more steps than one may. */
export const stopped = ({ place: { line, column } }: GraphNode, why: 'much' | 'total'): ProgramRefusal =>
  new ProgramRefusal(line, column, text(`engine.${why}`));

/** Bounds of ours: what one call may use, what a task may hold, what a run may take. */
const BOUNDS: ReadonlySet<string> = new Set([
  'program.steps',
  'program.bytes',
  'program.depth',
  'engine.much',
  'engine.total',
]);

/** A bound of ours stopped it, no failure of its own: trying again would take as much once more. */
export const isOverBound = (error: Error): boolean =>
  error instanceof ProgramRefusal && BOUNDS.has(error.why.key);

/** The run is over its bound. */
export const isTotal = (error: Error): boolean =>
  error instanceof ProgramRefusal && error.why.key === 'engine.total';
