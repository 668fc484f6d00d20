// The name database: rules one by one, random chains against a rebuild, and a node that holds one rule differently.

import { describe, expect, test } from 'vitest';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { pick } from '../../../base/rng.ts';
import { consensusHash } from './consensus.ts';
import type { Block, Database, Tx, Verdict } from './database.ts';
import { applied, blockHash, emptyDatabase, rebuilt, resolves } from './database.ts';
import { nameHash, preorderHash, updateHash } from './hashes.ts';
import { encoded } from './operations.ts';
import type { Rules } from './rules.ts';
import { deployed } from './rules.ts';

const FIRST = 373_601;
const free: Rules = { ...deployed, namespaces: false, lifetime: 40, grace: 10, preorderLife: 6 };
const scriptOf = (who: string): string => hexOf(Uint8Array.from(`script of ${who}`, (c) => c.charCodeAt(0)));
const tx = (operation: Record<string, unknown>, sender: string, to = sender, burnt = 0): Tx => ({
  payload: hexOf(encoded(operation)),
  sender,
  script: scriptOf(sender),
  to,
  burnt,
});
const tip = (database: Database): string => database.snapshots.at(-1)?.consensusHash ?? '00'.repeat(16);

/** A node that follows a chain. */
class Node {
  database = emptyDatabase(FIRST);
  readonly blocks: Block[] = [];
  readonly rules: Rules;
  constructor(rules: Rules = free) {
    this.rules = rules;
  }
  block(...operations: readonly Tx[]): readonly Verdict[] {
    const { height, previous } = this.database;
    const block = { height: height + 1, previous, operations };
    const { database, verdicts } = applied(this.database, block, this.rules);
    this.database = database;
    this.blocks.push(block);
    return verdicts;
  }
  empty(count: number): void {
    for (let i = 0; i < count; i++) this.block();
  }
  preorder(name: string, who: string, to = who, burnt = 0): Tx {
    const hash = preorderHash(name, bytesOfHex(scriptOf(who)), to);
    return tx({ op: 'name-preorder', hash, consensus: tip(this.database) }, who, who, burnt);
  }
  /** Preorder, a block, register, a block. */
  own(name: string, who: string): void {
    expect(this.block()).toEqual([]);
    expect(this.block(this.preorder(name, who))).toEqual([null]);
    expect(this.block(register(name, who))).toEqual([null]);
  }
}
const register = (name: string, who: string, to = who): Tx => tx({ op: 'name-registration', name }, who, to);

describe('a name', () => {
  test('is had by a preorder and then a register, of the same name, payer and address', () => {
    const node = new Node();
    node.block();
    expect(node.block(register('a.id', 'V'))).toEqual(['no-preorder']);
    expect(node.block(node.preorder('a.id', 'V'))).toEqual([null]);
    expect(node.block(register('a.id', 'T'), register('b.id', 'V'), register('a.id', 'V', 'W'))).toEqual([
      'no-preorder',
      'no-preorder',
      'no-preorder',
    ]);
    expect(node.block(register('a.id', 'V'))).toEqual([null]);
    expect(node.database.names['a.id']).toMatchObject({ owner: 'V', value: null });
    expect(node.block(register('a.id', 'T'))).toEqual(['owned']);
  });

  test('is not had by copying a hash that waits; the copy only keeps the other out', () => {
    const node = new Node();
    node.block();
    const honest = node.preorder('a.id', 'V');
    const copy = { ...honest, sender: 'T', script: scriptOf('T'), to: 'T' };
    expect(node.block(copy, honest)).toEqual([null, 'hash-taken']);
    expect(node.block(register('a.id', 'V'), register('a.id', 'T'))).toEqual(['no-preorder', 'no-preorder']);
  });

  test('goes to nobody where two valid registers stand in one block; the next block’s retry works', () => {
    const node = new Node();
    node.block();
    node.block(node.preorder('a.id', 'V'), node.preorder('a.id', 'T'));
    expect(node.block(register('a.id', 'V'), register('a.id', 'T'), register('a.id', 'X'))).toEqual([
      'two-registers',
      'two-registers',
      'no-preorder',
    ]);
    expect(node.block(register('a.id', 'T'))).toEqual([null]);
  });

  test('is not had in its preorder’s block, unless that is the rule', () => {
    for (const sameBlock of [false, true]) {
      const node = new Node({ ...free, sameBlock });
      node.block();
      const both = node.block(node.preorder('a.id', 'V'), register('a.id', 'V'));
      expect(both).toEqual([null, sameBlock ? null : 'same-block']);
    }
  });

  test.each([false, true])(
    'with an old preorder: at its life it counts, one block later only by the bug (%s)',
    (bug) => {
      for (const late of [0, 1]) {
        const node = new Node({ ...free, expiryBug: bug });
        node.block();
        node.block(node.preorder('a.id', 'V'));
        node.empty(free.preorderLife - 1 + late);
        expect(node.block(register('a.id', 'V'))).toEqual([late && !bug ? 'expired-preorder' : null]);
      }
    },
  );

  test('is updated by a hash of name and consensus hash, one of the last 24', () => {
    const node = new Node();
    node.own('a.id', 'V');
    const named = tip(node.database);
    const update = (consensus: string, value: string, who = 'V'): Tx =>
      tx({ op: 'name-update', nameConsensus: updateHash('a.id', consensus), value }, who);
    expect(node.block(update(named, '11'.repeat(20), 'T'))).toEqual(['no-such-name']);
    node.empty(22);
    expect(node.block(update(named, '11'.repeat(20)))).toEqual([null]);
    expect(node.block(update(named, '22'.repeat(20)))).toEqual(['no-such-name']);
    expect(node.database.names['a.id']?.value).toBe('11'.repeat(20));
  });

  test('a preorder names one of the last 24 consensus hashes, or is on a fork', () => {
    const node = new Node();
    node.block();
    const old = node.preorder('a.id', 'V');
    node.empty(23);
    expect(node.block(old)).toEqual([null]);
    expect(
      node.block({ ...node.preorder('b.id', 'V'), payload: old.payload.slice(0, 46) + 'ee'.repeat(16) }),
    ).toEqual(['stale-consensus']);
    const late = new Node();
    late.block();
    const stale = late.preorder('a.id', 'V');
    late.empty(24);
    expect(late.block(stale)).toEqual(['stale-consensus']);
  });

  test('is given away, with or without its zone file, and revoked for good', () => {
    const node = new Node();
    node.own('a.id', 'V');
    const give = (data: 'keep' | 'drop', who: string, to: string): Tx =>
      tx({ op: 'name-transfer', data, nameHash: nameHash('a.id'), consensus: tip(node.database) }, who, to);
    expect(node.block(give('keep', 'T', 'T'))).toEqual(['no-such-name']);
    expect(node.block(give('drop', 'V', 'W'))).toEqual([null]);
    expect(node.block(tx({ op: 'name-revoke', name: 'a.id' }, 'V'))).toEqual(['not-owner']);
    expect(node.block(tx({ op: 'name-revoke', name: 'a.id' }, 'W'))).toEqual([null]);
    expect(node.block(give('keep', 'W', 'V'))).toEqual(['revoked']);
    expect(resolves(node.database, 'a.id', free)).toBeNull();
    expect(node.database.names['a.id']?.history.map(({ op }) => op)).toEqual([
      'register',
      'transfer',
      'revoke',
    ]);
  });

  test('stops resolving when its life ends; in the grace after it the owner may renew, then anybody may have it', () => {
    const node = new Node();
    node.own('a.id', 'V');
    node.empty(free.lifetime);
    expect(resolves(node.database, 'a.id', free)).not.toBeNull();
    node.block();
    expect(resolves(node.database, 'a.id', free)).toBeNull();
    node.block(node.preorder('a.id', 'T'));
    expect(node.block(register('a.id', 'T'))).toEqual(['owned']);
    const other = new Node();
    other.own('a.id', 'V');
    other.empty(free.lifetime + 3);
    expect(other.block(register('a.id', 'V'))).toEqual([null]);
    expect(other.database.names['a.id']?.history.at(-1)?.op).toBe('renew');
    node.empty(free.grace);
    node.block(node.preorder('a.id', 'W'));
    expect(node.block(register('a.id', 'W'))).toEqual([null]);
    expect(node.database.names['a.id']?.owner).toBe('W');
  });
});

describe('a namespace', () => {
  const rules: Rules = { ...deployed };
  const reveal = {
    op: 'namespace-reveal',
    lifetime: 52595,
    coeff: 1,
    base: 2,
    buckets: [4, 3, 2, 1, ...Array<number>(12).fill(0)],
    discounts: [1, 1],
    version: 1,
    namespace: 'x',
  };
  test('is preordered, revealed, filled by its creator and made ready; then a name costs what it says', () => {
    const node = new Node(rules);
    node.block();
    const hash = preorderHash('x', bytesOfHex(scriptOf('C')), 'R');
    node.block(tx({ op: 'namespace-preorder', hash, consensus: tip(node.database) }, 'C'));
    expect(node.block(tx(reveal, 'C', 'R'))).toEqual([null]);
    expect(node.block(tx(reveal, 'C', 'R'))).toEqual(['namespace-taken']);
    const held: Tx = { ...tx({ op: 'name-import', name: 'c.x' }, 'R', 'U'), value: '33'.repeat(20) };
    expect(node.block(held, { ...held, sender: 'T' })).toEqual([null, 'not-owner']);
    node.block(node.preorder('ab.x', 'V', 'V', 800));
    expect(node.block(register('ab.x', 'V'))).toEqual(['namespace-not-ready']);
    expect(node.block(tx({ op: 'namespace-ready', namespace: 'x' }, 'T'))).toEqual(['not-owner']);
    expect(node.block(tx({ op: 'namespace-ready', namespace: 'x' }, 'R'))).toEqual([null]);
    expect(node.block(held)).toEqual(['namespace-not-ready']);
    // One of base 2 to the 3, a hundredfold.
    node.block(node.preorder('cd.x', 'V', 'V', 799), node.preorder('ef.x', 'V', 'V', 800));
    expect(node.block(register('cd.x', 'V'), register('ef.x', 'V'))).toEqual(['too-cheap', null]);
  });
});

test.each(['constructor', '__proto__', 'hasownproperty'])('a namespace may be called %s', (space) => {
  const node = new Node();
  node.own(`a.${space}`, 'V');
  expect(resolves(node.database, `a.${space}`, free)?.owner).toBe('V');
  const strict = new Node(deployed);
  strict.block();
  strict.block(strict.preorder(`a.${space}`, 'V'));
  expect(strict.block(register(`a.${space}`, 'V'))).toEqual(['namespace-not-ready']);
  expect(strict.block(tx({ op: 'namespace-ready', namespace: space }, 'V'))).toEqual(['namespace-not-ready']);
});

const NAMES = ['a.id', 'b.id', 'c.id'];
const PEOPLE = ['U', 'V', 'W'];

/** A chain of random operations, most of them sensible. */
function randomChain(seed: number): Node {
  const node = new Node();
  let at = 0;
  const any = <T>(list: readonly T[]): T => list[pick(seed, at++, list.length)] as T;
  for (let height = 0; height < 12; height++) {
    const count = pick(seed, at++, 4);
    node.block(
      ...Array.from({ length: count }, () => {
        const [name, who, to] = [any(NAMES), any(PEOPLE), any(PEOPLE)];
        const consensus = tip(node.database);
        switch (pick(seed, at++, 6)) {
          case 0:
            return tx(
              { op: 'name-update', nameConsensus: updateHash(name, consensus), value: '44'.repeat(20) },
              who,
            );
          case 1:
            return tx({ op: 'name-transfer', data: 'keep', nameHash: nameHash(name), consensus }, who, to);
          case 2:
            return tx({ op: 'name-revoke', name }, who);
          case 3:
            return register(name, who);
          default:
            return node.preorder(name, who);
        }
      }),
    );
  }
  return node;
}

describe('500 random chains', () => {
  const chains = Array.from({ length: 500 }, (_, seed) => randomChain(seed + 1));

  test('the database kept block by block is the one rebuilt from the first', () => {
    for (const { database, blocks } of chains) expect(rebuilt(FIRST, blocks, free)).toEqual(database);
    const registered = chains.filter(({ database }) => Object.keys(database.names).length > 0);
    expect(registered.length).toBeGreaterThan(50);
  });

  test.each<[string, Partial<Rules>]>([
    ['sameBlock', { sameBlock: true }],
    ['unique', { unique: false }],
    ['preorderLife', { preorderLife: 1 }],
    ['register', { register: 'one-step' }],
  ])(
    'a node with another %s has another consensus hash from the first block judged otherwise on',
    (_, wrong) => {
      let parted = 0;
      for (const { blocks } of chains.slice(0, 60)) {
        const right = new Node();
        const other = new Node({ ...free, ...wrong });
        let apart = false;
        for (const { operations } of blocks) {
          // The other's blocks have the same operations: hashes of blocks are over these alone.
          const verdicts = [right.block(...operations), other.block(...operations)].map((list) =>
            list.map((verdict) => verdict === null),
          );
          apart ||= JSON.stringify(verdicts[0]) !== JSON.stringify(verdicts[1]);
          expect(tip(right.database) !== tip(other.database)).toBe(apart);
          expect(right.database.previous).toBe(other.database.previous);
        }
        if (apart) parted++;
      }
      expect(parted).toBeGreaterThan(0);
    },
  );
});

test('a block stands on the one before or is not taken', () => {
  const node = new Node();
  node.block();
  const block = { height: FIRST + 1, previous: 'another', operations: [] };
  expect(() => applied(node.database, block, free)).toThrow('does not stand on');
  expect(node.database.previous).toBe(blockHash(node.blocks[0] as Block));
  expect(node.database.snapshots[0]?.consensusHash).toBe(
    consensusHash('5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456', []),
  );
});
