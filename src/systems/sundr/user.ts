// A user: asks for an operation, checks what it is shown, signs, and commits (section 3.1: take the lock, check the
// signatures, find your own last, build the file system, append and sign, upload). By exchange that is one step and one
// Job; by message each of these is a step to be seen. All it must remember between two operations is its own last.

import type { Actor, Given, Outcome } from '../../actors/actor.ts';
import { utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';
import type { Job } from '../../kernel/job.ts';
import type { Settings } from './params.ts';
import { beingWritten } from './pending.ts';
import { operation } from './program.ts';
import type { Ask, Rules } from './rules.ts';
import { refusalOf } from './rules.ts';
import { compared, joined, maySide, stayed } from './sides.ts';
import type { Body, Entry, Local, Operation, Phase, Refusal, Shown, UserLocal } from './state.ts';

type Sent = Outcome<Local, Body>;

/** What an operation comes to: a refusal, or what is signed, if anything is. */
export interface Verdict {
  readonly refusal: Refusal | null;
  readonly entry: Entry | null;
}

/** All that decides it. The settings and the seed are in it, so that whoever makes the job needs nothing else. */
export interface Work {
  readonly settings: Settings;
  readonly seed: number;
  readonly ask: Ask;
  readonly local: UserLocal;
  readonly shown: Shown;
}

export const operate = (rules: Rules, ask: Ask, local: UserLocal, shown: Shown): Verdict => {
  const refusal = refusalOf(rules, ask, local, shown);
  return { refusal, entry: refusal ? null : rules.entry(ask, local, shown) };
};

/** As JSON in ASCII, so that a byte is a character. */
export const verdictBytes = (verdict: Verdict): Uint8Array =>
  utf8(
    canonicalJson(verdict).replace(
      /[^ -~]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
const verdictIn = (bytes: Uint8Array): Verdict => JSON.parse(String.fromCharCode(...bytes)) as Verdict;

const NEXT: Readonly<Record<string, Phase>> = {
  'check-signatures': 'check-own',
  'check-own': 'build',
  build: 'sign',
};

export function userActor(s: Settings, seed: number, rules: Rules, user: string): Actor<Local, Body> {
  const ask = (done: number): Sent['sends'] => {
    const op = operation(s, user, done);
    return op ? [{ id: `${user}.${done}.ask`, to: 'server', body: { kind: 'ask', user, op } }] : [];
  };
  /** The operation of an entry that it left, asked for again; the next of its own waits beside it. */
  const askAgain = ([left]: readonly Entry[], done: number): Sent['sends'] =>
    left ? [{ id: `${user}.${done}.again`, to: 'server', body: { kind: 'ask', user, op: left.op } }] : [];
  /** Past the server: it tells its own last. */
  const tell = (to: string, last: Entry): Sent['sends'] => [
    { id: `${user}.tell.${to}`, to, body: { kind: 'tell', last } },
  ];
  /** With whom it talks: the user after it. */
  const friend = s.users[s.users.indexOf(user) + 1];
  const start: UserLocal = {
    kind: 'user',
    done: 0,
    last: null,
    told: false,
    phase: 'idle',
    busy: null,
    refused: null,
    ...(maySide(s) ? { own: [] } : {}),
  };

  /** The end of an operation: what was signed goes to the server, and the lock with it. */
  function finished(local: UserLocal, { refusal, entry }: Verdict, replyTo?: string): Sent {
    const commit = {
      id: `${user}.${local.done}.commit`,
      ...(replyTo === undefined ? {} : { replyTo }),
      to: 'server',
      body: { kind: 'commit', entry } as const,
    };
    const rest = { ...local, phase: 'idle', busy: null } as const;
    // Section 3.4: it commits, and waits for what it is about to read.
    if (!refusal && s.messages && mustWait(s, local)) {
      return { local: { ...local, phase: 'wait', last: entry ?? local.last }, sends: [commit] };
    }
    if (refusal) return { local: { ...rest, refused: refusal }, sends: [commit] };
    const done = local.done + 1;
    const next = { ...rest, done, last: entry ?? local.last };
    const own = local.own && entry ? { own: [...local.own, entry] } : {};
    const { side } = local;
    if (!side || side.redo.length === 0) return { local: { ...next, ...own }, sends: [commit, ...ask(done)] };
    const redo = side.redo.slice(1);
    return {
      local: { ...next, ...own, side: { ...side, redo } },
      sends: [commit, ...askAgain(redo, done)],
    };
  }

  const workOf = (local: UserLocal, op: Operation, shown: Shown): Job => {
    const input: Work = { settings: s, seed, ask: { user, op }, local, shown };
    return { kind: 'sundr/operation', input };
  };

  return {
    id: user,
    initial: { local: start, sends: ask(0) },
    receive(local, { id, body }, given?: Given) {
      if (local.kind !== 'user' || body.kind === 'ask' || body.kind === 'commit')
        throw new Error(`${user} hears ${id}`);
      if (body.kind === 'tell') return { local: compared(s, local, body.last), sends: [] };
      const { op, shown } = body;
      if (s.messages)
        return { local: { ...local, phase: 'check-signatures', busy: { op, shown } }, sends: [] };
      const verdict = given?.result ? verdictIn(given.result) : operate(rules, { user, op }, local, shown);
      return finished(local, verdict, id);
    },
    job(local, what) {
      if (local.kind !== 'user') return undefined;
      if (typeof what !== 'string') {
        return what.body.kind === 'show' && !s.messages
          ? workOf(local, what.body.op, what.body.shown)
          : undefined;
      }
      return what === 'sign' && local.busy ? workOf(local, local.busy.op, local.busy.shown) : undefined;
    },
    ...(s.messages || s.talk ? { acts, act } : {}),
  };

  function acts(local: Local): readonly { readonly name: string; readonly kind: string }[] {
    if (local.kind !== 'user') return [];
    if (local.phase !== 'idle') return [{ name: local.phase, kind: local.phase }];
    if (local.parted) {
      return (local.told ? ['join'] : ['join', 'stay']).map((name) => ({ name, kind: name }));
    }
    return s.talk && friend && local.last && !local.told && !local.refused
      ? [{ name: 'tell', kind: 'tell' }]
      : [];
  }

  function act(local: Local, name: string, given?: Given): Sent {
    if (local.kind === 'user' && name === 'tell' && local.last && friend)
      return { local: { ...local, told: true }, sends: tell(friend, local.last) };
    if (local.kind === 'user' && local.parted && local.refused && local.last) {
      if (name === 'stay') return { local: stayed(local), sends: tell(local.parted.signer, local.last) };
      const next = joined(local, local.parted, local.refused);
      return { local: next, sends: askAgain(next.side?.redo ?? [], next.done) };
    }
    if (local.kind !== 'user' || !local.busy) throw new Error(`${user} has nothing to do`);
    const { op, shown } = local.busy;
    const asked = { user, op };
    const { signatures, own, build } = rules.checks;
    switch (local.phase) {
      case 'check-signatures':
        return checked(local, signatures(asked, shown));
      case 'check-own':
        return checked(local, own(asked, local, shown));
      case 'build':
        return checked(local, build(asked, local, shown));
      case 'wait': {
        const done = local.done + 1;
        return { local: { ...local, done, phase: 'idle', busy: null }, sends: ask(done) };
      }
      default:
        return finished(
          local,
          given?.result
            ? verdictIn(given.result)
            : { refusal: null, entry: rules.entry(asked, local, shown) },
        );
    }
  }

  function checked(local: UserLocal, refusal: Refusal | null): Sent {
    if (refusal) return finished(local, { refusal, entry: null });
    return { local: { ...local, phase: NEXT[local.phase] ?? 'idle' }, sends: [] };
  }
}

/** It reads what somebody is writing who has not signed it yet. */
const mustWait = (s: Settings, { busy }: UserLocal): boolean =>
  s.wait && busy?.op.kind === 'fetch' && beingWritten(busy.shown, busy.op.file) !== undefined;
