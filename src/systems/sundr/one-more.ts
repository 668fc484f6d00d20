// What one more operation costs a client, by protocol and by how long the log is already: signatures made and verified,
// hashes, bytes down and up, and (where a clock is given) milliseconds. All of it is done: the log is really signed, the
// client really checks it. Four users take turns, and each rewrites one block of its own file.
//
// The straw man (section 3.1) sends the whole log; a client may verify every signature, as the lecture has it, or each
// user's newest alone, as the paper says, for that covers all before it. One that keeps what it has verified, down to
// the hash of its end, needs only what is new. Version structures (3.3, 3.4) are one a user, whatever came before.

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';
import type { FileBytes, HashTree } from './merkle.ts';
import { BLOCK_BYTES, treeOf, withFile } from './merkle.ts';
import type { Vector } from './state.ts';
import { nextVector, unordered } from './vectors.ts';

export const WAYS = [
  'straw-every-signature',
  'straw-newest-signatures',
  'straw-incremental',
  'serialized',
  'concurrent',
] as const;
export type Way = (typeof WAYS)[number];

export interface Cost {
  readonly signs: number;
  readonly verifies: number;
  readonly hashes: number;
  /** Down and up, each message as canonical JSON. */
  readonly bytes: number;
}

const USERS = ['A', 'B', 'C', 'D'];
/** Blocks of the file that each user owns. */
const BLOCKS = 16;

interface Entry {
  readonly user: string;
  readonly op: string;
  readonly signature: string;
}
interface Structure {
  readonly user: string;
  readonly handle: string;
  readonly vector: Vector;
  readonly signature: string;
}

/** Counts what it is asked for. */
function newClient() {
  const counts = { signs: 0, verifies: 0, hashes: 0, bytes: 0 };
  return {
    counts,
    hash(text: string): Uint8Array {
      counts.hashes++;
      return sha256(utf8(text));
    },
    sign(user: string, hash: Uint8Array): string {
      counts.signs++;
      return hexOf(ed25519.sign(hash, secretOf(user)));
    },
    verify(user: string, hash: Uint8Array, signature: string): void {
      counts.verifies++;
      const bytes = Uint8Array.from(signature.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
      if (!ed25519.verify(bytes, hash, keyOf(user)))
        throw new Error(`a signature of ${user} does not verify`);
    },
    send(message: unknown): void {
      counts.bytes += canonicalJson(message).length;
    },
  };
}
type Client = ReturnType<typeof newClient>;

const secretOf = (user: string): Uint8Array => sha256(utf8(`one more ${user}`));
const publicKeys = new Map<string, Uint8Array>();
function keyOf(user: string): Uint8Array {
  const key = publicKeys.get(user) ?? ed25519.getPublicKey(secretOf(user));
  publicKeys.set(user, key);
  return key;
}

const opOf = (index: number): string => `mod ${USERS[index % USERS.length]}.py:${index % BLOCKS}`;
const userOf = (index: number): string => USERS[index % USERS.length] as string;
const signed = (user: string, op: string, before: string): string => `${user} ${op} ${before}`;

/** The straw man's log: signed as far as somebody has asked for it. */
interface Log {
  readonly entries: Entry[];
  /** The hash of the log's end after so many entries: it covers all of them. */
  readonly ends: string[];
}
export const newLog = (): Log => ({ entries: [], ends: [''] });

function grow({ entries, ends }: Log, size: number, progress: (done: number) => void): void {
  const maker = newClient();
  for (let index = entries.length; index < size; index++) {
    const [user, op] = [userOf(index), opOf(index)];
    const hash = maker.hash(signed(user, op, ends[index] as string));
    entries.push({ user, op, signature: maker.sign(user, hash) });
    ends.push(hexOf(hash));
    progress((index + 1) / size);
  }
}

/**
 * The next client to come to a log of so many entries, and what it does for one operation. `log` may hold the beginning
 * already. Throws where a check fails.
 */
export function prepare(
  way: Way,
  size: number,
  log = newLog(),
  progress: (done: number) => void = () => {},
): (progress?: (done: number) => void) => Cost {
  if (!way.startsWith('straw')) return structures(way === 'concurrent', size);
  grow(log, size, progress);
  // A client that remembers has verified up to its own last entry.
  const known = way === 'straw-incremental' ? Math.max(0, size - USERS.length + 1) : 0;
  const user = userOf(size);
  return (checked = () => {}) => {
    const client = newClient();
    const shown = log.entries.slice(known, size);
    client.send(shown);
    let end = log.ends[known] as string;
    shown.forEach((entry, at) => {
      const hash = client.hash(signed(entry.user, entry.op, end));
      end = hexOf(hash);
      const isNewest = at >= shown.length - USERS.length;
      if (way !== 'straw-newest-signatures' || isNewest) client.verify(entry.user, hash, entry.signature);
      checked((at + 1) / shown.length);
    });
    if (end !== log.ends[size]) throw new Error('the log does not end where it should');
    const op = opOf(size);
    client.send({ user, op, signature: client.sign(user, client.hash(signed(user, op, end))) });
    return client.counts;
  };
}

const fileOf = (user: string): FileBytes => ({
  name: `${user}.py`,
  inumber: 2,
  bytes: new Uint8Array(BLOCKS * BLOCK_BYTES).fill(user.charCodeAt(0)),
});

const structureText = ({ user, handle, vector }: Omit<Structure, 'signature'>): string =>
  canonicalJson({ user, handle, vector });

/** The newest structure of each user after so many operations in turn: each has seen all before its own. */
function newestStructures(
  client: Client,
  entries: number,
  trees: ReadonlyMap<string, HashTree>,
): readonly Structure[] {
  const lastOf = USERS.map((_, i) => (entries > i ? entries - 1 - ((entries - 1 - i) % USERS.length) : -1));
  return USERS.flatMap((user, i): readonly Structure[] => {
    const last = lastOf[i] as number;
    if (last < 0) return [];
    const done = (index: number): number => Math.floor((last - index) / USERS.length) + 1;
    const vector = Object.fromEntries(USERS.flatMap((one, j) => (last >= j ? [[one, done(j)]] : [])));
    const draft = { user, handle: (trees.get(user) as HashTree).iHandle, vector };
    return [{ ...draft, signature: client.sign(user, client.hash(structureText(draft))) }];
  });
}

function structures(concurrent: boolean, entries: number): () => Cost {
  const maker = newClient();
  const trees = new Map(USERS.map((user) => [user, treeOf(user, [fileOf(user)])]));
  const vsl = newestStructures(maker, entries, trees);
  const user = userOf(entries);
  const tree = trees.get(user) as HashTree;
  const own = vsl.find((one) => one.user === user);
  const certificateOf = (who: string, previous: Structure | undefined) => {
    const version = (previous?.vector[who] ?? 0) + 1;
    return { user: who, version, over: previous?.signature ?? '', deltas: [`${who}.py`] };
  };
  // Where operations overlap, another user's is under way: its certificate is pending, its structure not yet signed.
  const other = userOf(entries + 1);
  const pending = certificateOf(
    other,
    vsl.find((one) => one.user === other),
  );
  const pendingSignature = maker.sign(other, maker.hash(canonicalJson(pending)));
  return () => {
    const client = newClient();
    if (concurrent) {
      const certificate = certificateOf(user, own);
      const signature = client.sign(user, client.hash(canonicalJson(certificate)));
      client.send({ ...certificate, signature });
      client.send([{ ...pending, signature: pendingSignature }]);
      client.verify(other, client.hash(canonicalJson(pending)), pendingSignature);
    }
    client.send(vsl);
    for (const one of vsl) {
      // Its own it knows, and only has to find it there.
      if (one.user !== user) client.verify(one.user, client.hash(structureText(one)), one.signature);
      else if (one !== own) throw new Error('its own last structure is missing');
    }
    const byUser = Object.fromEntries(vsl.map((one) => [one.user, one.vector]));
    const vector = nextVector(
      concurrent ? { ...byUser, [other]: nextVector(byUser, other, []) } : byUser,
      user,
      [],
    );
    if (unordered([...vsl.map((one) => one.vector), vector])) throw new Error('not totally ordered');
    const changed = fileOf(user).bytes;
    changed[(entries % BLOCKS) * BLOCK_BYTES] = 1;
    const { tree: after, hashes } = withFile(tree, { ...fileOf(user), bytes: changed });
    client.counts.hashes += hashes;
    const draft = { user, handle: after.iHandle, vector };
    client.send({ ...draft, signature: client.sign(user, client.hash(structureText(draft))) });
    return client.counts;
  };
}

/** One point of the measurement. Milliseconds are this machine's, and never part of what a run is known by. */
export interface Measured extends Cost {
  readonly way: Way;
  readonly entries: number;
  readonly ms: number;
}

/** One way is not measured longer than this, once it has been measured at all. */
const LONG_MS = 1000;

/** Measures every way at every size, the fastest of up to `rounds` each. */
export function measureOneMore(options: {
  /** Entries already in the log, rising. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Milliseconds from an unknown beginning. */
  readonly clock: () => number;
  /** From 0 to 1; what it throws ends the measurement. */
  readonly progress?: (done: number) => void;
}): readonly Measured[] {
  const { sizes, rounds, clock, progress = () => {} } = options;
  const log = newLog();
  const points = sizes.flatMap((entries) => WAYS.map((way) => ({ way, entries })));
  // Where every signature is verified the log grows as well: nearly all of the time goes there.
  const weights = points.map(({ way, entries }) => (way === 'straw-every-signature' ? entries + 1 : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return points.map(({ way, entries }, i) => {
    const weight = weights[i] as number;
    const at = (done: number): void => progress((before + done * weight) / whole);
    const run = prepare(way, entries, log, (done) => at(0.3 * done));
    let best = Number.POSITIVE_INFINITY;
    let spent = 0;
    let cost: Cost | undefined;
    for (let round = 0; round < rounds && (cost === undefined || spent < LONG_MS); round++) {
      const began = clock();
      cost = run(round === 0 ? (done) => at(0.3 + 0.7 * done) : undefined);
      const ms = clock() - began;
      spent += ms;
      best = Math.min(best, ms);
    }
    at(1);
    before += weight;
    return { way, entries, ...(cost ?? run()), ms: best };
  });
}
