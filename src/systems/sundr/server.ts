// The server: it holds what users signed, and answers. Honest, it shows the newest of everything; the learner or the
// explorer may have its seat instead. It has no step of its own: how it answers belongs to the operation it answers.

import type { Actor, Given, Outcome } from '../../actors/actor.ts';
import type { Settings } from './params.ts';
import type { Ask, Rules } from './rules.ts';
import type { Body, Entry, Local, ServerLocal, Shown } from './state.ts';
import { isUser } from './state.ts';

export const SERVER_ID = 'server';

export function serverActor(s: Settings, rules: Rules): Actor<Local, Body> {
  /** Structures are numbered as they come, which is part of what they are; entries of a log know their place. */
  const numbered = s.protocol === 'serialized' || s.protocol === 'concurrent';
  const kept = (held: readonly Entry[], entry: Entry): readonly Entry[] =>
    numbered
      ? [...held, { ...entry, n: held.length + 1 }]
      : [...held, entry].sort((a, b) => (a.id < b.id ? -1 : 1));

  function answers(local: ServerLocal, ask: Ask): readonly string[] {
    if (isUser(ask.user) && !s.bank && local.answered >= s.maxOps) return [];
    if (s.server === 'honest') return [rules.honest(local, ask)];
    const held = rules.held(local, ask);
    return s.server === 'liar' && s.alters ? [...held, ...rules.lies(local, ask)] : held;
  }

  /** The lock is taken; or, where operations may overlap, the certificate is kept. */
  function underWay(local: ServerLocal, ask: Ask, shown: Shown, id: string): Partial<ServerLocal> {
    const k = Number(id.split('.')[1]);
    const made =
      s.protocol === 'concurrent' ? rules.certificate?.(local, ask, shown, `${ask.user}${k + 1}`) : undefined;
    return made ? { certificates: [...local.certificates, made] } : { lock: ask.user };
  }

  return {
    id: SERVER_ID,
    initial: {
      local: { kind: 'server', held: [], lock: null, answered: 0, certificates: [] },
      sends: [],
    },
    answers(local, { body }) {
      return body.kind === 'ask' && local.kind === 'server' ? answers(local, body) : undefined;
    },
    receive(local, { id, from, body }, given?: Given): Outcome<Local, Body> {
      if (local.kind !== 'server' || body.kind === 'show' || body.kind === 'tell')
        throw new Error(`the server hears ${id}`);
      if (body.kind === 'commit') {
        const { entry } = body;
        const certificates = local.certificates.filter(({ signer }) => signer !== from);
        const held = entry ? kept(local.held, entry) : local.held;
        return { local: { ...local, held, lock: null, certificates }, sends: [] };
      }
      const shown = rules.shown(local, body, given?.answer ?? '');
      return {
        local: {
          ...local,
          ...underWay(local, body, shown, id),
          answered: local.answered + (isUser(from) ? 1 : 0),
        },
        sends: [{ id: `${id}.show`, replyTo: id, to: from, body: { kind: 'show', op: body.op, shown } }],
      };
    },
  };
}
