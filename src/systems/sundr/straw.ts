// The straw man (section 3.1): one log of every fetch and modify; each signature covers its entry and all before it. A
// server can show any beginning of any branch that it holds, and nothing else that a user would accept.

import type { Settings } from './params.ts';
import { BOX } from './params.ts';
import { AUTH, BANK, FILES, forgedBytes, MEMBERS, membersIn, ownerOf } from './program.ts';
import type { Ask, Checks, Rules } from './rules.ts';
import { NONE, named, nextId } from './rules.ts';
import type { Signer } from './signer.ts';
import { hashOf } from './signer.ts';
import type { Entry, Lie, Operation, Refusal, ServerLocal, Shown, Vector } from './state.ts';
import { countIn } from './vectors.ts';

/** The forger has a key, but nobody's. */
export const SERVER = 'S';
/** By whose key the server signs in somebody's name: that user's own, where the user helps it. */
export const forgerOf = ({ helps }: Settings, who: string): string => (who === helps ? who : SERVER);

const signedText = (id: string, op: Operation, before: string): unknown => ({ id, op, before });

/** What an entry would have to sign after this one; '' stands for nothing. */
const hashAfter = ({ id, op }: Pick<Entry, 'id' | 'op'>, before: string): string =>
  hashOf(signedText(id.replace('*', ''), op, before));

function counted(log: readonly Entry[], user: string): Vector {
  const vector: Record<string, number> = {};
  for (const principal of [...log.map(({ signer }) => signer), user].sort()) {
    vector[principal] = (vector[principal] ?? 0) + 1;
  }
  return vector;
}

export function altered(s: Settings, entry: Entry): Entry {
  const bytes = forgedBytes(s, entry.op.file);
  return { ...entry, id: `${entry.id}*`, op: { ...entry.op, bytes } };
}

export function strawRules(s: Settings, signer: Signer): Rules {
  const log = (server: ServerLocal, head: string): readonly Entry[] => {
    if (head === NONE) return [];
    const found = server.held.find(({ id }) => id === head);
    if (!found) return [];
    const before: Entry[] = [];
    for (const id of found.over) before.push(entryIn(server, id, before.at(-1)?.hash ?? ''));
    return [...before, found];
  };

  /** An entry as it stands in a log; some logs hold what was forged, where nobody checked or a user helped. */
  function entryIn(server: ServerLocal, id: string, before: string): Entry {
    const held = server.held.find((entry) => entry.id === id.replace('*', ''));
    if (!id.endsWith('*')) return held as Entry;
    return held ? altered(s, held) : madeUp(id.slice(0, -1), before);
  }

  /** The owner's next entry, which he never made. */
  function madeUp(file: string, before: string): Entry {
    const op: Operation = { kind: 'mod', file, bytes: forgedBytes(s, file) };
    const owner = ownerOf(file);
    const hash = hashAfter({ id: file, op }, before);
    return {
      id: `${file}*`,
      signer: owner,
      n: 0,
      op,
      over: [],
      vector: {},
      handle: '',
      hash,
      signature: signer.sign(forgerOf(s, owner), hash),
    };
  }

  const heads = (server: ServerLocal): readonly string[] => [NONE, ...server.held.map(({ id }) => id)];

  function lied(server: ServerLocal, head: string, lie: Lie, of: string): readonly Entry[] {
    const entries = log(server, head);
    const at = entries.findIndex(({ id }) => id === of);
    switch (lie) {
      case 'omit':
        return entries.filter(({ id }) => id !== of);
      case 'reorder':
        return [
          ...entries.slice(0, at),
          ...entries.slice(at + 1, at + 2),
          ...entries.slice(at, at + 1),
          ...entries.slice(at + 2),
        ];
      case 'alter':
        return entries.map((entry) => (entry.id === of ? altered(s, entry) : entry));
      case 'replay':
        return [...entries, ...entries.slice(at, at + 1)];
      case 'splice': {
        const other = log(server, of);
        return [...entries, ...other.filter(({ id }) => !entries.some((one) => one.id === id))];
      }
      case 'deny':
        return entries.filter(({ op }) => op.kind !== 'mod' || op.file !== of);
      default:
        return [...entries, madeUp(of, entries.at(-1)?.hash ?? '')];
    }
  }

  /** Every way to lie about one log; what comes out as the beginning of a log is no lie. */
  function liesAbout(server: ServerLocal, head: string): readonly string[] {
    const entries = log(server, head);
    const ids = entries.map(({ id }) => id);
    const mods = entries.filter(({ op, id }) => op.kind === 'mod' && !id.endsWith('*')).map(({ id }) => id);
    const files = [...new Set(entries.filter(({ op }) => op.kind === 'mod').map(({ op }) => op.file))];
    const others = heads(server).filter((other) => {
      const theirs = log(server, other).map(({ id }) => id);
      return ids.some((id) => !theirs.includes(id)) && theirs.some((id) => !ids.includes(id));
    });
    const isBeginning = (name: Lie, of: string): boolean =>
      lied(server, head, name, of).every(({ id }, i) => ids[i] === id);
    const lies: readonly (readonly [Lie, readonly string[]])[] = [
      ['omit', ids.slice(0, -1)],
      ['reorder', ids.slice(0, -1)],
      ['splice', others],
      ['alter', mods],
      ['replay', mods.filter((id) => id !== ids.at(-1))],
      ['deny', files.sort()],
      ['wrong-key', s.forge ? [AUTH, BANK] : []],
    ];
    return lies.flatMap(([lie, ofs]) =>
      ofs.filter((of) => !isBeginning(lie, of)).map((of) => `${head}.${lie}.${of}`),
    );
  }

  const checks: Checks = {
    signatures(_, { entries }) {
      if (!s.sigCheck) return null;
      let before = '';
      for (const entry of entries) {
        const { id, signer: who, hash, signature } = entry;
        const expected = hashAfter(entry, before);
        if (expected !== hash) return refused('bad-signature', hash, expected, id);
        if (!signer.verifies(who, hash, signature)) {
          return refused('bad-signature', signer.publicKey(who), signature, id);
        }
        before = hash;
      }
      return null;
    },
    own({ user }, { last }, { entries }) {
      if (!s.ownCheck || !last || entries.some(({ hash }) => hash === last.hash)) return null;
      const newest = entries.findLast((entry) => entry.signer === user)?.id ?? NONE;
      return { check: 'own-last-missing', expected: last.id, actual: newest, at: [last.id] };
    },
    build: (ask, _, shown) => notPermitted(shown.entries) ?? tooOld(s, ask, shown),
  };

  return {
    honest: (server) => longest(server.held)?.id ?? NONE,
    held: heads,
    lies: (server) => heads(server).flatMap((head) => liesAbout(server, head)),
    shown(server, _, answer) {
      const { base, lie, of } = named(answer);
      const entries = lie === null ? log(server, base) : lied(server, base, lie as Lie, of);
      return { entries, pending: [], bytes: null, lie: lie as Lie | null, clock: clockOf(server) };
    },
    checks,
    read({ op }, { entries }) {
      const last = entries.findLast((entry) => entry.op.kind === 'mod' && entry.op.file === op.file);
      return last?.op.bytes ?? FILES[op.file]?.first ?? null;
    },
    entry(ask, local, { entries }) {
      const { user, op } = ask;
      if (op.kind === 'fetch' && !s.fetchLog) return null;
      const id = nextId(ask, local);
      const hash = hashAfter({ id, op }, entries.at(-1)?.hash ?? '');
      return {
        id,
        signer: user,
        n: 0,
        op,
        over: entries.map((entry) => entry.id),
        vector: counted(entries, user),
        handle: '',
        hash,
        signature: signer.sign(user, hash),
      };
    },
  };
}

const longest = (held: readonly Entry[]): Entry | undefined => {
  let found: Entry | undefined;
  for (const entry of held) if (!found || entry.over.length > found.over.length) found = entry;
  return found;
};

/** The box's stamps so far. */
export const clockOf = ({ held }: ServerLocal): number => held.filter(({ signer }) => signer === BOX).length;

export const refused = (
  check: Refusal['check'],
  expected: string,
  actual: string,
  ...at: readonly string[]
): Refusal => ({ check, expected, actual, at });

/** Whoever writes a file must be its owner, and who signs behind the superuser's list of users must stand in it. */
export function notPermitted(
  entries: readonly Entry[],
  isBehind = (one: Entry, list: Entry): boolean => entries.indexOf(one) > entries.indexOf(list),
): Refusal | null {
  const wrong = entries.find(({ op, signer }) => op.kind === 'mod' && ownerOf(op.file) !== signer);
  if (wrong) return refused('not-permitted', ownerOf(wrong.op.file), wrong.signer, wrong.id);
  const list = entries.find(({ op }) => op.file === MEMBERS);
  const members = membersIn(entries) ?? [];
  const out = list && entries.find((one) => !members.includes(one.signer) && isBehind(one, list));
  return out ? refused('not-permitted', members.join(' '), out.signer, out.id) : null;
}

/** The newest stamp shown, in ticks; 0 before the first. */
export const stampIn = (entries: readonly Entry[]): number =>
  Math.max(0, ...entries.map(({ vector }) => countIn(vector, BOX)));

/** A stamp that is more than `box` ticks old. The box itself has no need of it. */
export function tooOld(s: Settings, { user }: Ask, { entries, clock }: Shown): Refusal | null {
  const stamp = stampIn(entries);
  if (s.box === 0 || !s.boxCheck || user === BOX || clock - stamp <= s.box) return null;
  return refused('box-too-old', String(clock - s.box), String(stamp));
}
