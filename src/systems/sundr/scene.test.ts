// What the views draw of runs of the real model: the fork of the pictures, a refusal, files signed one by one, the box.

import { describe, expect, test } from 'vitest';
import { present } from '../../base/assert.ts';
import type { Params } from '../../contract/system.ts';
import { FIRST, WRITTEN } from './bytes.ts';
import { treeOf } from './merkle.ts';
import { filesOf } from './merkle-files.ts';
import { scene } from './scene.ts';
import { idRanges } from './scene-log.ts';
import type { MerkleScene } from './scene-merkle.ts';
import type { BoxScene, LogScene, VectorsScene } from './scene-signed.ts';
import type { TreeScene } from './scene-tree.ts';
import type { ServerLocal } from './state.ts';
import { paramsOf, run } from './testing/ready.ts';

/** A, B and the box write; C reads; A writes on, hidden from C; C signs beside it; B follows A. */
const FORK = [
  'A.0.ask~none',
  'B.0.ask~A1',
  'T.0.ask~A1+B1',
  'C.0.ask~A1+B1+T1',
  'A.1.ask~A1+B1+C1+T1',
  'C.1.ask~A1+B1+C1+T1',
  'B.1.ask~A2+B1+C1+T1',
];
const TURNS = { protocol: 'serialized', server: 'free', work: 'turns', users: 3, maxOps: 8, box: 5 };

function drawn<S>(kind: string, set: Params, keys: readonly string[], seenBy: string | null = null): S {
  return present(scene(kind, run(set, ...keys), seenBy, paramsOf(set)), kind) as S;
}
const tree = (keys: readonly string[], seenBy: string | null = null): TreeScene =>
  drawn('tree', TURNS, keys, seenBy);

describe('the fork tree', () => {
  test('has each entry on its branch, on the step in which it was signed, over the latest that was shown', () => {
    const { entries } = tree(FORK);
    expect(entries.map(({ id, parent, row, slot }) => [id, parent, row, slot])).toEqual([
      ['A1', null, 0, 1],
      ['B1', 'A1', 0, 2],
      ['T1', 'B1', 0, 3],
      ['C1', 'T1', 0, 4],
      ['A2', 'C1', 0, 5],
      ['C2', 'C1', 1, 6],
      ['B2', 'A2', 0, 7],
    ]);
    expect(entries.at(-1)?.vector).toEqual([2, 2, 1, 1]);
  });

  test('says what each user knows, what it learnt now, and what was kept from it', () => {
    const { worlds, hidden, branches } = tree(FORK);
    expect(
      worlds.map((world) => [world?.user, world?.own, world?.others, world?.hidden, world?.asked]),
    ).toEqual([
      ['A', [1, 5], [2, 3, 4], [], 5],
      ['B', [2, 7], [1, 3, 4, 5], [6], 7],
      ['C', [4, 6], [1, 2, 3], [5], 6],
      ['T', [3], [1, 2], [], 3],
    ]);
    expect(worlds[1]?.fresh).toEqual([3, 4, 5, 7]);
    expect(hidden).toBe(2);
    expect(branches.map(({ row, users, since }) => [row, users, since])).toEqual([
      [0, ['A', 'B'], 1],
      [1, ['C'], 6],
    ]);
  });

  test('moves nothing as it grows', () => {
    const whole = tree(FORK).entries;
    for (let count = 0; count <= FORK.length; count++) {
      expect(tree(FORK.slice(0, count)).entries).toEqual(whole.slice(0, count));
    }
  });

  test('seen by C, is what C was shown, in the same places', () => {
    const all = tree(FORK).entries;
    const { entries, worlds, hidden } = tree(FORK, 'C');
    expect(entries).toEqual(all.filter(({ slot }) => [1, 2, 3, 4, 6].includes(slot)));
    expect(worlds.map((world) => world?.user ?? null)).toEqual([null, null, 'C', null]);
    expect(worlds[2]?.hidden).toEqual([]);
    expect(hidden).toBe(0);
  });

  test('the age of a stamp is in ticks of the box, as who was shown it could tell', () => {
    const { ages } = tree([...FORK, 'T.1.ask~A1+B1+C2+T1', 'A.2.ask~A2+B2+C1+T1']);
    expect(ages.map(({ slot, user, age }) => [slot, user, age])).toEqual([
      [4, 'C', 0],
      [5, 'A', 0],
      [6, 'C', 0],
      [7, 'B', 0],
      [9, 'A', 1],
    ]);
  });

  test('who refused has a place, with the check and both values', () => {
    const liar = { ...TURNS, server: 'liar' };
    const { worlds } = drawn<TreeScene>('tree', liar, [...FORK, 'C.2.ask~A2+B2+C2+T1']);
    expect(worlds[2]?.refused).toMatchObject({
      user: 'C',
      slot: 8,
      refusal: { check: 'not-totally-ordered', expected: 'A2 B1 C1 T1', actual: 'A1 B1 C2 T1' },
    });
  });

  test('files signed one by one are a row each and stand on nothing', () => {
    const set = { protocol: 'files', server: 'free', work: 'bank' };
    const { entries, branches, worlds } = drawn<TreeScene>('tree', set, [
      'A.0.ask~none',
      'B.0.ask~A1',
      'C.0.ask~none',
    ]);
    expect(entries.map(({ id, parent, row }) => [id, parent, row])).toEqual([
      ['A1', null, 0],
      ['B1', null, 1],
    ]);
    expect(branches.map(({ file }) => file)).toEqual(['auth.py', 'bank.py']);
    // C asked for auth.py and was shown none; it has not asked for bank.py.
    expect(worlds[2]?.hidden).toEqual([1]);
    const after = drawn<TreeScene>('tree', set, ['A.0.ask~none', 'B.0.ask~A1', 'C.0.ask~none', 'C.1.ask~B1']);
    expect([after.worlds[2]?.hidden, after.worlds[2]?.others]).toEqual([[1], [2]]);
  });
});

test('the signed log: what each signature covers', () => {
  const { covers } = drawn<LogScene>('log', TURNS, FORK);
  expect(covers).toEqual([
    [1],
    [1, 2],
    [1, 2, 3],
    [1, 2, 3, 4],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 6],
    [1, 2, 3, 4, 5, 7],
  ]);
  const files = { protocol: 'files', server: 'free', work: 'bank' };
  expect(drawn<LogScene>('log', files, ['A.0.ask~none', 'B.0.ask~A1']).covers).toEqual([[1], [2]]);
});

describe('the log marks what was left out, for whom', () => {
  const left = (set: Params, keys: readonly string[], seenBy: string | null = null) =>
    drawn<LogScene>('log', set, keys, seenBy).left.map(({ user, slot, entry, out, ids }) => [
      user,
      slot,
      entry,
      out,
      ids,
    ]);
  const STRAW = { protocol: 'straw', server: 'liar', work: 'bank' };

  test('hidden from who signed beside it', () => {
    expect(left(TURNS, FORK)).toEqual([
      ['C', 6, 'C2', [5], 'A2'],
      ['B', 7, 'B2', [6], 'C2'],
    ]);
  });

  test('taken out of the middle, whether it was refused or believed; nobody alone can tell', () => {
    const keys = ['A.0.ask~none', 'B.0.ask~A1', 'C.0.ask~B1.omit.A1'];
    expect(left(STRAW, keys)).toEqual([['C', 3, null, [1], 'A1']]);
    expect(left(STRAW, keys, 'C')).toEqual([]);
    const blind = { ...STRAW, sigCheck: 'off' };
    expect(left(blind, keys)).toEqual([['C', 3, 'C1', [1], 'A1']]);
  });

  test('nothing of structures, which stand for all before them', () => {
    const set = { ...STRAW, protocol: 'serialized', work: 'turns', users: 2, maxOps: 3 };
    const { record } = run(set, 'A.0.ask~none', 'B.0.ask~A1', 'A.1.ask~B1.deny.bank.py');
    expect(record.left).toBeUndefined();
  });

  test('one’s own last, where it was asked for and missing', () => {
    const set = { ...STRAW, work: 'turns', users: 2, maxOps: 3 };
    expect(left(set, ['A.0.ask~none', 'B.0.ask~A1', 'A.1.ask~none'])).toEqual([['A', 3, null, [1], 'A1']]);
  });

  test('from a fetch that leaves no entry', () => {
    const set = { ...STRAW, server: 'free', fetchLog: 'off' };
    const keys = ['A.0.ask~none', 'B.0.ask~A1', 'C.0.ask~none', 'C.1.ask~B1'];
    expect(left(set, keys)).toEqual([
      ['C', 3, null, [1, 2], 'A1 B1'],
      ['C', 4, null, [], '–'],
    ]);
  });
});

test('vectors: the newest of each beside every other’s', () => {
  const { orders, principals, entries } = drawn<VectorsScene>('vectors', TURNS, FORK);
  expect(principals).toEqual(['A', 'B', 'C', 'T']);
  expect(entries.map(({ row }) => row)).toEqual([0, 1, 3, 2, 0, 2, 1]);
  expect(orders).toEqual([
    ['same', 'before', 'apart', 'after'],
    ['after', 'same', 'apart', 'after'],
    ['apart', 'apart', 'same', 'after'],
    ['before', 'before', 'before', 'same'],
  ]);
});

test('the box: how old the newest stamp was for each, then and by now', () => {
  const { clock, period, users } = drawn<BoxScene>('box', TURNS, [...FORK, 'T.1.ask~A1+B1+C2+T1']);
  expect([clock, period]).toEqual([2, 5]);
  expect(users.map(({ user, tick, atAsk, age }) => [user, tick, atAsk, age])).toEqual([
    ['A', 1, 0, 1],
    ['B', 1, 0, 1],
    ['C', 1, 0, 1],
  ]);
});

test('a view that SUNDR does not have draws nothing', () => {
  expect(scene('lanes', run(TURNS), null, paramsOf(TURNS))).toBeNull();
});

describe('the hash path', () => {
  const BANK = { protocol: 'serialized', server: 'liar', work: 'bank' };
  const KEYS = ['A.0.ask~none', 'B.0.ask~A1', 'C.0.ask~A1+B1'];

  test('of the last write is hashed again up to the signed i-handle, and no other hash', () => {
    const { writer } = drawn<MerkleScene>('merkle', BANK, KEYS);
    const world = run(BANK, ...KEYS);
    const server = world.locals.server as ServerLocal;
    const b1 = present(
      server.held.find(({ id }) => id === 'B1'),
      'B1',
    );
    expect([writer?.user, writer?.file, writer?.slot]).toEqual(['B', 'bank.py', 2]);
    expect(writer?.levels.map(({ path, beside }) => [path[0]?.kind, path.length, beside.length])).toEqual([
      ['block', 2, 0],
      ['inode', 1, 0],
      ['i-table', 1, 0],
      ['i-handle', 1, 0],
      ['signature', 1, 0],
    ]);
    expect([writer?.hashes, writer?.all]).toEqual([5, 5]);
    expect(writer?.levels[3]?.path[0]?.value).toBe(b1.handle.slice(0, 8));
    expect(writer?.levels[4]?.path[0]?.value).toBe(b1.signature.slice(0, 8));
  });

  test('of a file among several leaves the others as they were', () => {
    const { writer } = drawn<MerkleScene>('merkle', BANK, KEYS.slice(0, 1));
    const names = writer?.levels.map(({ path, beside }) =>
      [path, beside].map((list) => list.map((one) => one.name)),
    );
    expect(names?.slice(1, 4)).toEqual([
      [['auth.py'], ['log.py', 'profile.py', 'users.py']],
      [['0-3'], ['4-7']],
      [['A'], []],
    ]);
    expect(names?.[0]?.[0]?.every((name) => name.startsWith('auth.py:'))).toBe(true);
    expect(writer?.levels.every(({ beside }) => beside.every(({ other }) => other === null))).toBe(true);
    // Counted anew: the tree made again from these files, and what of it differs from the tree before.
    const [was, is] = [FIRST, WRITTEN].map((of) => treeOf('A', filesOf('A', 'auth.py', of['auth.py'] ?? '')));
    const differ = [...(is?.nodes ?? [])].filter(([key, { hash }]) => was?.nodes.get(key)?.hash !== hash);
    expect([writer?.hashes, writer?.all]).toEqual([differ.length, is?.nodes.size]);
  });

  test('of a reader has nothing that differs', () => {
    const { reader } = drawn<MerkleScene>('merkle', BANK, KEYS);
    expect([reader?.user, reader?.file]).toEqual(['C', 'auth.py']);
    expect(reader?.levels.flatMap(({ path }) => path.flatMap(({ other }) => other ?? []))).toEqual([]);
  });

  test('of who was given other bytes has both values, those of the refusal', () => {
    const { reader, refused } = drawn<MerkleScene>('merkle', BANK, [
      ...KEYS.slice(0, 2),
      'C.0.ask~A1+B1.alter.auth.py',
    ]);
    const { expected, actual } = present(refused[0], 'a refusal').refusal;
    expect(refused[0]?.refusal.check).toBe('hash-mismatch');
    const handle = reader?.levels[3]?.path[0];
    expect([handle?.other, handle?.value]).toEqual([expected.slice(0, 8), actual.slice(0, 8)]);
    expect(reader?.levels.slice(0, 4).every(({ path }) => path.some(({ other }) => other !== null))).toBe(
      true,
    );
  });

  test('is of no protocol that signs no trees', () => {
    const straw = drawn<MerkleScene>('merkle', { ...BANK, protocol: 'straw' }, ['A.0.ask~none']);
    expect([straw.signsTrees, straw.writer, straw.reader]).toEqual([false, null, null]);
  });
});

test('ids in ranges, by signer', () => {
  expect(idRanges(['B1', 'A2', 'A1', 'T1', 'A4', 'A10', 'A9', 'C1*'])).toBe('A1–2 A4 A9–10 B1 C1* T1');
  expect(idRanges(['A1', 'bank.py*'])).toBe('A1 bank.py*');
  expect(idRanges([])).toBe('–');
});
