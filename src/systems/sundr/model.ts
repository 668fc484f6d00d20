// SUNDR (Li, Krohn, Mazieres and Shasha, OSDI 2004) as one Model: users who sign, a server whose seat may be the
// learner's, and the protocol that decides what a user checks. Ours hashes by SHA-256 and signs by Ed25519, where the
// paper has SHA-1 and ESIGN.

import { actorModel } from '../../actors/actor-model.ts';
import type { World, WorldAction } from '../../actors/world.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Params } from '../../contract/system.ts';
import type { Model } from '../../kernel/model.ts';
import { observerOf } from './observer.ts';
import type { Settings } from './params.ts';
import { principals, settingsOf } from './params.ts';
import { beingWritten } from './pending.ts';
import { AUTH, MEMBERS, membersIn } from './program.ts';
import { properties } from './properties.ts';
import type { Rules } from './rules.ts';
import { serverActor } from './server.ts';
import { fileRules } from './signed-files.ts';
import type { Signer } from './signer.ts';
import { signerOf } from './signer.ts';
import type { Body, Local, Refusal, ServerLocal, SundrWorld, UserLocal } from './state.ts';
import { strawRules } from './straw.ts';
import { structureRules } from './structures.ts';
import { userActor } from './user.ts';

export function rulesOf(s: Settings, signer: Signer): Rules {
  switch (s.protocol) {
    case 'files':
      return fileRules(s, signer);
    case 'straw':
      return strawRules(s, signer);
    default:
      return structureRules(s, signer);
  }
}

export function sundrModel(
  params: Params,
  seed: number,
  signer = signerOf(seed),
): Model<SundrWorld, WorldAction> {
  const s = settingsOf(params);
  const rules = rulesOf(s, signer);
  const model = actorModel<Local, Body>({
    actors: [...principals(s).map((user) => userActor(s, seed, rules, user)), serverActor(s, rules)],
    exchange: !s.messages,
    properties: properties(s) as never,
    observer: observerOf(s, rules),
    forbids: (world, action) => forbids(s, rules, world, action),
  }) as Model<SundrWorld, WorldAction>;
  return {
    ...model,
    worked: () => {
      const { signed, verified } = signer.counts();
      return { 'signatures made': signed, 'signatures verified': verified };
    },
  };
}

/** Why this may not happen: somebody holds the lock, the bank is not there to be built on, or the user would refuse. */
function forbids(s: Settings, rules: Rules, world: World<Local, Body>, action: WorldAction): Text | null {
  if (action.kind === 'wait') return waitsFor(world, action.actor);
  if (action.answer === undefined) return null;
  const server = world.locals.server as ServerLocal;
  const body = world.net.find(({ id }) => id === action.of)?.body;
  if (body?.kind !== 'ask') return null;
  const local = world.locals[body.user] as UserLocal;
  if (local.refused) return text('blocked.stopped', { user: body.user });
  const [again] = local.side?.redo ?? [];
  if (again && again.op !== body.op) return text('blocked.again', { user: body.user, id: again.id });
  if (server.lock !== null) return text('blocked.lock', { user: server.lock });
  const shown = rules.shown(server, body, action.answer);
  // B builds on what A wrote: it does not begin before that is there (facts: B2).
  if (s.bank && body.user === 'B' && !shown.entries.some(({ signer }) => signer === 'A')) {
    return text('blocked.needs', { user: body.user, file: AUTH });
  }
  // Its own program goes no further once it reads that it is no user.
  if (membersIn([...shown.entries, ...shown.pending])?.includes(body.user) === false) {
    return text('blocked.removed', { user: body.user, file: MEMBERS });
  }
  if (s.wait && !s.messages && body.op.kind === 'fetch') {
    const writing = beingWritten(shown, body.op.file);
    if (writing) return text('blocked.would-wait', { user: body.user, id: writing.id });
  }
  if (s.server !== 'free') return null;
  // What it holds is signed, whatever of it is shown.
  const refusal = rules.checks.own(body, local, shown) ?? rules.checks.build(body, local, shown);
  return refusal ? refusedText(body.user, refusal) : null;
}

/** What somebody waits for is not signed yet. */
function waitsFor(world: World<Local, Body>, user: string): Text | null {
  const { busy } = world.locals[user] as UserLocal;
  const writing = busy && beingWritten(busy.shown, busy.op.file);
  const { held } = world.locals.server as ServerLocal;
  if (!writing || held.some(({ id }) => id === writing.id)) return null;
  return text('blocked.would-wait', { user, id: writing.id });
}

/** The check that would fail, and the two values. */
export const refusedText = (user: string, { check, expected, actual }: Refusal): Text =>
  text('blocked.refused', { user, check: text(`check.${check}`), expected, actual });
