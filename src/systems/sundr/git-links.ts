// What a git object names: a commit its tree and parents, a tree its entries, a tag its object. Names of files are bytes
// and need not be UTF-8, so everything is read as ISO 8859-1.

import { hexOf, latin1Of } from '../../base/bytes.ts';

export type GitType = 'commit' | 'tree' | 'blob' | 'tag';

export interface GitLink {
  readonly field: 'tree' | 'parent' | 'entry' | 'object';
  /** What it must lead to. */
  readonly type: GitType;
  readonly id: string;
}

export interface GitLinks {
  readonly links: readonly GitLink[];
  /** A commit with a signature, of whatever kind. */
  readonly signed: boolean;
}

/** The links, or a word for what the bytes should have been. `digits`: of a hash, in hex. */
export function linksOf(type: GitType, bytes: Uint8Array, digits: number): GitLinks | string {
  if (type === 'blob') return { links: [], signed: false };
  if (type === 'tree') return linksOfTree(bytes, digits / 2);
  const headers = headersOf(latin1Of(bytes));
  return type === 'commit' ? linksOfCommit(headers, digits) : linksOfTag(headers, digits);
}

type Header = readonly [name: string, value: string];

/** The lines before the first empty one; lines that begin with a space go on with the one before. */
function headersOf(whole: string): readonly Header[] {
  const end = whole.indexOf('\n\n');
  return (end < 0 ? whole : whole.slice(0, end))
    .split('\n')
    .filter((line) => !line.startsWith(' '))
    .map((line): Header => {
      const space = line.indexOf(' ');
      return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
    });
}

const isId = (id: string, digits: number): boolean => id.length === digits && /^[0-9a-f]+$/.test(id);

function linksOfCommit(headers: readonly Header[], digits: number): GitLinks | string {
  const links: GitLink[] = [];
  let at = 0;
  for (; headers[at]?.[0] === (at === 0 ? 'tree' : 'parent'); at++) {
    const id = headers[at]?.[1] ?? '';
    if (!isId(id, digits)) return `${at === 0 ? 'tree' : 'parent'} ID`;
    links.push(at === 0 ? { field: 'tree', type: 'tree', id } : { field: 'parent', type: 'commit', id });
  }
  if (links.length === 0) return 'tree ID';
  if (headers[at]?.[0] !== 'author') return 'author';
  if (headers[at + 1]?.[0] !== 'committer') return 'committer';
  return { links, signed: headers.slice(at + 2).some(([name]) => /^gpgsig(-sha256)?$/.test(name)) };
}

function linksOfTag(headers: readonly Header[], digits: number): GitLinks | string {
  const [object, type] = headers;
  const id = object?.[1] ?? '';
  if (object?.[0] !== 'object' || !isId(id, digits)) return 'object ID';
  const of = type?.[1] ?? '';
  if (type?.[0] !== 'type' || !/^(commit|tree|blob|tag)$/.test(of)) return 'type';
  return { links: [{ field: 'object', type: of as GitType, id }], signed: false };
}

/** By the upper bits of the mode, however old tools wrote it: a folder, a file, a link, a submodule. */
const ENTRIES: ReadonlyMap<number, GitType> = new Map([
  [0o040000, 'tree'],
  [0o100000, 'blob'],
  [0o120000, 'blob'],
  [0o160000, 'commit'],
]);

/** `MODE NAME`, a zero byte and the hash, over and over. A submodule's commit is in another repository: no link. */
function linksOfTree(bytes: Uint8Array, hashBytes: number): GitLinks | string {
  const links: GitLink[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const next = end + 1 + hashBytes;
    if (end < 0 || next > bytes.length) return 'MODE NAME, zero, hash';
    const [, mode = ''] = /^([0-7]{5,6}) [^/]+$/s.exec(latin1Of(bytes.subarray(at, end))) ?? [];
    const kind = ENTRIES.get(Number.parseInt(mode, 8) & 0o170000);
    if (kind === undefined) return 'MODE NAME';
    const id = hexOf(bytes.subarray(end + 1, next));
    if (kind !== 'commit') links.push({ field: 'entry', type: kind, id });
    at = next;
  }
  return { links, signed: false };
}
