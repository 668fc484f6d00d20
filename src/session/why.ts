// Why a promise is broken in the run on screen: which of its steps must have happened.

import type { WhyOutcome } from './api.ts';
import type { Cursor } from './frame.ts';
import type { Run } from './run.ts';
import { refused } from './session-text.ts';
import type { Work } from './work.ts';

export async function whyOf(run: Run, at: Cursor, name: string, _work: Work): Promise<WhyOutcome> {
  const index = run.model.properties.findIndex((property) => property.name === name);
  if (index < 0) {
    const known = run.model.properties.map((property) => property.name).join(', ');
    throw refused('session.unknown-property', { name, known });
  }
  if (run.timeline.soFar(at, index) !== 'violated') throw refused('session.never-violated', { name });
  throw refused('session.no-explorer');
}
