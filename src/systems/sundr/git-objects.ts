// Git's objects as a signed log's relative: a commit names the hashes of its tree and of its parents, so its own hash
// covers all of its past, as SUNDR's signatures do. Reads what `git cat-file --batch` prints (`ID TYPE SIZE`, a newline,
// the bytes, a newline), of any size, piece by piece: every object is hashed again, every link looked up. Signatures are
// counted and not verified: their keys are not in the file. Formats: git's cat-file(1) and "Git Internals", section 10.2.

import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, latin1Of, utf8 } from '../../base/bytes.ts';
import { Refusal } from '../../base/result.ts';
import { text } from '../../base/text.ts';
import type { GitLink, GitType } from './git-links.ts';
import { linksOf } from './git-links.ts';

/** The first thing that is not as it must be, in the order of the file; links come last, when all objects are known. */
export interface GitFault {
  readonly object: string;
  /**
   * id: the bytes have another hash. format: no commit, tree or tag can be read from them. tree, parent, entry, object: a
   * link to nothing (`actual` is 'missing'), or to an object of another type.
   */
  readonly field: 'id' | 'format' | GitLink['field'];
  readonly expected: string;
  readonly actual: string;
}

export interface GitLog {
  readonly commits: number;
  readonly trees: number;
  readonly blobs: number;
  readonly tags: number;
  /** Links that lead to an object of the file, of the type that they must. */
  readonly links: number;
  /** Links out of the file. */
  readonly outside: number;
  /** Commits that carry a signature, which nobody has verified here; and those that carry none. */
  readonly signed: number;
  readonly unsigned: number;
  readonly firstBad?: GitFault;
}

export interface GitReader {
  push(chunk: Uint8Array): void;
  end(): GitLog;
}

/** Past this a commit, tree or tag is refused; blobs are hashed as they pass and may have any size. */
const MOST_HELD_BYTES = 2 ** 25;
const MOST_HEADING_BYTES = 200;
const HEADING = /^([0-9a-f]{40}|[0-9a-f]{64}) (commit|tree|blob|tag) (0|[1-9]\d{0,14})$/;
const ABSENT = /^\S+ missing$/;
const NEWLINE = 10;

interface Hasher {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** An object that is being read. */
interface Open {
  readonly id: string;
  readonly type: GitType;
  readonly hasher: Hasher;
  /** The bytes so far; of a blob, none. */
  readonly held: Uint8Array | null;
  readonly size: number;
  read: number;
}

/** `partial`: a link out of the file is counted and is no fault. Refuses, in words, what `git cat-file` does not print. */
/** The beginning of a line that may be anything: what is no letter or sign is a dot, so that no terminal obeys it. */
const shown = (line: string): string => line.slice(0, 60).replace(/[^ -~]/g, '·');

export function gitReader({ partial = false } = {}): GitReader {
  const types = new Map<string, GitType>();
  const links: (GitLink & { readonly object: string })[] = [];
  const counts = { commit: 0, tree: 0, blob: 0, tag: 0, signed: 0 };
  let firstBad: GitFault | undefined;
  let heading: number[] = [];
  let open: Open | null = null;
  let offset = 0;
  let digits = 0;

  const refuse = (what: string, args: Record<string, string | number> = {}): Refusal =>
    new Refusal(text(`git.${what}`, { offset, ...args }));

  function begin(line: string): void {
    if (ABSENT.test(line)) return;
    const [, id = '', type = '', size = ''] = HEADING.exec(line) ?? [];
    if (id === '') throw refuse('no-heading', { line: shown(line) });
    if (digits !== 0 && digits !== id.length) throw refuse('two-hashes');
    digits = id.length;
    const bytes = Number(size);
    if (type !== 'blob' && bytes > MOST_HELD_BYTES) throw refuse('too-large', { id, bytes });
    const hasher = digits === 40 ? sha1.create() : sha256.create();
    hasher.update(utf8(`${type} ${size}\0`));
    const held = type === 'blob' ? null : new Uint8Array(bytes);
    open = { id, type: type as GitType, hasher, held, size: bytes, read: 0 };
  }

  function finish({ id, type, hasher, held }: Open): void {
    const actual = hexOf(hasher.digest());
    if (actual !== id) firstBad ??= { object: id, field: 'id', expected: id, actual };
    if (types.has(id)) return;
    types.set(id, type);
    counts[type]++;
    if (held === null) return;
    const found = linksOf(type, held, digits);
    if (typeof found === 'string') {
      firstBad ??= {
        object: id,
        field: 'format',
        expected: found,
        actual: shown(latin1Of(held.subarray(0, 40))),
      };
    } else {
      for (const link of found.links) links.push({ ...link, object: id });
      if (found.signed) counts.signed++;
    }
  }

  return {
    push(chunk) {
      let at = 0;
      while (at < chunk.length) {
        if (open === null) {
          const byte = chunk[at++] as number;
          offset++;
          if (byte !== NEWLINE) {
            if (heading.push(byte) > MOST_HEADING_BYTES)
              throw refuse('no-heading', { line: shown(latin1Of(Uint8Array.from(heading))) });
          } else {
            begin(latin1Of(Uint8Array.from(heading)));
            heading = [];
          }
        } else if (open.read < open.size) {
          const piece = chunk.subarray(at, at + open.size - open.read);
          open.hasher.update(piece);
          open.held?.set(piece, open.read);
          open.read += piece.length;
          at += piece.length;
          offset += piece.length;
        } else {
          if (chunk[at++] !== NEWLINE) throw refuse('no-newline', { id: open.id });
          offset++;
          finish(open);
          open = null;
        }
      }
    },
    end() {
      if (open !== null) throw refuse('cut', { id: open.id });
      if (heading.length > 0) throw refuse('cut-heading');
      let [right, outside] = [0, 0];
      for (const { object, field, type, id } of links) {
        const actual = types.get(id);
        if (actual === type) right++;
        else if (actual !== undefined) firstBad ??= { object, field, expected: type, actual };
        else {
          outside++;
          if (!partial) firstBad ??= { object, field, expected: id, actual: 'missing' };
        }
      }
      const { commit: commits, tree: trees, blob: blobs, tag: tags, signed } = counts;
      const log = { commits, trees, blobs, tags, links: right, outside, signed, unsigned: commits - signed };
      return firstBad ? { ...log, firstBad } : log;
    },
  };
}
