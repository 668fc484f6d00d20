// Operations that overlap (section 3.4): the fork tree with what is pending in it, a structure whose update certificate
// is signed and which itself is not yet; and what each user is at. A structure has its place from its certificate on, so
// that nothing moves when it is signed.

import { branchRows } from '../../base/branch-rows.ts';
import type { Scene } from '../../contract/system.ts';
import type { Settings } from './params.ts';
import type { Log, Refused } from './scene-log.ts';
import { idRanges, latest, stepsIn } from './scene-log.ts';
import type { Entry, Operation, Phase, Shown, SundrWorld, UserLocal } from './state.ts';

export interface Overlapping {
  readonly id: string;
  readonly parent: string | null;
  readonly row: number;
  /** Its place in the order of certificates, from 1. */
  readonly slot: number;
  readonly signer: string;
  readonly kind: Operation['kind'];
  readonly file: string;
  readonly vector: readonly number[];
  /** Its certificate is signed, its structure is not. */
  readonly isPending: boolean;
  /** What it records as pending, as ids. */
  readonly amid: string;
}

/** One user's operation under way, or that there is none. */
export interface AtWork {
  readonly user: string;
  readonly phase: Phase | 'commit';
  /** The structure that is to come of it. */
  readonly id: string | null;
  readonly op: Pick<Operation, 'kind' | 'file'> | null;
  /** What it was shown: signed, and pending. */
  readonly shown: string;
  readonly amid: string;
  /** Its last that is signed. */
  readonly last: string | null;
}

export interface PendingScene extends Scene {
  readonly kind: 'pending';
  readonly seenBy: string | null;
  readonly principals: readonly string[];
  readonly entries: readonly Overlapping[];
  readonly users: readonly AtWork[];
  /** The place of what was announced or signed in this step; 0 where nothing was. */
  readonly now: number;
  readonly refused: readonly Refused[];
}

export function pendingScene(
  world: SundrWorld,
  log: Log,
  seenBy: string | null,
  { wait }: Pick<Settings, 'wait'>,
): PendingScene {
  const { locals, net, record } = world;
  const users = log.principals.map((user) => [user, locals[user] as UserLocal] as const);
  const servers = Object.values(locals).flatMap((local) => (local.kind === 'server' ? [local] : []));
  const held = servers.flatMap((server) => server.held);
  const certificates = servers.flatMap((server) => server.certificates).filter(({ id }) => !isIn(held, id));
  /** What a user was shown for the operation under way, whether it has arrived or not. */
  const shownTo = (user: string): Shown | null => {
    const local = locals[user] as UserLocal;
    // One user alone knows of an answer when it has come.
    if (local.busy || seenBy !== null) return local.busy?.shown ?? null;
    const body = net.find(({ to, body: { kind } }) => to === user && kind === 'show')?.body;
    return body?.kind === 'show' ? body.shown : null;
  };
  const overOf = (entry: Entry): readonly string[] =>
    isIn(held, entry.id) ? entry.over : idsIn(shownTo(entry.signer));

  const began = new Map<string, number>([
    ...stepsIn(world, 'concurrent'),
    ...certificates.map(({ id, signer }) => [id, record.began[signer] ?? 0] as const),
  ]);
  const order = [...held, ...certificates].sort((x, y) => (began.get(x.id) ?? 0) - (began.get(y.id) ?? 0));
  const slots = new Map(order.map(({ id }, index) => [id, index + 1]));
  const parents = order.map((entry) => ({ id: entry.id, parent: latest(overOf(entry), slots) }));
  const rows = branchRows(parents);
  const eye = seenBy === null ? null : eyeOf(locals[seenBy] as UserLocal, log, seenBy, wait);
  const isPending = (id: string): boolean => (eye ? eye.pending.has(id) : !isIn(held, id));
  const entries = order.flatMap((entry, index): Overlapping[] => {
    const { id, signer, op, vector } = entry;
    if (eye && !eye.known.has(id)) return [];
    return [
      {
        id,
        parent: parents[index]?.parent ?? null,
        row: rows.get(id) ?? 0,
        slot: index + 1,
        signer,
        kind: op.kind,
        file: op.file,
        vector: log.principals.map((one) => vector[one] ?? 0),
        isPending: isPending(id),
        amid: isPending(id) ? NOTHING : idRanges(recordedIn(locals, entry)),
      },
    ];
  });
  return {
    kind: 'pending',
    seenBy,
    principals: log.principals,
    entries,
    users: users
      .filter(([user]) => seenBy === null || seenBy === user)
      .map(([user, local]) => atWork(user, local, shownTo(user), eye ? [] : certificates)),
    now: eye ? 0 : nowOf(world, entries, began),
    refused: log.refused.filter(({ user }) => seenBy === null || seenBy === user),
  };
}

const NOTHING = '–';

/** What one user knows of, and which of it is pending for all that it can tell. */
function eyeOf(
  { busy, last, phase }: UserLocal,
  log: Log,
  user: string,
  wait: boolean,
): { readonly known: ReadonlySet<string>; readonly pending: ReadonlySet<string> } {
  const own = last ? [last.id] : [];
  const made = busy && phase !== 'wait' ? [`${user}${countOf(last) + 1}`] : [];
  const before = log.asks.flatMap((ask) => (ask.user === user ? [...ask.known] : []));
  // Who waits is told when it is signed; who does not is told nothing.
  const recorded = wait || !last?.pending ? [] : last.pending.map((one) => `${one.user}${one.version}`);
  const pending = busy ? busy.shown.pending.map(({ id }) => id) : recorded;
  return {
    known: new Set([...before, ...own, ...made, ...idsIn(busy?.shown ?? null)]),
    pending: new Set([...made, ...pending]),
  };
}
const countOf = (entry: Entry | null): number => Number(/\d+/.exec(entry?.id ?? '')?.[0] ?? 0);

/** What a structure records; its user has signed it, whether the server holds it or not. */
const recordedIn = (locals: SundrWorld['locals'], entry: Entry): readonly string[] => {
  const { last } = locals[entry.signer] as UserLocal;
  const signed = last?.id === entry.id ? last : entry;
  return (signed.pending ?? []).map(({ user, version }) => `${user}${version}`);
};

const isIn = (list: readonly Entry[], id: string): boolean => list.some((entry) => entry.id === id);
const idsIn = (shown: Shown | null): readonly string[] =>
  shown ? [...shown.entries, ...shown.pending].map(({ id }) => id) : [];

function atWork(
  user: string,
  { phase, busy, last, refused }: UserLocal,
  shown: Shown | null,
  certificates: readonly Entry[],
): AtWork {
  const own = certificates.find(({ signer }) => signer === user);
  const op = refused ? null : (busy?.op ?? own?.op ?? null);
  const next = busy ? `${user}${countOf(last) + 1}` : null;
  return {
    user,
    // Signed, and on its way to the server.
    phase: own && own.id === last?.id && phase === 'idle' ? 'commit' : phase,
    id: phase === 'wait' ? (last?.id ?? null) : (own?.id ?? next),
    op: op && { kind: op.kind, file: op.file },
    shown: idRanges(shown?.entries.map(({ id }) => id) ?? []),
    amid: idRanges(shown?.pending.map(({ id }) => id) ?? []),
    last: last?.id ?? null,
  };
}

/** The newest of those whose certificate, or whose structure, came in this step. */
function nowOf(
  { record }: SundrWorld,
  entries: readonly Overlapping[],
  began: ReadonlyMap<string, number>,
): number {
  const { steps, done } = record;
  if (steps === 0) return 0;
  const signed = done.findLast(({ entry, end }) => entry !== null && end === steps)?.entry?.id;
  return entries.findLast(({ id }) => id === signed || began.get(id) === steps)?.slot ?? 0;
}
