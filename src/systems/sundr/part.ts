// The steps of a run as one part of the system: the model with its words, marks and endings.

import type { WorldAction } from '../../actors/world.ts';
import { text } from '../../base/text.ts';
import type { Part } from '../../contract/system.ts';
import { eyes } from './eyes.ts';
import { chips, inspect, mark, offer } from './marks.ts';
import { sundrModel } from './model.ts';
import { narrate } from './narrate.ts';
import { timedOneMore } from './one-more-findings.ts';
import type { Settings } from './params.ts';
import { BOX, principals, settingsOf } from './params.ts';
import { fileOf } from './program.ts';
import { scene } from './scene.ts';
import { SERVER_ID } from './server.ts';
import type { SundrWorld } from './state.ts';
import { ROOT } from './state.ts';

export const part: Omit<Part<SundrWorld, WorldAction>, 'words' | 'outcome'> = {
  model: sundrModel,
  actors(params) {
    const s = settingsOf(params);
    const users = principals(s).map((id) => ({
      id,
      name: text('actor.user', { id }),
      role: id === BOX ? text('role.box') : roleOf(id),
    }));
    return [
      ...users,
      { id: SERVER_ID, name: text('actor.server'), role: text(`role.${isHiding(s) ? 'hides' : s.server}`) },
    ];
  },
  start: (params, state) => chips(state, params),
  narrate,
  mark,
  offer,
  inspect,
  scene,
  eyes,
  timed: async () => timedOneMore,
};

/** A liar that changes nothing. */
const isHiding = ({ server, alters }: Settings): boolean => server === 'liar' && !alters;

function roleOf(user: string) {
  if (user === ROOT) return text('role.root');
  const file = fileOf(user);
  return file === undefined ? text('role.reader') : text('role.owner', { file });
}
