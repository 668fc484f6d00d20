import { expect, test } from 'vitest';
import { Refusal } from '../../base/result.ts';
import type { Params } from '../../contract/system.ts';
import { FORGED, WRITTEN } from './bytes.ts';
import { sundr } from './index.ts';
import { treeOf } from './merkle.ts';
import { filesOf } from './merkle-files.ts';
import { scene } from './scene.ts';
import type { MerkleScene } from './scene-merkle.ts';
import type { ServerLocal, SundrWorld, UserLocal } from './state.ts';
import { modelOf, paramsOf, run } from './testing/ready.ts';

const LIAR: Params = { work: 'bank', server: 'liar' };
const EDITED: Params = { ...LIAR, fileBytes: 'ours = 1\n'.repeat(9), forgedBytes: 'theirs = 2\n' };

const held = ({ locals }: SundrWorld, id: string) =>
  (locals.server as ServerLocal).held.find((entry) => entry.id === id);
const refusalOf = ({ locals }: SundrWorld, user: string) => (locals[user] as UserLocal).refused;
const handleOf = (bytes: unknown): string => treeOf('A', filesOf('A', 'auth.py', String(bytes))).iHandle;

test('A writes the edited bytes, and its i-handle is made from them', () => {
  const world = run({ ...EDITED, protocol: 'serialized' }, 'A.0.ask~none');
  expect(held(world, 'A1')?.op.bytes).toBe(EDITED.fileBytes);
  expect(held(world, 'A1')?.handle).toBe(handleOf(EDITED.fileBytes));
});

test('a block altered to the bytes of the server is refused by their hash, and the hash path is made from them', () => {
  const keys = ['A.0.ask~none', 'B.0.ask~A1', 'C.0.ask~A1+B1.alter.auth.py'];
  const set = { ...EDITED, protocol: 'serialized' };
  const world = run(set, ...keys);
  const [expected, actual] = [handleOf(EDITED.fileBytes), handleOf(EDITED.forgedBytes)];
  expect(refusalOf(world, 'C')).toMatchObject({ check: 'hash-mismatch', expected, actual });
  const { reader } = scene('merkle', world, null, paramsOf(set)) as MerkleScene;
  expect(reader?.levels.at(-2)?.path).toMatchObject([
    { kind: 'i-handle', value: actual.slice(0, 8), other: expected.slice(0, 8) },
  ]);
});

test.each([
  ['files', 'C.0.ask~A1.alter.A1'],
  ['files', 'C.0.ask~none.wrong-key.auth.py'],
  ['straw', 'C.0.ask~B1.alter.A1'],
  ['straw', 'C.0.ask~B1.wrong-key.auth.py'],
  ['serialized', 'C.0.ask~A1+B1.wrong-key.A'],
])(
  '%s, %s: C runs what was put in its place where it verifies nothing, and refuses it else',
  (protocol, key) => {
    const keys = ['A.0.ask~none', 'B.0.ask~A1', key];
    expect(refusalOf(run({ ...EDITED, protocol }, ...keys), 'C')?.check).toBe('bad-signature');
    const blind: Params = { ...EDITED, protocol, sigCheck: 'off' };
    const world = run(blind, ...keys);
    expect(refusalOf(world, 'C')).toBeNull();
    expect(world.record.done.at(-1)).toMatchObject({ user: 'C', read: '?' });
    const authentic = modelOf(blind).properties.find(({ name }) => name === 'authentic');
    expect(authentic?.judge(world)).toBe(false);
  },
);

test('what A writes, what the server would have and what was there first are told apart, or refused in words', async () => {
  const merkle = sundr.scenarios.find(({ id }) => id === 'merkle-path');
  const part = (set: Params) =>
    sundr.part(merkle as NonNullable<typeof merkle>, paramsOf({ ...LIAR, ...set }));
  await expect(part({ fileBytes: String(FORGED['auth.py']) })).rejects.toBeInstanceOf(Refusal);
  await expect(part({ forgedBytes: String(WRITTEN['auth.py']) })).rejects.toThrow('bytes.same');
  await expect(part({ fileBytes: '', forgedBytes: 'x' })).resolves.toMatchObject({
    words: expect.arrayContaining(['bytes']),
  });
});
