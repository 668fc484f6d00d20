// What becomes of a name: it is registered, its zone file changes, it is given away, revoked, or taken with a stolen key.
// Each is a real operation in a block of its own; zone files are handed over by a peer and held against the chain's hash.
// Nodes may throw old blocks away (a checkpoint): what stood in them is then proven by whoever kept it.

import { hexOf } from '../../../base/bytes.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import { scriptOf } from '../race/transactions.ts';
import { zoneFileText, zoneHash } from '../storage/zone-file.ts';
import type { Snapshot } from '../virtualchain/consensus.ts';
import type { Block, Database, Tx, Verdict } from '../virtualchain/database.ts';
import { applied, emptyDatabase, recordOf as recordOfTx } from '../virtualchain/database.ts';
import { nameHash, updateHash } from '../virtualchain/hashes.ts';
import type { Operation } from '../virtualchain/operations.ts';
import { encoded } from '../virtualchain/operations.ts';
import type { Rules } from '../virtualchain/rules.ts';
import { deployed } from '../virtualchain/rules.ts';
import type { Verified } from '../virtualchain/verify.ts';
import { verified } from '../virtualchain/verify.ts';

export const NAME = 'dave.id';
/** A first register is not what this is about: names are given in one step. */
const rules: Rules = { ...deployed, register: 'one-step', namespaces: false };

const DEEDS = ['register', 'update', 'transfer', 'revoke', 'steal'] as const;
export type What = (typeof DEEDS)[number];
const FILES = ['right', 'old', 'changed'] as const;
/** Where a peer may keep its file to itself. */
export const WITHHELD = 'none';
const HANDED = [...FILES, WITHHELD] as const;
export type Which = (typeof HANDED)[number];

export interface Owned {
  /** In the order of the chain, a block each. */
  readonly done: readonly What[];
  /** What the peer handed over, and whether the reader took it. */
  readonly files: readonly (readonly [Which, boolean])[];
  /** So many blocks the nodes threw away, keeping two hashes of each and the table of names. */
  readonly gone?: number;
  /** What somebody who kept it showed as the first block's operation. */
  readonly shown?: readonly Shown[];
}
/** The register as it was, or as T would have it. */
const SHOWN = ['right', 'changed'] as const;
export type Shown = (typeof SHOWN)[number];
export const startOwned: Owned = { done: [], files: [] };
export interface OwnerAction extends Action {
  readonly what?: What;
  readonly file?: Which;
  readonly show?: Shown;
}

export const fileOf = (version: number): string =>
  zoneFileText({
    origin: NAME,
    ttl: 3600,
    records: [
      { name: '_https._tcp', ttl: null, type: 'URI', data: ['10', '1', `mem://s3/dave-${version}.json`] },
    ],
  });

function txOf(what: What, tip: string): Tx {
  const of = (operation: Operation, sender: string, to = sender): Tx => ({
    payload: hexOf(encoded(operation)),
    sender,
    script: scriptOf(sender),
    to,
    burnt: 0,
  });
  switch (what) {
    case 'register':
      return of({ op: 'name-registration', name: NAME, value: zoneHash(fileOf(1)) }, 'V');
    case 'update':
      return of({ op: 'name-update', nameConsensus: updateHash(NAME, tip), value: zoneHash(fileOf(2)) }, 'V');
    case 'revoke':
      return of({ op: 'name-revoke', name: NAME }, 'V');
    default:
      // A stolen key signs as its owner does: nobody can tell.
      return of(
        { op: 'name-transfer', data: 'keep', nameHash: nameHash(NAME), consensus: tip },
        'V',
        what === 'steal' ? 'T' : 'W',
      );
  }
}

const cache = new Map<string, { readonly database: Database; readonly verdicts: readonly Verdict[] }>();
/** The database after an empty block and a block a deed, and what came of each. */
export function chainOf(done: readonly What[]): {
  readonly database: Database;
  readonly verdicts: readonly Verdict[];
} {
  const key = done.join(' ');
  const found = cache.get(key);
  if (found) return found;
  const last = done.at(-1);
  const first: Block = { height: 0, previous: '', operations: [] };
  const before = last ? chainOf(done.slice(0, -1)) : { database: emptyDatabase(0), verdicts: [] };
  const { database } = before;
  const tip = database.snapshots.at(-1)?.consensusHash ?? '';
  const block: Block = last
    ? { height: database.height + 1, previous: database.previous, operations: [txOf(last, tip)] }
    : first;
  const made = applied(database, block, rules);
  const out = { database: made.database, verdicts: [...before.verdicts, ...made.verdicts] };
  cache.set(key, out);
  return out;
}

export const recordOf = ({ done }: Pick<Owned, 'done'>) => chainOf(done).database.names[NAME];
export const handed = (which: Which, { done }: Owned): string => {
  const value = recordOf({ done })?.value;
  const now = value === zoneHash(fileOf(2)) ? 2 : 1;
  if (which === 'right') return fileOf(now);
  return which === 'old' ? fileOf(3 - now) : fileOf(now).replace('s3', 's4');
};

export function enabled(
  { done, files, gone = 0, shown = [] }: Owned,
  { stolen, withheld, ledger }: Params,
): readonly OwnerAction[] {
  const what = DEEDS.filter(
    (one) =>
      !done.includes(one) &&
      (one === 'register' || done.includes('register')) &&
      (one !== 'steal' || stolen === 'on'),
  );
  const value = recordOf({ done })?.value;
  return [
    ...what.map(
      (one): OwnerAction => ({ key: one, kind: 'deed', actor: one === 'steal' ? 'T' : 'V', what: one }),
    ),
    ...(value ? HANDED.filter((which) => which !== WITHHELD || withheld === 'on') : [])
      .filter((which) => !files.some(([one]) => one === which))
      .map((file): OwnerAction => ({ key: `fetch.${file}`, kind: 'fetch', actor: 'P', file })),
    ...(ledger === 'headers' && done.length > 0 && gone === 0
      ? [{ key: 'checkpoint', kind: 'checkpoint', actor: 'N' } as const]
      : []),
    ...SHOWN.filter((show) => gone > 0 && !shown.includes(show)).map(
      (show): OwnerAction => ({
        key: `show.${show}`,
        kind: 'show',
        actor: show === 'right' ? 'V' : 'T',
        show,
      }),
    ),
  ];
}

/** Of the first block, by the hashes that the nodes kept. */
export function shownTo({ done }: Owned, show: Shown): Verified {
  const { snapshots } = chainOf(done).database;
  const tip = snapshots.at(-1) as Snapshot;
  const register = txOf('register', (snapshots[0] as Snapshot).consensusHash);
  const operations = [recordOfTx(show === 'right' ? register : { ...register, sender: 'T', to: 'T' })];
  return verified(tip.consensusHash, tip.height, 1, 0, operations, (height) => {
    const { opsHash, prev } = snapshots[height] as Snapshot;
    return { opsHash, previous: prev.map((one) => (snapshots[one] as Snapshot).consensusHash) };
  });
}

/** Bytes of the operations that are thrown away, and of the hashes that are kept. */
export function bytesOf({ done }: Owned): { readonly thrown: number; readonly kept: number } {
  const { snapshots } = chainOf(done).database;
  const thrown = done.reduce(
    (sum, what, at) => sum + txOf(what, (snapshots[at] as Snapshot).consensusHash).payload.length / 2,
    0,
  );
  const kept = snapshots.reduce((sum, one) => sum + (one.opsHash.length + one.consensusHash.length) / 2, 0);
  return { thrown, kept };
}

export function next(state: Owned, action: Action): Owned {
  const { what, file, show } = action as OwnerAction;
  if (what) return { ...state, done: [...state.done, what] };
  if (action.kind === 'checkpoint') return { ...state, gone: state.done.length };
  if (show) return { ...state, shown: SHOWN.filter((one) => one === show || state.shown?.includes(one)) };
  const which = file as Which;
  const taken = which !== WITHHELD && zoneHash(handed(which, state)) === recordOf(state)?.value;
  return { ...state, files: [...state.files, [which, taken]] };
}
