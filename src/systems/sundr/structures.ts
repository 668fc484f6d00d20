// Serialized SUNDR (section 3.3): for every principal the server keeps the newest version structure, signed whole: the
// signer's i-handle and a version vector. A user signs only what is ordered, all of it, and holds its own last.

import { treeOf } from './merkle.ts';
import { filesOf } from './merkle-files.ts';
import type { Settings } from './params.ts';
import { BOX, principals } from './params.ts';
import { badCertificate, beingWritten, certificateOf, missing, recorded } from './pending.ts';
import { CLOCK, FILES, fileOf, forgedBytes, ownerOf } from './program.ts';
import type { Ask, Checks, Rules } from './rules.ts';
import { NONE, named, nextId } from './rules.ts';
import { markOfSide } from './sides.ts';
import type { Signer } from './signer.ts';
import { hashOf } from './signer.ts';
import type { Entry, Lie, ServerLocal, Shown, UserLocal, Vector } from './state.ts';
import { ROOT } from './state.ts';
import { clockOf, forgerOf, notPermitted, refused, SERVER, tooOld } from './straw.ts';
import { countIn, nextVector, nextVectorAmid, spelt, unordered } from './vectors.ts';

const handles = new Map<string, string>();
/** The i-handle of a user whose file holds these bytes; of one without it, where null. */
function handleOf(user: string, bytes: string | null): string {
  const name = `${user} ${bytes}`;
  let handle = handles.get(name);
  if (handle === undefined) {
    const file = fileOf(user);
    handle = treeOf(user, file === undefined ? [] : filesOf(user, file, bytes)).iHandle;
    handles.set(name, handle);
  }
  return handle;
}
const firstBytes = (user: string): string | null => FILES[fileOf(user) ?? '']?.first ?? null;

/** By structure: the same is verified again and again. */
const hashes = new WeakMap<object, string>();
function hashOfStructure(entry: Entry): string {
  const known = hashes.get(entry);
  if (known !== undefined) return known;
  const hash = structureHash(entry);
  hashes.set(entry, hash);
  return hash;
}
const structureHash = ({
  id,
  handle,
  vector,
  pending,
}: Pick<Entry, 'id' | 'handle' | 'vector' | 'pending'>): string =>
  hashOf({ id: id.replace('*', ''), handle, vector, pending });

const byPrincipal = (list: readonly Entry[]): Readonly<Record<string, Vector>> =>
  Object.fromEntries(list.map(({ signer, vector }) => [signer, vector]));

export function structureRules(s: Settings, signer: Signer): Rules {
  const all = principals(s);

  const heldBy = (server: ServerLocal, principal: string): readonly Entry[] =>
    server.held.filter((entry) => entry.signer === principal);
  const isConcurrent = s.protocol === 'concurrent';
  /** Structures, and behind `&` what is pending. */
  const nameOf = (ids: readonly string[], pending: readonly string[] = []): string =>
    [ids.length === 0 ? NONE : ids.join('+'), ...pending].join('&');
  const parted = (base: string): readonly [ids: readonly string[], pending: readonly string[]] => {
    const [ids = NONE, ...pending] = base.split('&');
    return [ids === NONE ? [] : ids.split('+'), pending];
  };
  /** The structures named, by principal. */
  const namedBy = (server: ServerLocal, base: string): readonly Entry[] => {
    const [ids] = parted(base);
    return server.held.filter(({ id }) => ids.includes(id));
  };

  /** Every choice of one structure, or none, a principal. */
  const choices = (server: ServerLocal): readonly (readonly string[])[] => {
    let found: readonly (readonly string[])[] = [[]];
    for (const principal of all) {
      const own = heldBy(server, principal);
      found = found.flatMap((ids) => [ids, ...own.map(({ id }) => [...ids, id])]);
    }
    return found;
  };

  /** What can be said to be pending beside these: of each other user the operation that follows what is shown of him. */
  const pendingBeside = (
    server: ServerLocal,
    ask: Ask,
    ids: readonly string[],
  ): readonly (readonly string[])[] => {
    let found: readonly (readonly string[])[] = [[]];
    if (!isConcurrent) return found;
    for (const principal of all) {
      if (principal === ask.user) continue;
      const own = [
        ...heldBy(server, principal),
        ...server.certificates.filter((one) => one.signer === principal),
      ];
      const next = own[own.findIndex(({ id }) => ids.includes(id)) + 1];
      if (next) found = found.flatMap((list) => [list, [...list, next.id]]);
    }
    return found;
  };

  /** A certificate that the server was sent; of an operation that is signed by now, too. */
  function pendingNamed(server: ServerLocal, id: string): Entry | undefined {
    const sent = server.certificates.find((one) => one.id === id);
    const made = server.held.find((one) => one.id === id);
    if (sent || !made) return sent;
    return certificateOf(
      signer,
      made,
      heldBy(server, made.signer).findLast(({ n }) => n < made.n),
    );
  }

  /** What the owner wrote last by one of its structures: its own, or that of the one before that it was shown. */
  const written = (server: ServerLocal, owner: string, by: Entry): Entry | undefined => {
    if (by.op.kind === 'mod') return by;
    const before = heldBy(server, owner).find(({ id }) => by.over.includes(id));
    return before && written(server, owner, before);
  };
  const bytesAt = (server: ServerLocal, owner: string, by: Entry): string | null =>
    written(server, owner, by)?.op.bytes ?? firstBytes(owner);

  function madeUp(principal: string, list: readonly Entry[]): Entry {
    const file = fileOf(principal) ?? CLOCK;
    const bytes = forgedBytes(s, file);
    const vector = nextVector(byPrincipal(list), principal, []);
    const made = {
      id: `${principal}${countIn(vector, principal)}*`,
      handle: handleOf(principal, bytes),
      vector,
    };
    const hash = structureHash(made);
    return {
      ...made,
      signer: principal,
      n: 0,
      op: { kind: 'mod', file, bytes },
      over: [],
      hash,
      signature: signer.sign(forgerOf(s, principal), hash),
    };
  }

  const forgedOf = (owner: string): string => forgedBytes(s, fileOf(owner) ?? '');
  /** Of one who owns nothing too it is another i-handle. */
  const changed = (entry: Entry): Entry => {
    const isOwner = fileOf(entry.signer) !== undefined;
    const handle = isOwner ? handleOf(entry.signer, forgedOf(entry.signer)) : hashOf(SERVER);
    return { ...entry, id: `${entry.id}*`, handle };
  };

  /** Earlier versions of the file that is fetched than the one shown. */
  const older = (server: ServerLocal, { op }: Ask, list: readonly Entry[]): readonly string[] => {
    const owner = ownerOf(op.file);
    const by = list.find((entry) => entry.signer === owner);
    const now = by && written(server, owner, by);
    if (op.kind !== 'fetch' || !now) return [];
    const before = heldBy(server, owner).filter((entry) => entry.op.kind === 'mod' && entry.n < now.n);
    return ['first', ...before.map(({ id }) => id)];
  };

  function liesAbout(server: ServerLocal, ask: Ask, base: string): readonly string[] {
    const list = namedBy(server, base);
    const { kind, file } = ask.op;
    const isServed = kind === 'fetch' && list.some((entry) => entry.signer === ownerOf(file));
    const lies: readonly (readonly [Lie, readonly string[]])[] = [
      ['alter', [...list.map(({ id }) => id), ...(isServed ? [file] : [])]],
      ['replay', older(server, ask, list)],
      ['deny', isServed ? [file] : []],
      ['wrong-key', s.forge ? all.filter((principal) => principal !== ask.user && principal !== BOX) : []],
    ];
    return lies.flatMap(([lie, ofs]) => ofs.map((of) => `${base}.${lie}.${of}`));
  }

  const vectorAfter = ({ user }: Ask, { entries, pending }: Pick<Shown, 'entries' | 'pending'>): Vector =>
    nextVectorAmid(byPrincipal(entries), [
      ...pending.map((one) => ({ user: one.signer, groups: [], vector: one.vector })),
      { user, groups: [], vector: null },
    ]);

  /** Who took another's side counts on from what it signed on its own, so that no number stands for two structures. */
  const vectorFor = (ask: Ask, { side, done }: UserLocal, shown: Shown): Vector => {
    const vector = vectorAfter(ask, shown);
    return side ? { ...vector, [ask.user]: done + 1 } : vector;
  };

  const checks: Checks = {
    signatures(_, { entries, pending }) {
      if (!s.sigCheck) return null;
      for (const entry of entries) {
        const { id, signer: who, hash, signature } = entry;
        const expected = hashOfStructure(entry);
        if (expected !== hash) return refused('bad-signature', hash, expected, id);
        if (!signer.verifies(who, hash, signature)) {
          return refused('bad-signature', signer.publicKey(who), signature, id);
        }
      }
      return badCertificate(signer, pending);
    },
    own({ user }, { last }, { entries }) {
      const shown = entries.find((entry) => entry.signer === user);
      if (!s.ownCheck || shown?.hash === last?.hash) return null;
      const [expected, actual] = [last, shown].map((entry) => (entry ? entry.id : NONE));
      return refused('own-previous-missing', expected ?? NONE, actual ?? NONE, expected ?? NONE);
    },
    build(ask, local, shown) {
      const { entries, bytes } = shown;
      const { kind, file } = ask.op;
      const by = entries.find((entry) => entry.signer === ownerOf(file));
      if (kind === 'fetch' && by) {
        const actual = handleOf(by.signer, bytes);
        if (actual !== by.handle) return refused('hash-mismatch', by.handle, actual, by.id);
      }
      const list = [
        ...entries.map(({ id, vector }) => ({ id, vector })),
        ...shown.pending.map(({ id, vector }) => ({ id, vector })),
        ...(local.side ? [local.side.of] : []),
        { id: '', vector: vectorFor(ask, local, shown) },
      ];
      const dropped = s.orderCheck ? missing(shown) : null;
      if (dropped) return dropped;
      const pair = s.orderCheck ? unordered(list.map(({ vector }) => vector)) : null;
      if (pair) {
        const [x, y] = pair.map((i) => list[i] as (typeof list)[number]);
        if (x && y) return refused('not-totally-ordered', spelt(x.vector), spelt(y.vector), x.id, y.id);
      }
      return (
        notPermitted(entries, (one, list) => countIn(one.vector, ROOT) >= countIn(list.vector, ROOT)) ??
        tooOld(s, ask, shown)
      );
    },
  };

  return {
    honest: (server, ask) =>
      nameOf(
        all.flatMap((principal) => heldBy(server, principal).at(-1)?.id ?? []),
        server.certificates.filter((one) => one.signer !== ask.user).map(({ id }) => id),
      ),
    held: (server, ask) =>
      choices(server).flatMap((ids) =>
        pendingBeside(server, ask, ids).map((pending) => nameOf(ids, pending)),
      ),
    lies: (server, ask) => choices(server).flatMap((ids) => liesAbout(server, ask, nameOf(ids))),
    certificate(server, ask, shown, id) {
      const made = { id, signer: ask.user, op: ask.op, vector: vectorAfter(ask, shown) };
      return certificateOf(signer, made, heldBy(server, ask.user).at(-1));
    },
    shown(server, ask, answer) {
      const { base, lie, of } = named(answer);
      const list = namedBy(server, base);
      const owner = ownerOf(ask.op.file);
      const by = list.find((entry) => entry.signer === owner);
      const isFetch = ask.op.kind === 'fetch';
      const served = isFetch && by ? bytesAt(server, owner, by) : null;
      const shown = {
        entries: list,
        pending: parted(base)[1].flatMap((id) => pendingNamed(server, id) ?? []),
        bytes: served,
        lie: lie as Lie | null,
        clock: clockOf(server),
      };
      switch (lie) {
        case 'alter':
          return of in FILES
            ? { ...shown, bytes: forgedBytes(s, of) }
            : {
                ...shown,
                entries: list.map((entry) => (entry.id === of ? changed(entry) : entry)),
                bytes: isFetch && by?.id === of ? forgedOf(owner) : served,
              };
        case 'replay':
          return {
            ...shown,
            bytes: server.held.find(({ id }) => id === of)?.op.bytes ?? firstBytes(owner),
          };
        case 'deny':
          return { ...shown, bytes: null };
        case 'wrong-key':
          return {
            ...shown,
            entries: [...list.filter((entry) => entry.signer !== of), madeUp(of, list)],
            bytes: isFetch && of === owner ? forgedOf(owner) : served,
          };
        default:
          return shown;
      }
    },
    checks,
    read({ op }, shown) {
      const { entries, bytes } = shown;
      const owner = ownerOf(op.file);
      const writing = beingWritten(shown, op.file);
      if (writing) return writing.op.bytes ?? null;
      return entries.some((entry) => entry.signer === owner) ? bytes : firstBytes(owner);
    },
    entry(ask, local, shown) {
      const { user, op } = ask;
      const own = shown.entries.find((entry) => entry.signer === user);
      const handle =
        op.kind === 'mod'
          ? handleOf(user, op.bytes ?? '')
          : (own?.handle ?? handleOf(user, firstBytes(user)));
      const id = nextId(ask, local);
      const vector = vectorFor(ask, local, shown);
      const pending = shown.pending.length > 0 ? { pending: recorded(shown.pending) } : {};
      const hash = structureHash({ id, handle, vector, ...pending });
      return {
        id,
        signer: user,
        n: 0,
        op,
        over: [...shown.entries, ...shown.pending].map((entry) => entry.id),
        vector,
        handle,
        ...markOfSide(local, user),
        ...pending,
        hash,
        signature: signer.sign(user, hash),
      };
    },
  };
}
