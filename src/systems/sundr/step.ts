// What a step was: who asked for what, what the server showed, and what came of it. Sentences, marks and offers are all
// made from this.

import type { WorldAction } from '../../actors/world.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Params } from '../../contract/system.ts';
import { rulesOf } from './model.ts';
import type { Settings } from './params.ts';
import { settingsOf } from './params.ts';
import { CLOCK, ownerOf, writerOf } from './program.ts';
import type { Ask, Rules } from './rules.ts';
import { isForged } from './rules.ts';
import { signerOf } from './signer.ts';
import type { Entry, Operation, Refusal, ServerLocal, Shown, SundrWorld, UserLocal } from './state.ts';
import { signedSince } from './state.ts';
import { pastOf } from './vectors.ts';

interface Setting {
  readonly settings: Settings;
  readonly rules: Rules;
}

/** Which key signs is no part of what is said, so any seed will do. */
const settings = new WeakMap<Params, Setting>();
export function settingOf(params: Params): Setting {
  let known = settings.get(params);
  if (!known) {
    const read = settingsOf(params);
    known = { settings: read, rules: rulesOf(read, signerOf(0)) };
    settings.set(params, known);
  }
  return known;
}

export const serverIn = (world: SundrWorld): ServerLocal => world.locals.server as ServerLocal;
export const userIn = (world: SundrWorld, user: string): UserLocal => world.locals[user] as UserLocal;

/** An answer of the server, whole where a step is an operation. */
export interface Answered {
  readonly ask: Ask;
  readonly shown: Shown;
}

/** The request that this action answers, and how. */
export function answeredIn(world: SundrWorld, action: WorldAction, params: Params): Answered | null {
  const body = world.net.find(({ id }) => id === action.of)?.body;
  if (body?.kind !== 'ask') return null;
  const ask = { user: body.user, op: body.op };
  return { ask, shown: settingOf(params).rules.shown(serverIn(world), ask, action.answer ?? '') };
}

/** What came of it for a user between two moments. */
export interface Came {
  readonly refusal: Refusal | null;
  readonly entry: Entry | null;
  /** The operation is over, one way or the other. */
  readonly isOver: boolean;
}

export function cameOf(before: SundrWorld, after: SundrWorld, user: string): Came {
  const [was, is] = [userIn(before, user), userIn(after, user)];
  return {
    refusal: is.refused,
    entry: signedSince(was, is),
    isOver: is.done > was.done || (is.refused === null) !== (was.refused === null),
  };
}

export const operationText = ({ kind, file }: Operation): Text =>
  text(file === CLOCK ? 'op.stamp' : `op.${kind}`, { file });

/** What was shown, in a few words: ids, or that it was a lie. */
export function shownText(shown: Shown, params: Params): Text {
  const signed = signedText(shown, params);
  const ids = shown.pending.map(({ id }) => id);
  return ids.length === 0 ? signed : text('shown.amid', { shown: signed, ids: idsOf(ids) });
}
function signedText({ entries, lie }: Shown, params: Params): Text {
  const ids = entries.map(({ id }) => id);
  const last = ids.at(-1);
  if (lie !== null) return text(`lie.${lie}`, { ids: idsOf(ids) });
  if (last === undefined) return text('shown.none');
  return params.protocol === 'straw'
    ? text('shown.log', { id: last })
    : text('shown.these', { ids: idsOf(ids) });
}
const idsOf = (ids: readonly string[]): string => (ids.length === 0 ? '–' : ids.join(' '));

/** What a fetch gave, in words. */
export function gaveText(op: Operation, bytes: string | null, params: Params): Text {
  if (bytes === null) return text('gave.none');
  const { settings } = settingOf(params);
  const writer = writerOf(settings, op.file, bytes);
  if (writer === '') return text('gave.first');
  if (writer === '?' && ownerOf(op.file) === settings.helps)
    return text('gave.helped', { user: settings.helps });
  return writer === '?' ? text('gave.forged') : text('gave.written', { id: writer });
}

/** Entries that the server holds and did not show, directly or as the past of what it showed. */
export function hiddenBy(world: SundrWorld, { shown, ask }: Answered, params: Params): readonly string[] {
  const { held } = serverIn(world);
  if (params.protocol === 'files') {
    const newest = held.findLast(({ op }) => op.kind === 'mod' && op.file === ask.op.file);
    return newest && !shown.entries.some(({ id }) => id === newest.id) ? [newest.id] : [];
  }
  const past = pastOf(
    held,
    shown.entries.map(({ id }) => id),
  );
  return held.filter(({ id }) => !past.has(id)).map(({ id }) => id);
}

export const showsForged = ({ entries }: Shown): boolean => entries.some(({ id }) => isForged(id));
