// The hash path: what the last write hashed again, from its blocks up to the i-handle that is signed; and what the last
// reader checked, from that signature down to the bytes it was given (section 3.3.1).

import type { Scene } from '../../contract/system.ts';
import type { HashTree, NodeKind } from './merkle.ts';
import { nodeOf, pathOf, treeOf } from './merkle.ts';
import { filesOf } from './merkle-files.ts';
import type { Settings } from './params.ts';
import { BOX } from './params.ts';
import { FILES, forgedBytes, ownerOf } from './program.ts';
import type { Log, Placed, Refused } from './scene-log.ts';
import { lastAsks, visible } from './scene-log.ts';
import type { Entry, SundrWorld } from './state.ts';

/** Hashes are told by their first digits. */
export const SHORT = 8;

/** A hash on the path, or one beside it that another hash is made from. */
export interface PathNode {
  readonly kind: NodeKind | 'signature';
  readonly name: string;
  /** What it was: before this write, or as it was signed; null where it is the same. */
  readonly other: string | null;
  readonly value: string;
}
export interface PathLevel {
  readonly path: readonly PathNode[];
  /** Beside the path, untouched. */
  readonly beside: readonly PathNode[];
}

/** From the blocks up to the signature; the reader goes the other way. */
export interface HashHalf {
  readonly user: string;
  readonly file: string;
  readonly slot: number;
  readonly levels: readonly PathLevel[];
  /** Hashes on the path, and in the whole tree. */
  readonly hashes: number;
  readonly all: number;
}

export interface MerkleScene extends Scene {
  readonly kind: 'merkle';
  readonly seenBy: string | null;
  readonly principals: readonly string[];
  readonly entries: readonly Placed[];
  readonly refused: readonly Refused[];
  /** This protocol signs trees of hashes. */
  readonly signsTrees: boolean;
  readonly writer: HashHalf | null;
  readonly reader: HashHalf | null;
}

/** As the rules make them. */
const treeFor = (file: string, bytes: string | null): HashTree =>
  treeOf(ownerOf(file), filesOf(ownerOf(file), file, bytes));

export function merkleScene(
  { locals }: SundrWorld,
  log: Log,
  seenBy: string | null,
  settings: Settings,
): MerkleScene {
  const held = Object.values(locals).flatMap((local) => (local.kind === 'server' ? local.held : []));
  const byId = new Map(held.map((entry) => [entry.id, entry]));
  const entries = visible(log, seenBy);
  const raw = entries.flatMap(({ id, slot }) => {
    const entry = byId.get(id);
    return entry && entry.signer !== BOX ? [{ entry, slot }] : [];
  });
  const refused = log.refused.filter(({ user }) => seenBy === null || seenBy === user);
  const { protocol } = settings;
  const signsTrees = protocol === 'serialized' || protocol === 'concurrent';
  return {
    kind: 'merkle',
    close: true,
    seenBy,
    principals: log.principals,
    entries,
    refused,
    signsTrees,
    writer: signsTrees ? writerOf(raw) : null,
    reader: signsTrees ? (refusedReader(raw, refused, settings) ?? readerOf(raw, log, seenBy)) : null,
  };
}

interface Signed {
  readonly entry: Entry;
  readonly slot: number;
}

/** The bytes of the file as its owner left them at this entry. */
function bytesAt(raw: readonly Signed[], owner: Entry | null, file: string): string {
  const at = raw.findIndex(({ entry }) => entry === owner);
  const written = raw
    .slice(0, at + 1)
    .findLast(
      ({ entry: { signer, op } }) => signer === owner?.signer && op.kind === 'mod' && op.file === file,
    );
  return written?.entry.op.bytes ?? FILES[file]?.first ?? '';
}

function writerOf(raw: readonly Signed[]): HashHalf | null {
  const last = raw.findLast(({ entry }) => entry.op.kind === 'mod');
  if (!last) return null;
  const { entry, slot } = last;
  const { file, bytes = '' } = entry.op;
  const before = raw.findLast((one) => one.slot < slot && one.entry.signer === entry.signer) ?? null;
  const old = treeFor(file, bytesAt(raw, before?.entry ?? null, file));
  return half(treeFor(file, bytes), old, { user: entry.signer, file, slot }, [
    entry,
    before?.entry.signature ?? null,
  ]);
}

/** Who last read, and was given what the owner had signed. */
function readerOf(raw: readonly Signed[], log: Log, seenBy: string | null): HashHalf | null {
  const asks = lastAsks(log);
  const last = raw.findLast(
    ({ entry }) => entry.op.kind === 'fetch' && (seenBy === null || entry.signer === seenBy),
  );
  const ask = asks.find((one) => one?.user === last?.entry.signer);
  if (!last || !ask) return null;
  const { file } = last.entry.op;
  const owner = raw.findLast(({ entry }) => entry.signer === ownerOf(file) && ask.known.has(entry.id));
  if (!owner) return null;
  const tree = treeFor(file, bytesAt(raw, owner.entry, file));
  const about = { user: last.entry.signer, file, slot: last.slot };
  return half(tree, tree, about, [owner.entry, owner.entry.signature]);
}

/** Who was given other bytes than the owner had signed: of those that there are, the ones with the hash it found. */
function refusedReader(
  raw: readonly Signed[],
  refused: readonly Refused[],
  settings: Settings,
): HashHalf | null {
  const last = refused.findLast(({ refusal }) => refusal.check === 'hash-mismatch');
  const owner = raw.find(({ entry }) => entry.id === last?.refusal.at[0]);
  if (!last || !owner) return null;
  const file = Object.keys(FILES).find((one) => ownerOf(one) === owner.entry.signer) ?? '';
  const written = raw.flatMap(({ entry: { op } }) => (op.file === file && op.bytes ? [op.bytes] : []));
  const given = [forgedBytes(settings, file), FILES[file]?.first ?? '', ...written, null]
    .map((bytes) => treeFor(file, bytes))
    .find(({ iHandle }) => iHandle === last.refusal.actual);
  if (!given) return null;
  const signed = treeFor(file, bytesAt(raw, owner.entry, file));
  return half(given, signed, { user: last.user, file, slot: last.slot ?? 0 }, [
    owner.entry,
    owner.entry.signature,
  ]);
}

/** Level by level: the hashes that differ (or, where none does, the path of the first block), and those beside them. */
function half(
  tree: HashTree,
  other: HashTree,
  about: Pick<HashHalf, 'user' | 'file' | 'slot'>,
  [{ signer, signature }, before]: readonly [Entry, string | null],
): HashHalf {
  const nodes = [...tree.nodes.values()];
  const first = new Set(pathOf(tree, about.file, 0).map(({ hash }) => hash));
  const isOther = ({ kind, name, hash }: (typeof nodes)[number]): boolean =>
    nodeOf(other, kind, name)?.hash !== hash;
  const changed = nodes.some(isOther);
  const kinds = ['block', 'inode', 'i-table', 'i-handle'] as const;
  const levels = kinds.map((kind): PathLevel => {
    const all = nodes.filter((node) => node.kind === kind);
    const on = all.filter((node) => (changed ? isOther(node) : first.has(node.hash)));
    const shown = (list: readonly (typeof all)[number][]): readonly PathNode[] =>
      list.map(({ name, hash }) => {
        const was = nodeOf(other, kind, name)?.hash;
        return {
          kind,
          name,
          other: was === undefined || was === hash ? null : was.slice(0, SHORT),
          value: hash.slice(0, SHORT),
        };
      });
    return { path: shown(on), beside: shown(all.filter((node) => !on.includes(node))) };
  });
  const sealed: PathNode = {
    kind: 'signature',
    name: signer,
    other: before === null || before === signature ? null : before.slice(0, SHORT),
    value: signature.slice(0, SHORT),
  };
  return {
    ...about,
    levels: [...levels, { path: [sealed], beside: [] }],
    hashes: levels.reduce((sum, { path }) => sum + path.length, 0),
    all: tree.nodes.size,
  };
}
