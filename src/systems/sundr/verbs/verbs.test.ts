import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../base/bytes.ts';
import { UsageError } from '../../../contract/verb.ts';
import { signNote, vkeyOf } from '../note.ts';
import { runVerb } from '../testing/run-verb.ts';
import { consistencyProof, inclusionProof, leafHash, rootOf } from '../tlog.ts';
import { signCheckpoint } from '../tlog-checkpoint.ts';

const LEAVES = Array.from({ length: 7 }, (_, i) => leafHash(utf8(`entry ${i}`)));
const signer = { name: 'log.example/a', secret: new Uint8Array(32).fill(1) };
const vkey = vkeyOf(signer);
const checkpoint = (leaves: readonly string[], origin = signer.name) =>
  signCheckpoint({ origin, size: BigInt(leaves.length), root: rootOf(leaves) }, signer);
const root = rootOf(LEAVES);

describe('sundr merkle', () => {
  it('lists the four hashes on the path of one block, and counts them', async () => {
    const { exit, json, lines } = await runVerb('sundr merkle', ['--change', 'bank.py:2']);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ hashes: 4, fromScratch: 25 });
    expect((json.hashed as { kind: string; name: string }[]).map(({ kind, name }) => [kind, name])).toEqual([
      ['block', 'bank.py:2'],
      ['inode', 'bank.py'],
      ['i-table', '0-3'],
      ['i-handle', 'A'],
    ]);
    expect(lines.at(-1)).toBe('4 hashes for this change; 25 for the whole tree.');
  });

  it('hashes nothing where the block stays as it was', async () => {
    const { json } = await runVerb('sundr merkle', ['--change', 'log.py:0']);
    const [{ old }] = json.hashed as [{ old: string }];
    expect(old).toMatch(/^[0-9a-f]{64}$/);
    const same = await runVerb('sundr merkle', [
      '--change',
      'log.py:0',
      '--to',
      'def add(sender, receiver, zoobars):\n    rows.append((now(), send',
    ]);
    expect(same.json).toMatchObject({ hashed: [], hashes: 0, fromScratch: 25 });
  });

  it.each([
    [['--change', 'bank.py'], 'say --change FILE:BLOCK'],
    [['--change', 'none.py:0'], "no file 'none.py'; there are auth.py, bank.py"],
    [['--change', 'auth.py:99'], 'auth.py has blocks 0 to 3, and no 99'],
    [['--change', 'auth.py:0', '--to', 'x'], 'this block has 64 bytes; --to gives it 1'],
    [['bank.py:1'], "what is 'bank.py:1'?"],
  ])('refuses %j in one line', async (argv, line) => {
    const refused = runVerb('sundr merkle', argv);
    await expect(refused).rejects.toBeInstanceOf(UsageError);
    await expect(refused).rejects.toThrow(line);
  });
});

describe('tlog verify-inclusion', () => {
  const proof = inclusionProof(LEAVES, 4).join();
  const leaf = ['--leaf-hash', LEAVES[4] as string, '--index', '4', '--proof', proof];
  const bare = [...leaf, '--size', '7', '--root', root];

  it('verifies against a signed checkpoint, whose size is bound', async () => {
    const argv = [...leaf, '--checkpoint', 'c', '--vkey', vkey];
    const { exit, json, lines } = await runVerb('tlog verify-inclusion', argv, { c: checkpoint(LEAVES) });
    expect([exit, json]).toEqual([0, { ok: true, error: null, notBound: [], index: '4', size: '7', root }]);
    expect(lines).toEqual([`The entry is number 4 of the log with root ${root} and 7 entries.`]);
  });

  it('says of a bare size that nothing binds it', async () => {
    const { exit, json, lines } = await runVerb('tlog verify-inclusion', bare);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ ok: true, notBound: ['size'] });
    expect(lines[1]).toContain('size: no proof binds it');
  });

  it('takes numbers up to 2^64 - 1, and an empty proof', async () => {
    const one = ['--leaf-hash', root, '--index', '0', '--size', '1', '--root', root, '--proof', ''];
    expect((await runVerb('tlog verify-inclusion', one)).exit).toBe(0);
    const most = ['--leaf-hash', root, '--index', '18446744073709551614', '--size', '18446744073709551615'];
    expect(
      (await runVerb('tlog verify-inclusion', [...most, '--root', root, '--proof', root])).json,
    ).toMatchObject({
      error: 'proof-length',
      expected: '63',
      actual: '1',
    });
  });

  it.each([
    ['another leaf', { '--leaf-hash': LEAVES[5] as string }, 1, 'root-mismatch'],
    ['another index', { '--index': '5' }, 1, 'root-mismatch'],
    ['an index past the end', { '--index': '7' }, 1, 'index-out-of-range'],
    ['a hash less', { '--proof': '' }, 1, 'proof-length'],
    ['a leaf hash of 31 bytes', { '--leaf-hash': root.slice(2) }, 2, 'hash-length'],
    ['a proof hash of 33 bytes', { '--proof': `${root}00` }, 2, 'hash-length'],
    ['a hash that is none', { '--root': 'g'.repeat(64) }, 2, 'not-hex'],
    ['an index that is none', { '--index': '-1' }, 2, 'not-a-number'],
    ['a size past 2^64 - 1', { '--size': '18446744073709551616' }, 2, 'not-a-number'],
  ])('refuses %s by name', async (_, change, exit, error) => {
    const argv = bare.map((word, i) => (change as Record<string, string>)[bare[i - 1] ?? ''] ?? word);
    const ran = await runVerb('tlog verify-inclusion', argv);
    expect(ran).toMatchObject({ exit, json: { ok: false, error } });
  });

  it('refuses both ways to name the log at once, and neither', async () => {
    for (const argv of [leaf, [...bare, '--vkey', vkey]])
      await expect(runVerb('tlog verify-inclusion', argv)).rejects.toThrow(
        'say either --checkpoint --vkey, or --size --root',
      );
    await expect(runVerb('tlog verify-inclusion', bare.slice(0, 4).concat(bare.slice(6)))).rejects.toThrow(
      '--proof',
    );
  });
});

describe('tlog verify-consistency', () => {
  const old = LEAVES.slice(0, 3);
  const files = { old: checkpoint(old), new: checkpoint(LEAVES) };
  const proof = ['--proof', consistencyProof(LEAVES, 3).join()];
  const signed = ['--old', 'old', '--new', 'new', '--vkey', vkey, ...proof];

  it('verifies two signed checkpoints, and bare sizes with what they do not bind', async () => {
    expect(await runVerb('tlog verify-consistency', signed, files)).toMatchObject({
      exit: 0,
      json: { ok: true, notBound: [], size1: '3', size2: '7' },
      lines: ['The log of 3 entries is the beginning of the log of 7.'],
    });
    const bare = ['--size1', '3', '--root1', rootOf(old), '--size2', '7', '--root2', root, ...proof];
    expect((await runVerb('tlog verify-consistency', bare)).json).toMatchObject({
      notBound: ['size1', 'size2'],
    });
  });

  it('finds a fork: two signed checkpoints of one log that are not one history', async () => {
    const other = [...LEAVES.slice(0, 2), leafHash(utf8('for C only'))];
    const forked = { ...files, old: checkpoint(other) };
    expect(await runVerb('tlog verify-consistency', signed, forked)).toMatchObject({
      exit: 1,
      json: { error: 'old-root-mismatch', expected: rootOf(other), actual: rootOf(old) },
    });
    const twins = { old: checkpoint(old), new: checkpoint(other) };
    expect(
      await runVerb('tlog verify-consistency', [...signed.slice(0, 6), '--proof', ''], twins),
    ).toMatchObject({
      exit: 1,
      json: { error: 'root-mismatch' },
    });
  });

  it('refuses checkpoints of two logs, an empty old log, and what is signed by nobody', async () => {
    const of = async (old: string) =>
      (await runVerb('tlog verify-consistency', signed, { ...files, old })).json;
    expect(await of(checkpoint(old, 'other.example'))).toMatchObject({ error: 'other-log' });
    expect(await of(checkpoint([]))).toMatchObject({ error: 'size-zero' });
    expect(await of(files.old.replace('\n3\n', '\n4\n'))).toEqual({
      ok: false,
      error: 'bad-signature',
      field: 'old',
    });
    expect(await of('what is this\n')).toMatchObject({ error: 'missing-newline' });
    expect(await of(signNote('no log\n', signer))).toMatchObject({ error: 'not-a-checkpoint' });
  });

  it('refuses any turned bit of a checkpoint by name', async () => {
    const bytes = utf8(files.new);
    for (let at = 0; at < bytes.length; at += 3) {
      const turned = bytes.with(at, (bytes[at] as number) ^ (1 << (at % 8)));
      const { exit, json } = await runVerb('tlog verify-consistency', signed, { ...files, new: turned });
      expect(exit).toBeGreaterThan(0);
      expect(json).toMatchObject({ ok: false, error: expect.stringMatching(/^[a-z0-9-]+$/) });
    }
  });
});

describe('note verify', () => {
  const note = signNote('a text\n', signer);

  it('says who signed, or what is wrong', async () => {
    const { exit, json, lines } = await runVerb('note verify', ['n', '--vkey', vkey], { n: note });
    expect([exit, json]).toEqual([
      0,
      { ok: true, name: signer.name, keyHash: vkey.split('+')[1], error: null },
    ]);
    expect(lines).toEqual([`Signed by log.example/a, key ${vkey.split('+')[1]}.`]);
    const altered = await runVerb('note verify', ['n', '--vkey', vkey], { n: note.replace('text', 'test') });
    expect(altered).toMatchObject({ exit: 1, json: { ok: false, error: 'bad-signature' } });
    const none = await runVerb('note verify', ['n', '--vkey', 'k'], { n: note });
    expect(none).toMatchObject({ exit: 2, json: { ok: false, name: '', error: 'not-a-key' } });
  });

  it('asks for a file and a key', async () => {
    await expect(runVerb('note verify', ['n'], { n: note })).rejects.toThrow('which file and which key');
  });
});
