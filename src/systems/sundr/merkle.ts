// The hash tree of one user's files (Li, Krohn, Mazieres and Shasha, "Secure untrusted data repository", 2004, section
// 3.3.1): blocks are named by their hash, an inode lists the hashes of a file's blocks, the i-table maps inode numbers
// to hashes of inodes, and the hash of its root is the i-handle, all that a user has to sign. Ours hashes by SHA-256
// (the paper's SHA-1 is broken today), and its i-table is a tree over ranges of inode numbers instead of a B+-tree, so
// that a file that is new moves no other. Every node but a block is plain text, to be read on screen.

import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, utf8 } from '../../base/bytes.ts';

/** Bytes in a block, unless told otherwise: so few that a file of ten lines has several. The paper's are 8 KiB. */
export const BLOCK_BYTES = 64;
/** Entries in a node of the i-table. */
const FANOUT = 4;

export interface FileBytes {
  readonly name: string;
  /** From 0, and of no other file of this user. */
  readonly inumber: number;
  readonly bytes: Uint8Array;
}

export type NodeKind = 'block' | 'inode' | 'i-table' | 'i-handle';

export interface HashNode {
  readonly kind: NodeKind;
  /** `auth.py:0` a block, `auth.py` an inode, `0-3` a range of the i-table; the i-handle has its owner's name. */
  readonly name: string;
  /** Under what its parent lists it: a block's number, an inode number, a range; '' for the i-handle. */
  readonly entry: string;
  /** What is hashed: `entry hash` of each child, one a line below a heading; a block is just its bytes. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
}

/** The tree over some files: its nodes by level, blocks first; each points to its parent. */
export interface HashTree {
  readonly owner: string;
  readonly blockBytes: number;
  /** By rising inode number. */
  readonly files: readonly FileBytes[];
  /** By kind and name (`keyOf`). */
  readonly nodes: ReadonlyMap<string, HashNode>;
  readonly iHandle: string;
}

/** A node that was hashed again; `old` is null where it is new. */
export interface Rehashed {
  readonly kind: NodeKind;
  readonly name: string;
  readonly old: string | null;
  readonly new: string;
}

/** The tree after a change, what was hashed for it (from the block up), and how many hashes the whole tree takes. */
export interface Change {
  readonly tree: HashTree;
  readonly hashed: readonly Rehashed[];
  /** How often SHA-256 was asked for the change. */
  readonly hashes: number;
  /** How often it is asked where the tree is made anew. */
  readonly fromScratch: number;
}

const keyOf = (kind: NodeKind, name: string): string => `${kind} ${name}`;

export const nodeOf = (tree: HashTree, kind: NodeKind, name: string): HashNode | undefined =>
  tree.nodes.get(keyOf(kind, name));

/** Every node hashed once. Throws where two files share a name or an inode number. */
export function treeOf(owner: string, files: readonly FileBytes[], blockBytes = BLOCK_BYTES): HashTree {
  return build({ owner, blockBytes, files: inOrder(files), nodes: new Map(), iHandle: '' }).tree;
}

/** The same tree with one file's bytes replaced, or the file added: only blocks that differ and their path are hashed. */
export function withFile(tree: HashTree, file: FileBytes): Change {
  const others = tree.files.filter(({ inumber }) => inumber !== file.inumber);
  const { tree: after, hashed } = build({ ...tree, files: inOrder([...others, file]) });
  return { tree: after, hashed, hashes: hashed.length, fromScratch: after.nodes.size };
}

/** The bytes of one block of a file, from 0; undefined where there is no such block. */
export function blockOf(
  { blockBytes }: HashTree,
  { bytes }: FileBytes,
  block: number,
): Uint8Array | undefined {
  if (!(block >= 0 && block < blocksIn(bytes, blockBytes))) return undefined;
  return bytes.slice(block * blockBytes, (block + 1) * blockBytes);
}

/** The nodes from one block up to the i-handle: what a reader fetches, and all it has to check. */
export function pathOf(tree: HashTree, file: string, block: number): readonly HashNode[] {
  const inumber = tree.files.find(({ name }) => name === file)?.inumber;
  if (inumber === undefined) return [];
  const names = [keyOf('block', `${file}:${block}`), keyOf('inode', file), ...tablePath(tree, inumber)];
  const found = names.map((name) => tree.nodes.get(name));
  return found.every((node) => node !== undefined) ? found : [];
}

/** Where a path does not hold: this node's hash is not the one that its parent (or the signed i-handle) names. */
export interface Mismatch {
  readonly kind: NodeKind;
  readonly name: string;
  /** What the parent lists under this entry; '' where it lists none. */
  readonly expected: string;
  readonly actual: string;
}

/** Checks a path from the i-handle down, as a client does that has only verified a signature over the i-handle. */
export function mismatchOf(iHandle: string, path: readonly HashNode[]): Mismatch | null {
  let parent: Uint8Array | null = null;
  for (const { kind, name, entry, bytes } of [...path].reverse()) {
    const expected = parent === null ? iHandle : listed(parent, entry);
    const actual = hexOf(sha256(bytes));
    if (expected !== actual) return { kind, name, expected, actual };
    parent = bytes;
  }
  return null;
}

/** The hash that a node's bytes list under an entry. */
function listed(bytes: Uint8Array, entry: string): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  const line = text.split('\n').findLast((one) => one.startsWith(`${entry} `)) ?? '';
  return line.slice(entry.length + 1);
}

const blocksIn = (bytes: Uint8Array, blockBytes: number): number => Math.ceil(bytes.length / blockBytes);

function inOrder(files: readonly FileBytes[]): readonly FileBytes[] {
  const sorted = [...files].sort((a, b) => a.inumber - b.inumber);
  if (new Set(sorted.map(({ inumber }) => inumber)).size < sorted.length)
    throw new Error('two files share an inode number');
  if (new Set(sorted.map(({ name }) => name)).size < sorted.length) throw new Error('two files share a name');
  return sorted;
}

/** Levels of the i-table: as many as the largest inode number needs, and one that stands under the i-handle in any case. */
function levelsOf(files: readonly FileBytes[]): number {
  let levels = 1;
  for (let reach = FANOUT * FANOUT; reach <= (files.at(-1)?.inumber ?? 0); reach *= FANOUT) levels++;
  return levels;
}

const rangeOf = (inumber: number, width: number): string => {
  const from = inumber - (inumber % width);
  return `${from}-${from + width - 1}`;
};

function tablePath({ owner, files }: HashTree, inumber: number): readonly string[] {
  const out: string[] = [];
  for (let level = 1, width = FANOUT; level <= levelsOf(files); level++, width *= FANOUT)
    out.push(keyOf('i-table', rangeOf(inumber, width)));
  return [...out, keyOf('i-handle', owner)];
}

/** Makes the nodes of these files, bottom up, keeping each one whose bytes have not changed. */
function build(draft: HashTree): { readonly tree: HashTree; readonly hashed: readonly Rehashed[] } {
  const { owner, blockBytes, files } = draft;
  const nodes = new Map<string, HashNode>();
  const hashed: Rehashed[] = [];
  /** The line that lists the node in its parent. */
  const add = (kind: NodeKind, name: string, entry: string, bytes: Uint8Array): string => {
    const old = draft.nodes.get(keyOf(kind, name));
    const same = old !== undefined && sameBytes(old.bytes, bytes);
    const hash = same ? old.hash : hexOf(sha256(bytes));
    nodes.set(keyOf(kind, name), { kind, name, entry, bytes, hash });
    if (!same) hashed.push({ kind, name, old: old?.hash ?? null, new: hash });
    return `${entry} ${hash}`;
  };
  let below: (readonly [first: number, line: string])[] = files.map(({ name, inumber, bytes }) => {
    const lines = [`inode ${inumber} of ${owner}, ${bytes.length} bytes`];
    for (let i = 0; i < blocksIn(bytes, blockBytes); i++)
      lines.push(add('block', `${name}:${i}`, String(i), bytes.slice(i * blockBytes, (i + 1) * blockBytes)));
    return [inumber, add('inode', name, String(inumber), textOf(lines))];
  });
  for (let level = 1, width = FANOUT; level <= levelsOf(files); level++, width *= FANOUT) {
    const ranges = new Map<number, string[]>();
    for (const [first, line] of below) {
      const start = first - (first % width);
      ranges.set(start, [...(ranges.get(start) ?? []), line]);
    }
    below = [...ranges].map(([start, lines]) => {
      const range = rangeOf(start, width);
      return [start, add('i-table', range, range, textOf([`i-table of ${owner}, ${range}`, ...lines]))];
    });
  }
  const root = [`i-table of ${owner}`, ...below.map(([, line]) => line)];
  add('i-handle', owner, '', textOf(root));
  return {
    tree: { owner, blockBytes, files, nodes, iHandle: nodes.get(keyOf('i-handle', owner))?.hash ?? '' },
    hashed,
  };
}

const textOf = (lines: readonly string[]): Uint8Array => utf8(`${lines.join('\n')}\n`);

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
