// The rules: two clerks and one lock. Who looks and then takes may find that somebody else looked at the same moment;
// who tests and sets in one step may not.

import { text } from '../../../base/text.ts';
import type { Action, Model } from '../../../kernel/model.ts';

type Phase = 'outside' | 'looked' | 'inside' | 'done';
export interface Office {
  readonly ann: Phase;
  readonly ben: Phase;
  readonly lock: 'free' | 'taken';
}
type Clerk = 'ann' | 'ben';
export const CLERKS: readonly Clerk[] = ['ann', 'ben'];

const act = (kind: 'look' | 'take' | 'leave', actor: Clerk): Action => ({
  key: `${actor}.${kind}`,
  kind,
  actor,
});

/** `rota`: who comes, one a line. */
export function lock(atomic: boolean, rota: string): Model<Office> {
  const comes = (clerk: Clerk): Phase => (rota.split('\n').includes(clerk) ? 'outside' : 'done');
  const next = (office: Office, clerk: Clerk): Action | null => {
    switch (office[clerk]) {
      case 'outside':
        return office.lock === 'taken' ? null : act(atomic ? 'take' : 'look', clerk);
      case 'looked':
        return act('take', clerk);
      case 'inside':
        return act('leave', clerk);
      case 'done':
        return null;
    }
  };
  return {
    init: () => ({ ann: comes('ann'), ben: comes('ben'), lock: 'free' }),
    enabled: (office) => CLERKS.flatMap((clerk) => next(office, clerk) ?? []),
    blocked: (office) =>
      CLERKS.filter((clerk) => office[clerk] === 'outside' && office.lock === 'taken').map((clerk) => ({
        ...act(atomic ? 'take' : 'look', clerk),
        reason: text('blocked.taken'),
      })),
    next(office, { kind, actor }) {
      if (kind === 'look') return { ...office, [actor]: 'looked' };
      if (kind === 'take') return { ...office, [actor]: 'inside', lock: 'taken' };
      return { ...office, [actor]: 'done', lock: 'free' };
    },
    properties: [
      {
        name: 'one-inside',
        kind: 'always',
        judge: ({ ann, ben }) => !(ann === 'inside' && ben === 'inside'),
        witness: () => ({ text: text('witness.one-inside'), actors: CLERKS }),
      },
      { name: 'both-done', kind: 'sometimes', judge: ({ ann, ben }) => ann === 'done' && ben === 'done' },
    ],
  };
}
