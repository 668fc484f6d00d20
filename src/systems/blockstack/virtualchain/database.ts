// The name database: what a node has made of all blocks so far. Pure: a block and a database give the next database and a
// verdict for each operation; what is refused leaves no trace, and everybody who holds the same rules refuses the same.
// Preorders and registers are judged in the order of the block; of two valid registers of one name in a block neither
// counts. Rules from Blockstack Core 17 and 21, as facts/memcache-sundr-blockstack.md C2 and C4 list them.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import type { Snapshot } from './consensus.ts';
import { inWindow, nextSnapshot, opString } from './consensus.ts';
import { base40, hash160, nameHash, preorderHash, recordHash, updateHash } from './hashes.ts';
import { namespaceOf } from './names.ts';
import type { Operation } from './operations.ts';
import { decoded, Malformed } from './operations.ts';
import type { PriceRule } from './price.ts';
import { priceOf } from './price.ts';
import type { Rules } from './rules.ts';
import { NAMECOIN_DEPTH, NAMES_PER_SENDER, REVEAL_LIFE, YEAR } from './rules.ts';

/** A transaction as a name system sees it. Addresses are texts; satoshi are whole. */
export interface Tx {
  /** OP_RETURN, in hex. */
  readonly payload: string;
  /** Who signs its first input. */
  readonly sender: string;
  /** The script of that input's coin, in hex. */
  readonly script: string;
  /** Address of the first output after the OP_RETURN. */
  readonly to: string;
  /** Satoshi that are burnt. */
  readonly burnt: number;
  /** Of an import: the zone file's hash, which rides in an output. */
  readonly value?: string;
}

export interface Block {
  readonly height: number;
  readonly previous: string;
  readonly operations: readonly Tx[];
}

export interface Preorder {
  readonly hash: string;
  readonly sender: string;
  readonly height: number;
  readonly burnt: number;
}

export interface NameRecord {
  readonly owner: string;
  /** Hash of its zone file, or null. */
  readonly value: string | null;
  /** Registered or last renewed. */
  readonly since: number;
  readonly revoked: boolean;
  readonly history: readonly Change[];
}
export interface Change {
  readonly height: number;
  readonly op: string;
  readonly owner: string;
  readonly value: string | null;
}

interface Namespace {
  readonly rule: PriceRule;
  readonly creator: string;
  readonly revealed: number;
  readonly ready: boolean;
}

/** What the rules say of names after some block. */
export interface Tables {
  /** Of the last block; one less than the first where there is none. */
  readonly height: number;
  readonly preorders: readonly Preorder[];
  readonly spacePreorders: readonly Preorder[];
  readonly names: Readonly<Record<string, NameRecord>>;
  readonly namespaces: Readonly<Record<string, Namespace>>;
}

export interface Database extends Tables {
  readonly first: number;
  /** Hash of the last block; empty where there is none. */
  readonly previous: string;
  /** Of each height, from the first. */
  readonly snapshots: readonly Snapshot[];
}

/** Why an operation does not count. */
export type Refused =
  | 'malformed'
  | 'stale-consensus'
  | 'hash-taken'
  | 'no-preorder'
  | 'same-block'
  | 'too-young'
  | 'expired-preorder'
  | 'owned'
  | 'two-registers'
  | 'no-such-name'
  | 'revoked'
  | 'not-owner'
  | 'expired-name'
  | 'too-cheap'
  | 'namespace-not-ready'
  | 'namespace-taken'
  | 'too-many-names';

/** Null: it counts. */
export type Verdict = Refused | null;

export const emptyTables = (first: number): Tables => ({
  height: first - 1,
  preorders: [],
  spacePreorders: [],
  names: {},
  namespaces: {},
});

export const emptyDatabase = (first: number): Database => ({
  ...emptyTables(first),
  first,
  previous: '',
  snapshots: [],
});

/** By what the next block names this one: SHA-256 twice over all that stands in it. Bitcoin's chain has its own. */
export const blockHash = ({ height, previous, operations }: Block): string =>
  recordHash(
    opString('block', [
      String(height),
      previous,
      ...operations.flatMap(({ payload, sender, to, burnt }) => [payload, sender, to, String(burnt)]),
    ]),
  );

/** What a block makes of a database. Throws where the block does not stand on the last one. */
export function applied(
  database: Database,
  block: Block,
  rules: Rules,
): { readonly database: Database; readonly verdicts: readonly Verdict[] } {
  if (block.height !== database.height + 1 || block.previous !== database.previous)
    throw new Error(`block ${block.height} does not stand on block ${database.height}`);
  const { first, snapshots } = database;
  const { tables, verdicts } = judged(database, snapshots, block.operations, rules);
  const accepted = block.operations.flatMap((tx, at) => (verdicts[at] === null ? [recordOf(tx)] : []));
  const all = [...snapshots, nextSnapshot(snapshots, first, accepted)];
  return { database: { ...tables, first, previous: blockHash(block), snapshots: all }, verdicts };
}

/** The rules alone: what the next block's operations, in order, make of the tables. */
export function judged(
  tables: Tables,
  snapshots: readonly Snapshot[],
  operations: readonly Tx[],
  rules: Rules,
): { readonly tables: Tables; readonly verdicts: readonly Verdict[] } {
  const pass = new Pass(tables, snapshots, rules);
  const verdicts: Verdict[] = operations.map((tx) => pass.take(tx));
  const clashes = pass.clashes();
  for (const [at, name] of pass.registers) if (clashes.has(name)) verdicts[at] = 'two-registers';
  return { tables: pass.closed(clashes), verdicts };
}

/** The text of an accepted operation that the consensus hash covers: all fields, who sent it, to whom and for how much. */
export function recordOf({ payload, sender, to, burnt, value }: Tx): string {
  const bytes = bytesOfHex(payload);
  const { op: _, ...fields } = decoded(bytes);
  const code = String.fromCharCode(bytes[2] as number);
  return opString(code, [...Object.values(fields).map(String), sender, to, String(burnt), value ?? '']);
}

/** A name that still resolves at this height. */
export function resolves(database: Tables, name: string, rules: Rules): NameRecord | null {
  const found = database.names[name];
  return found && !found.revoked && database.height <= endOf(database, name, found, rules) ? found : null;
}

/** A namespace may be called `constructor`. */
const spaceOf = (namespaces: Tables['namespaces'], id: string): Namespace | undefined =>
  Object.hasOwn(namespaces, id) ? namespaces[id] : undefined;

const endOf = (database: Tables, name: string, { since }: NameRecord, rules: Rules): number =>
  since + (spaceOf(database.namespaces, namespaceOf(name))?.rule.lifetime ?? rules.lifetime);

/** Judging one block. */
class Pass {
  /** Registers that count so far: place in the block, name. */
  readonly registers: (readonly [at: number, name: string])[] = [];
  private readonly commits: (readonly [name: string, record: NameRecord, preorder: Preorder | null])[] = [];
  private readonly before: Tables;
  private readonly snapshots: readonly Snapshot[];
  private readonly height: number;
  private readonly rules: Rules;
  private preorders: readonly Preorder[];
  private spacePreorders: readonly Preorder[];
  private names: Readonly<Record<string, NameRecord>>;
  private namespaces: Readonly<Record<string, Namespace>>;
  private at = -1;

  constructor(before: Tables, snapshots: readonly Snapshot[], rules: Rules) {
    this.before = before;
    this.snapshots = snapshots;
    this.height = before.height + 1;
    this.rules = rules;
    this.names = before.names;
    this.namespaces = before.namespaces;
    this.spacePreorders = before.spacePreorders;
    this.preorders = before.preorders;
  }

  take(tx: Tx): Verdict {
    this.at++;
    let operation: Operation;
    try {
      operation = decoded(bytesOfHex(tx.payload));
    } catch (error) {
      if (error instanceof Malformed) return 'malformed';
      throw error;
    }
    const { consensus } = operation;
    if (typeof consensus === 'string' && !this.current(consensus)) return 'stale-consensus';
    switch (operation.op) {
      case 'name-preorder':
        return this.preorder(tx, String(operation.hash));
      case 'name-registration':
        return this.registration(tx, String(operation.name), operation.value);
      case 'name-update':
        return this.update(tx, String(operation.nameConsensus), String(operation.value));
      case 'name-transfer':
        return this.transfer(tx, String(operation.nameHash), operation.data === 'keep');
      case 'name-revoke':
        return this.revoke(tx, String(operation.name));
      case 'name-import':
        return this.importName(tx, String(operation.name));
      case 'namespace-preorder':
        return this.spacePreorder(tx, String(operation.hash));
      case 'namespace-reveal':
        return this.reveal(tx, operation);
      case 'namespace-ready':
        return this.ready(tx, String(operation.namespace));
      default:
        // Announcements and tokens change no name.
        return null;
    }
  }

  /** Names that more than one register of this block would have got. */
  clashes(): ReadonlySet<string> {
    const names = this.registers.map(([, name]) => name);
    return new Set(names.filter((name, at) => names.indexOf(name) !== at));
  }

  closed(clashes: ReadonlySet<string>): Tables {
    let { preorders } = this;
    const names = { ...this.names };
    for (const [name, record, used] of this.commits) {
      if (clashes.has(name)) continue;
      names[name] = record;
      preorders = preorders.filter((one) => one !== used);
    }
    const { height, spacePreorders, namespaces } = this;
    return { height, preorders, spacePreorders, names, namespaces };
  }

  private current(consensus: string): boolean {
    return !this.rules.consensusCheck || inWindow(this.snapshots, this.height, consensus);
  }

  private alive({ height }: Preorder): boolean {
    return this.rules.expiryBug || this.height - height <= this.rules.preorderLife;
  }

  private preorder({ sender, burnt }: Tx, hash: string): Verdict {
    const waiting = this.preorders.some((one) => one.hash === hash && this.alive(one));
    if (this.rules.unique && this.rules.register !== 'namecoin' && waiting) return 'hash-taken';
    this.preorders = [...this.preorders, { hash, sender, height: this.height, burnt }];
    return null;
  }

  private registration(tx: Tx, name: string, value: Operation[string] | undefined): Verdict {
    const known = this.names[name];
    const to = typeof value === 'string' ? value : null;
    if (known) {
      const end = endOf(this.before, name, known, this.rules);
      if (this.height <= end + this.rules.grace) return this.renewal(tx, name, known, to);
    }
    const used = this.rules.register === 'one-step' ? null : this.preorderFor(tx, name);
    if (typeof used === 'string') return used;
    const cheap = this.unpaid(name, used?.burnt ?? tx.burnt, used?.height ?? this.height);
    if (cheap) return cheap;
    if (this.owned(tx.to) >= NAMES_PER_SENDER) return 'too-many-names';
    this.registers.push([this.at, name]);
    this.commits.push([name, this.changed('register', undefined, tx.to, to, this.height), used]);
    return null;
  }

  private renewal(tx: Tx, name: string, known: NameRecord, value: string | null): Verdict {
    if (known.owner !== tx.sender || this.rules.register === 'one-step') return 'owned';
    if (known.revoked) return 'revoked';
    const cheap = this.unpaid(name, tx.burnt, this.height);
    if (cheap) return cheap;
    this.put(name, this.changed('renew', known, tx.to, value ?? known.value, this.height));
    return null;
  }

  /** The preorder that a register uses, or why there is none. */
  private preorderFor({ sender, script, to }: Tx, name: string): Preorder | Refused {
    const hash =
      this.rules.register === 'hash'
        ? hexOf(hash160(base40(name)))
        : preorderHash(name, bytesOfHex(script), to);
    const own = this.preorders.filter((one) => one.hash === hash && one.sender === sender);
    const last = own.at(-1);
    if (!last) return 'no-preorder';
    if (!this.rules.sameBlock && own.every((one) => one.height === this.height)) return 'same-block';
    const old = own.filter((one) => this.rules.sameBlock || one.height < this.height);
    if (this.rules.register === 'namecoin')
      return old.find((one) => this.height - one.height >= NAMECOIN_DEPTH) ?? 'too-young';
    return old.find((one) => this.alive(one)) ?? 'expired-preorder';
  }

  private unpaid(name: string, burnt: number, height: number): Verdict {
    if (!this.rules.namespaces) return null;
    const space = spaceOf(this.namespaces, namespaceOf(name));
    if (!space?.ready) return 'namespace-not-ready';
    const label = name.slice(0, name.indexOf('.'));
    return BigInt(burnt) < priceOf(label, space.rule, height).satoshi ? 'too-cheap' : null;
  }

  private owned(address: string): number {
    return Object.values(this.names).filter(({ owner }) => owner === address).length;
  }

  /** The sender's name that fits, or why it may not be changed. */
  private mine(sender: string, fits: (name: string) => boolean): readonly [string, NameRecord] | Refused {
    const name = Object.keys(this.names).find((one) => this.names[one]?.owner === sender && fits(one));
    if (name === undefined) return 'no-such-name';
    const record = this.names[name] as NameRecord;
    if (record.revoked) return 'revoked';
    return this.height > endOf(this.before, name, record, this.rules) ? 'expired-name' : [name, record];
  }

  private update({ sender }: Tx, hash: string, value: string): Verdict {
    const { snapshots } = this;
    const named = (name: string): boolean =>
      snapshots.some(
        ({ consensusHash: one }) =>
          (!this.rules.consensusCheck || inWindow(snapshots, this.height, one)) &&
          updateHash(name, one) === hash,
      );
    const found = this.mine(sender, named);
    // Nothing tells a stale update from one of no name: the name is hidden in the hash.
    if (typeof found === 'string') return found;
    const [name, record] = found;
    this.put(name, this.changed('update', record, record.owner, value, record.since));
    return null;
  }

  private transfer({ sender, to }: Tx, hash: string, keep: boolean): Verdict {
    const found = this.mine(sender, (name) => nameHash(name) === hash);
    if (typeof found === 'string') return found;
    const [name, record] = found;
    if (this.owned(to) >= NAMES_PER_SENDER) return 'too-many-names';
    this.put(name, this.changed('transfer', record, to, keep ? record.value : null, record.since));
    return null;
  }

  private revoke({ sender }: Tx, name: string): Verdict {
    const found = this.mine(sender, (one) => one === name);
    if (typeof found === 'string') return this.names[name] && found === 'no-such-name' ? 'not-owner' : found;
    const [, record] = found;
    const changed = this.changed('revoke', record, record.owner, null, record.since);
    this.put(name, { ...changed, revoked: true });
    return null;
  }

  private importName({ sender, to, value }: Tx, name: string): Verdict {
    const space = spaceOf(this.namespaces, namespaceOf(name));
    if (!space || space.ready || this.height - space.revealed > YEAR) return 'namespace-not-ready';
    if (space.creator !== sender) return 'not-owner';
    this.put(name, this.changed('import', this.names[name], to, value ?? null, this.height));
    return null;
  }

  private spacePreorder({ sender, burnt }: Tx, hash: string): Verdict {
    if (this.spacePreorders.some((one) => one.hash === hash)) return 'hash-taken';
    this.spacePreorders = [...this.spacePreorders, { hash, sender, height: this.height, burnt }];
    return null;
  }

  private reveal({ sender, script, to }: Tx, operation: Operation): Verdict {
    const id = String(operation.namespace);
    const old = spaceOf(this.namespaces, id);
    if (old && (old.ready || this.height - old.revealed <= YEAR)) return 'namespace-taken';
    const hash = preorderHash(id, bytesOfHex(script), to);
    const own = this.spacePreorders.find((one) => one.hash === hash && one.sender === sender);
    if (!own) return 'no-preorder';
    if (own.height === this.height) return 'same-block';
    if (this.height - own.height > REVEAL_LIFE) return 'expired-preorder';
    const [nonalpha = 1, noVowel = 1] = operation.discounts as readonly number[];
    const rule: PriceRule = {
      lifetime: Number(operation.lifetime),
      coeff: Number(operation.coeff),
      base: Number(operation.base),
      buckets: operation.buckets as readonly number[],
      nonalpha,
      noVowel,
    };
    const space: Namespace = { rule, creator: to, revealed: this.height, ready: false };
    this.namespaces = { ...this.namespaces, [id]: space };
    return null;
  }

  private ready({ sender }: Tx, id: string): Verdict {
    const space = spaceOf(this.namespaces, id);
    if (!space || space.ready || this.height - space.revealed > YEAR) return 'namespace-not-ready';
    if (space.creator !== sender) return 'not-owner';
    this.namespaces = { ...this.namespaces, [id]: { ...space, ready: true } };
    return null;
  }

  private put(name: string, record: NameRecord): void {
    this.names = { ...this.names, [name]: record };
  }

  private changed(
    op: string,
    before: NameRecord | undefined,
    owner: string,
    value: string | null,
    since: number,
  ): NameRecord {
    const change: Change = { height: this.height, op, owner, value };
    return { owner, value, since, revoked: false, history: [...(before?.history ?? []), change] };
  }
}

/** A database of all these blocks, from the first. */
export function rebuilt(first: number, blocks: readonly Block[], rules: Rules): Database {
  return blocks.reduce((at, block) => applied(at, block, rules).database, emptyDatabase(first));
}
