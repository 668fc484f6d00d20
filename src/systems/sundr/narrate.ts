// The sentence of a step, why it matters, and where the paper says so.

import type { WorldAction } from '../../actors/world.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Params, Story } from '../../contract/system.ts';
import { BOX } from './params.ts';
import { NONE } from './rules.ts';
import type { Entry, Operation, Refusal, Shown, SundrWorld } from './state.ts';
import { ROOT } from './state.ts';
import type { Answered, Came } from './step.ts';
import {
  answeredIn,
  cameOf,
  gaveText,
  hiddenBy,
  operationText,
  settingOf,
  shownText,
  showsForged,
  userIn,
} from './step.ts';
import { spelt } from './vectors.ts';

type Args = Readonly<Record<string, Text | string | number>>;

const story = (key: string, args: Args, why?: Text, source?: string): Story => ({
  sentence: text(`say.${key}`, args),
  ...(why ? { why } : {}),
  ...(source ? { source } : {}),
});

/** The section of the paper that has the protocol. */
const SECTIONS: Readonly<Record<string, string>> = { straw: '3.1', serialized: '3.3', concurrent: '3.4' };

export function narrate(before: SundrWorld, action: WorldAction, after: SundrWorld, params: Params): Story {
  const section = SECTIONS[String(params.protocol)];
  const answered = answeredIn(before, action, params);
  if (answered) {
    const { ask, shown } = answered;
    const { user, op } = ask;
    const args = { user, op: operationText(op), shown: shownText(shown, params), file: op.file };
    if (params.grain === 'message') {
      return story(locked(params, 'asked', 'sends'), args, hiddenWhy(before, answered, params), section);
    }
    return finished(before, answered, cameOf(before, after, user), params, section);
  }
  const envelope = before.net.find(({ id }) => id === action.of);
  const { body } = envelope ?? {};
  const user =
    action.kind === 'deliver' ? (body?.kind === 'show' ? (envelope?.to ?? '') : action.actor) : action.actor;
  if (body?.kind === 'show')
    return story('arrives', { user, shown: shownText(body.shown, params) }, undefined, section);
  if (body?.kind === 'commit') {
    return body.entry
      ? story(locked(params, 'uploaded', 'commits'), { user, id: body.entry.id }, undefined, section)
      : story(locked(params, 'released', 'withdraws'), { user }, undefined, section);
  }
  if (body?.kind === 'tell') return met(before, after, envelope?.to ?? '', action.actor);
  if (action.kind === 'tell') return story('tells', { user }, undefined, '3.2');
  if (action.kind === 'stay')
    return story('stays', { user, other: rivalOf(before, user) }, text('why.stays'), '3.2');
  if (action.kind === 'join') return tookSide(before, after, user);
  return phase(before, action, after, params, section);
}

/** Concurrent SUNDR has no lock. */
const locked = (params: Params, lock: string, none: string): string =>
  params.protocol === 'concurrent' ? none : lock;

/** One step of an operation by itself: a check, or the signature. */
function phase(
  before: SundrWorld,
  { actor: user, kind }: WorldAction,
  after: SundrWorld,
  params: Params,
  section?: string,
): Story {
  const { refusal, entry } = cameOf(before, after, user);
  const busy = userIn(before, user).busy;
  if (refusal)
    return story('refuses', { user, check: text(`check.${refusal.check}`) }, valuesOf(refusal), section);
  if (kind !== 'sign' || !busy) {
    const n = busy?.shown.entries.length ?? 0;
    const last = userIn(before, user).last?.id ?? '–';
    return story(kind, { user, n, last }, undefined, section);
  }
  const { op, shown } = busy;
  return entry
    ? story('signs', { user, id: entry.id, op: operationText(op) }, coversWhy(shown, params), section)
    : story('keeps', { user, gave: gave(op, shown, user, params) }, undefined, section);
}

function finished(
  before: SundrWorld,
  answered: Answered,
  { refusal, entry }: Came,
  params: Params,
  section?: string,
): Story {
  const { ask, shown } = answered;
  const { user, op } = ask;
  const args = { user, file: op.file, shown: shownText(shown, params), id: entry?.id ?? '' };
  if (refusal) {
    return story('refused', { ...args, check: text(`check.${refusal.check}`) }, valuesOf(refusal), section);
  }
  const { helps, removes } = settingOf(params).settings;
  const forged = showsForged(shown)
    ? text(helps === '' ? 'why.forged' : 'why.helped', { user, helps })
    : undefined;
  const again = entry?.redoes === undefined ? undefined : text('why.again', { of: entry.redoes });
  const removal = user === ROOT ? text('why.removes', { user: removes }) : undefined;
  const why = forged ?? again ?? removal ?? hiddenWhy(before, answered, params);
  if (user === BOX) return story('stamps', { ...args, tick: Number(op.bytes) }, why, '3.2');
  if (op.kind === 'mod') return story('writes', args, why ?? coversWhy(shown, params), section);
  const read = { ...args, gave: gave(op, shown, user, params) };
  return entry ? story('fetches', read, why, section) : story('fetches-unsigned', read, why, section);
}

const gave = (op: Operation, shown: Shown, user: string, params: Params): Text =>
  gaveText(op, settingOf(params).rules.read({ user, op }, shown), params);

/** The two values that did not match. */
const valuesOf = ({ check, expected, actual }: Refusal): Text =>
  text(`why.${check}`, { expected: shortened(expected), actual: shortened(actual) });

/** Hashes, keys and signatures by their first eight digits. */
export const shortened = (value: string): string | Text =>
  value === NONE ? text('facet.none') : /^[0-9a-f]{64,}$/.test(value) ? `${value.slice(0, 8)}…` : value;

function hiddenWhy(before: SundrWorld, answered: Answered, params: Params): Text | undefined {
  const hidden = hiddenBy(before, answered, params);
  if (hidden.length === 0) return undefined;
  return text('why.hidden', { user: answered.ask.user, ids: hidden.join(' ') });
}

const coversWhy = ({ entries }: Shown, params: Params): Text | undefined =>
  params.protocol === 'files'
    ? text('why.alone')
    : entries.length > 0
      ? text('why.covers', { ids: entries.map(({ id }) => id).join(' ') })
      : undefined;

const rivalOf = (world: SundrWorld, user: string): string => userIn(world, user).parted?.signer ?? '';

/** A user takes the side of the one from whom it has parted. */
function tookSide(before: SundrWorld, after: SundrWorld, user: string): Story {
  const { last, own = [], side } = userIn(after, user);
  const left = (userIn(before, user).own ?? []).filter((entry) => !own.includes(entry));
  const ids = (list: readonly Entry[]): string => list.map(({ id }) => id).join(' ');
  const args = { user, other: rivalOf(before, user), last: last?.id ?? '', left: ids(left) };
  const again = ids(side?.redo ?? []);
  const why = text(again === '' ? 'why.joins-read' : 'why.joins', { ids: again });
  return story(last ? 'joins' : 'joins-new', args, why, '3.2');
}

/** Two users compare their last entries, past the server. */
function met(before: SundrWorld, after: SundrWorld, user: string, other: string): Story {
  const { refusal } = cameOf(before, after, user);
  const vector = (of: string): string => spelt(userIn(before, of).last?.vector ?? {});
  const args = { user, other, own: vector(user), theirs: vector(other) };
  return refusal
    ? story('parted', args, text('why.parted', args), '3.2')
    : story('agrees', args, undefined, '3.2');
}
