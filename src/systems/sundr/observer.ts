// Somebody outside who sees every step and writes down what the promises are judged by: no user and no server knows it.

import type { Changed, Observer } from '../../actors/options.ts';
import type { World } from '../../actors/world.ts';
import type { Settings } from './params.ts';
import { BOX } from './params.ts';
import { BANK, MEMBERS, ownerOf, writerOf } from './program.ts';
import type { Ask, Rules } from './rules.ts';
import { isForged, named } from './rules.ts';
import type { Body, Book, Done, Entry, Local, ServerLocal, Shown, UserLocal } from './state.ts';
import { ROOT, signedSince } from './state.ts';
import { stampIn } from './straw.ts';
import { countIn } from './vectors.ts';

/** What he hears of a step. */
interface Heard {
  readonly user: string;
  /** It asked for an operation, or finished one. */
  readonly ended: boolean;
  readonly ask: Ask;
  readonly shown: Shown;
  readonly read: string | null;
  readonly entry: Entry | null;
  readonly afterB: boolean;
  /** The superuser has removed somebody. */
  readonly removed?: boolean;
  /** Of the log that was answered with, what was taken out of it. */
  readonly left?: readonly string[];
}

export const EMPTY: Book = { fetched: [], forged: false, age: 0, done: [], steps: 0, began: {} };

export function observerOf(s: Settings, rules: Rules): Observer<Local, Body> {
  /** An operation that was accepted in this step. */
  function accepted(
    changed: Readonly<Record<string, Changed<Local>>>,
    before: World<Local, Body>,
    asked: { readonly ask: Ask; readonly shown: Shown } | null,
  ): Heard | null {
    for (const user of Object.keys(changed).sort()) {
      const { before: was, after: is } = changed[user] as Changed<Local>;
      if (was.kind !== 'user' || is.kind !== 'user' || is.done === was.done) continue;
      const what = was.busy ? { ask: { user, op: was.busy.op }, shown: was.busy.shown } : asked;
      if (!what) continue;
      const { ask, shown } = what;
      const read = ask.op.kind === 'fetch' ? rules.read(ask, shown) : null;
      // Who waited has signed before.
      const entry = was.phase === 'wait' ? is.last : signedSince(was, is);
      const afterB = hasDone(before, 'B');
      const removed = s.removes === '' ? {} : { removed: hasDone(before, ROOT) };
      return { user, ended: true, ask, shown, read, entry, afterB, ...removed, left: [] };
    }
    return null;
  }

  return {
    start: EMPTY,
    event(action, changed, envelope, before) {
      const body = envelope?.body;
      const server = before.locals.server as ServerLocal;
      const asked =
        body?.kind === 'ask' ? { ask: body, shown: rules.shown(server, body, action.answer ?? '') } : null;
      const isLog = s.history && s.protocol === 'straw';
      const left = asked && isLog ? takenOut(server.held, action.answer ?? '', asked.shown) : [];
      const heard = accepted(changed, before, asked);
      if (heard) return { ...heard, left };
      if (!s.history) return undefined;
      return asked
        ? {
            user: body && 'user' in body ? body.user : '',
            ended: false,
            ...asked,
            read: null,
            entry: null,
            afterB: false,
            left,
          }
        : { user: '', ended: false };
    },
    record: (record, event) => written(s, record as Book, event as Heard),
  };
}

const hasDone = ({ locals }: World<Local, Body>, user: string): boolean =>
  ((locals[user] as UserLocal | undefined)?.done ?? 0) > 0;

/** Only the straw man's server shows a whole log, so only there can one lack what it was made of. */
function takenOut(held: readonly Entry[], answer: string, { entries, lie }: Shown): readonly string[] {
  if (lie !== 'omit' && lie !== 'deny') return [];
  const shown = new Set(entries.map(({ id }) => id));
  const base = held.find(({ id }) => id === named(answer).base);
  return base ? [...base.over, base.id].filter((id) => !shown.has(id)) : [];
}

function written(s: Settings, before: Book, heard: Heard): Book {
  const steps = s.history ? before.steps + 1 : 0;
  const book = heard.left?.length
    ? { ...before, left: [...(before.left ?? []), { user: heard.user, step: steps, ids: heard.left }] }
    : before;
  const { user, ended } = heard;
  if (!ended) {
    return user === '' ? { ...book, steps } : { ...book, steps, began: { ...book.began, [user]: steps } };
  }
  const { ask, shown, entry, afterB } = heard;
  const { op } = ask;
  const read = op.kind === 'fetch' ? writerOf(s, op.file, heard.read) : '';
  const isBank = s.bank && user === 'C' && op.kind === 'fetch';
  // What the server wrote by a helper's key is not what the helper wrote.
  const isNew = read !== '' && !(read === '?' && ownerOf(op.file) === s.helps);
  const fetched = isBank ? [...book.fetched, { file: op.file, isNew, afterB }] : book.fetched;
  const age = s.box > 0 && user !== BOX ? Math.max(book.age, shown.clock - stampIn(shown.entries)) : book.age;
  const fakes = shown.entries.filter(({ id }) => isForged(id)).map(({ signer }) => signer);
  if (read === '?') fakes.push(ownerOf(op.file));
  const byRemoved = heard.removed ? signedLate(s, book, shown) : [];
  const knows = shown.entries.find(({ op: { file } }) => file === MEMBERS);
  const forged =
    book.forged ||
    fakes.some((signer) => signer !== s.helps) ||
    byRemoved.some((one) => knows && !isCounted(knows, one));
  const helped = book.helped || fakes.includes(s.helps) ? { helped: true as const } : {};
  const late = heard.removed && user === s.removes && entry ? { late: [...(book.late ?? []), entry.id] } : {};
  const isOutlived = book.outlived || (user !== s.removes && !knows && byRemoved.length > 0);
  const outlived = isOutlived ? { outlived: true as const } : {};
  const done: Done = {
    user,
    op,
    entry,
    shown: [...shown.entries, ...shown.pending].map(({ id }) => id),
    lie: shown.lie,
    read,
    start: book.began[user] ?? steps,
    end: steps,
  };
  const kept = s.history ? [...book.done, done] : [];
  return { ...book, fetched, forged, ...helped, ...late, ...outlived, age, steps, done: kept };
}

/** The superuser's list counts an entry of this number: no vector tells two of one number apart, by a key given away. */
const isCounted = (list: Entry, { id, signer, vector }: Entry): boolean =>
  isForged(id) ? list.over.includes(id) : countIn(vector, signer) <= countIn(list.vector, signer);

/** Of what was shown, what a removed user signed since it was: by itself, or the server by its key. */
const signedLate = ({ removes }: Settings, { late = [] }: Book, { entries }: Shown): readonly Entry[] =>
  entries.filter(({ id, signer }) => signer === removes && (isForged(id) || late.includes(id)));

/** The two fetches of C as the lecture's question has them: old `auth.py` though B had finished, then new `bank.py`. */
export const mixed = ({ fetched: [auth, bank] }: Book): boolean =>
  auth !== undefined && bank?.file === BANK && !auth.isNew && auth.afterB && bank.isNew;
