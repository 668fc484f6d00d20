// The tries of a run as their list names them: by their first steps and by how they ended, as those see them whose eyes
// the page looks through.

import type { Text } from '../base/text.ts';
import type { TryInfo } from './frame.ts';
import type { Run } from './run.ts';
import { canTell, noticed, storySeen } from './seen-by.ts';

/** Steps that name a try. */
const NAMING_STEPS = 2;

export function triesOf(run: Run, eye: string | null): readonly TryInfo[] {
  const { tries } = run.timeline;
  // Where the first leaves the first try: that is where it goes its own way.
  const left = tries.list().flatMap(({ parent }) => (parent?.try === 0 ? parent.step : []));
  return tries.list().map(({ id, name, parent }) => {
    const length = tries.length(id);
    const violated = run.model.properties
      .filter((property, index) => property.kind === 'always' && run.timeline.firstFlip(id, index) !== null)
      .map((property) => property.name)
      .filter((property) => canTell(run, property, eye));
    return {
      id,
      name,
      from: parent,
      length,
      parts: sentencesFrom(run, id, parent?.step ?? (left.length > 0 ? Math.min(...left) : 0), eye),
      ended: { over: run.isOver(id), violated },
    };
  });
}

/** The steps after this one of a try in words, as many as name it; without those that were nothing to who looks. */
function sentencesFrom(run: Run, id: number, step: number, eye: string | null): readonly Text[] {
  const last = Math.min(step + NAMING_STEPS, run.length(id));
  const name = JSON.stringify([id, step, last, eye]);
  const known = run.named.get(name);
  if (known) return known;
  const said: Text[] = [];
  for (let at = step + 1; at <= last; at++) {
    const { before, action, after } = run.timeline.stepTo({ try: id, step: at });
    const [was, is] = [before.moment.state, after.moment.state];
    if (noticed(run, was, action, is, eye)) said.push(storySeen(run, was, action, is, eye).sentence);
  }
  run.named.set(name, said);
  return said;
}
