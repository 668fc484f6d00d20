// The choices of a try as a link spells them, step by step as it grows.

import { ChoiceWriter } from '../share/choices.ts';
import type { Run } from './run.ts';

interface Spelling {
  readonly try: number;
  readonly writer: ChoiceWriter;
  length: number;
}
/** The try spelled last in each run: a step more costs a step, however long the run. */
const spellings = new WeakMap<Run, Spelling>();

/** The choices of a try's whole path, as a link has them. */
export const choicesOf = (run: Run, id: number): string => spellAlong(run, id).spelled();

/** Spells what a try has grown by, so that its link is at hand. */
export function spellAlong(run: Run, id: number): ChoiceWriter {
  const known = spellings.get(run);
  const spelling = known?.try === id ? known : { try: id, writer: new ChoiceWriter(), length: 0 };
  spellings.set(run, spelling);
  const { tries } = run.timeline;
  for (const { try: line, from, to } of tries.stretches(id, spelling.length)) {
    for (let step = from + 1; step <= to; step++) {
      const { rank, isDefault } = tries.rankOf({ try: line.id, step });
      spelling.writer.add(rank, isDefault);
    }
  }
  spelling.length = run.length(id);
  return spelling.writer;
}
