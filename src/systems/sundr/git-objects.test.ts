import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../base/result.ts';
import type { GitLog } from './git-objects.ts';
import { gitReader } from './git-objects.ts';
import { readers } from './readers.ts';
import { runVerb } from './testing/run-verb.ts';

function read(bytes: Uint8Array, piece = 1000, options = {}): GitLog {
  const reader = gitReader(options);
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.end();
}

/** An object as git prints it, with the hash that it has. */
function object(
  type: string,
  content: string | Uint8Array,
  algorithm = 'sha1',
): { id: string; bytes: Buffer } {
  const body = Buffer.from(content as string);
  const id = createHash(algorithm).update(`${type} ${body.length}\0`).update(body).digest('hex');
  return {
    id,
    bytes: Buffer.concat([Buffer.from(`${id} ${type} ${body.length}\n`), body, Buffer.from('\n')]),
  };
}
const entry = (mode: string, name: string, id: string): Buffer =>
  Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
const WHO = 'author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n';

describe('a log by hand', () => {
  const blob = object('blob', 'pass\n');
  const tree = object('tree', Uint8Array.from(entry('100644', 'auth.py', blob.id)));
  const first = object('commit', `tree ${tree.id}\n${WHO}\nfirst\n`);
  const second = object(
    'commit',
    `tree ${tree.id}\nparent ${first.id}\n${WHO}gpgsig -----BEGIN\n more\n\nsecond\n\ngpgsig not a header\n`,
  );
  const tag = object('tag', `object ${second.id}\ntype commit\ntag v1\n\nv1\n`);
  const all = [blob, tree, first, second, tag];
  const log = (objects = all): Buffer => Buffer.concat(objects.map(({ bytes }) => bytes));

  it('counts objects, links that hold, and signatures, which it does not call verified', () => {
    expect(read(log())).toEqual({
      commits: 2,
      trees: 1,
      blobs: 1,
      tags: 1,
      links: 5,
      outside: 0,
      signed: 1,
      unsigned: 1,
    });
    expect(read(log([...all].reverse()))).toEqual(read(log()));
    expect(read(log([...all, ...all]))).toEqual(read(log()));
    expect(read(Buffer.from(`${'0'.repeat(40)} missing\n`))).toMatchObject({ commits: 0 });
  });

  it('says of a file without objects that nothing was checked', async () => {
    for (const content of ['', `${'0'.repeat(40)} missing\n`]) {
      const { exit, lines } = await runVerb('import git-objects', ['f'], { f: content });
      expect([exit, lines]).toEqual([
        1,
        [expect.stringMatching('There is no object in it, so nothing was checked.')],
      ]);
    }
  });

  it('reads a folder’s mode with a zero before it, as old tools wrote it', () => {
    const old = object('tree', Uint8Array.from(entry('040000', 'lib', tree.id)));
    expect(read(log([blob, tree, old]))).toMatchObject({ trees: 2, links: 2, outside: 0 });
    expect(read(log([blob, tree, old])).firstBad).toBe(undefined);
  });

  it('is known by its first line, whatever its name', () => {
    const looks = (first: string | Uint8Array): boolean =>
      readers['git-objects']?.looks(Buffer.from(first as string)) ?? false;
    expect([log(), object('blob', '', 'sha256').bytes, `${'0'.repeat(40)} missing\n`].map(looks)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['', 'hello\n', `${'0'.repeat(41)} blob 1\n`, `${'0'.repeat(40)} blob`].map(looks)).toEqual(
      Array(4).fill(false),
    );
  });

  it('is the same however it is cut into pieces', () => {
    for (const piece of [1, 2, 3, 7, 64]) expect(read(log(), piece)).toEqual(read(log()));
  });

  it('names the first object whose bytes have another hash', () => {
    const bytes = log();
    const at = bytes.indexOf('pass');
    const altered = Buffer.from(bytes);
    altered.write('past', at);
    const actual = createHash('sha1').update('blob 5\0past\n').digest('hex');
    const fault = { object: blob.id, field: 'id', expected: blob.id, actual };
    expect(read(altered).firstBad).toEqual(fault);
    expect(read(Buffer.concat([bytes, altered])).firstBad).toEqual(fault);
  });

  it('finds a fault in any byte of any object that is turned', () => {
    const bytes = log();
    const starts = [...all.keys()].map((i) => log(all.slice(0, i)).length);
    for (let at = 0; at < bytes.length; at++) {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] as number) ^ 1;
      const start = starts.findLast((one) => one <= at) as number;
      let found: GitLog['firstBad'] | Refusal | undefined;
      try {
        found = read(turned).firstBad;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        found = error;
      }
      expect(found, `byte ${at} (${at - start} of its object)`).toBeDefined();
    }
  });

  it('names a link that leads nowhere, unless only a part was asked for', () => {
    const part = log([tree, second]);
    expect(read(part)).toMatchObject({
      links: 1,
      outside: 2,
      firstBad: { object: tree.id, field: 'entry', expected: blob.id, actual: 'missing' },
    });
    expect(read(part, 1000, { partial: true })).not.toHaveProperty('firstBad');
    expect(read(log([blob, tree, second])).firstBad).toMatchObject({ field: 'parent', expected: first.id });
  });

  it('names a link to another type, and what cannot be read as its type', () => {
    const onBlob = object('commit', `tree ${blob.id}\n${WHO}\n`);
    expect(read(log([blob, onBlob])).firstBad).toEqual({
      object: onBlob.id,
      field: 'tree',
      expected: 'tree',
      actual: 'blob',
    });
    const broken: [string, string | Uint8Array, string][] = [
      ['commit', '', 'tree ID'],
      ['commit', 'tree 12\n', 'tree ID'],
      ['commit', `tree ${tree.id}\nparent x\n${WHO}`, 'parent ID'],
      ['commit', `tree ${tree.id}\n\n`, 'author'],
      ['commit', `tree ${tree.id}\nauthor A\n\n`, 'committer'],
      ['tag', 'object 12\n', 'object ID'],
      ['tag', `object ${tree.id}\ntype log\n`, 'type'],
      ['tree', 'no zero', 'MODE NAME, zero, hash'],
      ['tree', '100644 short\0hash', 'MODE NAME, zero, hash'],
      ['tree', Uint8Array.from(entry('777', 'name', blob.id)), 'MODE NAME'],
      ['tree', Uint8Array.from(entry('100644', 'a/b', blob.id)), 'MODE NAME'],
    ];
    for (const [type, content, expected] of broken)
      expect(read(log([object(type, content)])).firstBad).toMatchObject({ field: 'format', expected });
  });

  it('lets a submodule be: its commit is in another repository', () => {
    expect(read(object('tree', Uint8Array.from(entry('160000', 'sub', first.id))).bytes)).toMatchObject({
      outside: 0,
    });
  });

  it('reads a repository of SHA-256, and refuses one of both', () => {
    const wide = object('blob', 'pass\n', 'sha256');
    const holder = object('tree', Uint8Array.from(entry('100644', 'auth.py', wide.id)), 'sha256');
    expect(read(log([wide, holder]))).toMatchObject({ links: 1, outside: 0 });
    expect(() => read(log([wide, blob]))).toThrow('git.two-hashes');
  });

  it.each([
    ['a heading that is none', 'hello\n', 'git.no-heading'],
    ['one without an end', 'x'.repeat(300), 'git.no-heading'],
    ['a size that is none', `${blob.id} blob 1e3\n`, 'git.no-heading'],
    ['a tree larger than is held', `${blob.id} tree 99999999999\n`, 'git.too-large'],
    ['an end within a heading', blob.id, 'git.cut-heading'],
    ['an end within an object', log([blob]).subarray(0, 50).toString(), 'git.cut'],
    ['an object longer than it says', `${blob.id} blob 4\npass2\n`, 'git.no-newline'],
  ])('refuses %s in words', async (_, content, key) => {
    expect(() => read(Buffer.from(content))).toThrow(key);
    await expect(runVerb('import git-objects', ['f'], { f: content })).rejects.toBeInstanceOf(Refusal);
  });

  it('repeats nothing that a terminal would obey', async () => {
    const refused = runVerb('import git-objects', ['f'], { f: '\u001b[2Jred\u0007\n' });
    await expect(refused).rejects.toMatchObject({ text: { args: { line: '·[2Jred·' } } });
  });

  it('throws at nothing but by refusing, whatever the bytes', () => {
    const heading = fc.constantFrom(
      `${blob.id} blob 5\n`,
      `${tree.id} tree 35\n`,
      `${first.id} commit 9\n`,
      `${tag.id} tag 0\n`,
      'x missing\n',
      '\n',
    );
    const piece = fc.oneof(
      heading.map((one) => Buffer.from(one)),
      fc.uint8Array({ maxLength: 40 }).map((one) => Buffer.from(one)),
      fc.constantFrom(...all.map(({ bytes }) => bytes)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        try {
          const { commits, signed, unsigned } = read(Buffer.concat(pieces), 11);
          expect(signed + unsigned).toBe(commits);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const gitIsHere = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!gitIsHere)('a repository made by git (skipped where there is no git)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-git-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, 'A'],
        [`GIT_${who}_EMAIL`, 'a@b'],
        [`GIT_${who}_DATE`, '1700000000 +0000'],
      ]),
    ),
  };
  const git = (...argv: string[]): Buffer =>
    execFileSync('git', argv, { cwd: folder, env, maxBuffer: 2 ** 26 });

  git('init', '-q', '-b', 'main');
  for (const [name, text] of [
    ['auth.py', 'pass\n'],
    ['bank.py', 'import auth\n'],
    ['auth.py', 'return None\n'],
  ] as const) {
    writeFileSync(join(folder, name), text);
    git('add', '-A');
    git('commit', '-q', '-m', `change ${name}`);
  }
  git('checkout', '-q', '-b', 'side', 'HEAD~1');
  writeFileSync(join(folder, 'log.py'), '');
  git('add', '-A');
  git('commit', '-q', '-m', 'side');
  git('merge', '-q', '-m', 'both', 'main');
  git('tag', '-a', 'v1', '-m', 'v1');
  const batch = git('cat-file', '--batch', '--batch-all-objects');

  it('holds, hash by hash and link by link', () => {
    const log = read(batch);
    // Five commits with a tree each and five parents; files: 1, 2, 2, 3 and 3 entries; the tag.
    expect(log).toEqual({
      commits: 5,
      trees: 5,
      blobs: 4,
      tags: 1,
      links: 5 + 5 + (1 + 2 + 2 + 3 + 3) + 1,
      outside: 0,
      signed: 0,
      unsigned: 5,
    });
    expect(read(batch, 3)).toEqual(log);
  });

  it('is imported by the command, which says what is signed and that nothing is verified', async () => {
    const { exit, json, lines } = await runVerb('import git-objects', ['f'], { f: batch });
    expect([exit, json]).toEqual([0, read(batch)]);
    expect(lines).toEqual([
      '5 commits, 5 trees, 4 blobs; 22 links lead where they say.',
      '0 of the commits carry a signature (not verified here: no keys), 5 carry none.',
      'Every object has the hash that it is named by.',
    ]);
  });

  it('shows a file that was changed behind the log', async () => {
    const altered = Buffer.from(batch);
    altered.write('Nono', altered.indexOf('return None') + 7);
    const { exit, json, lines } = await runVerb('import git-objects', ['f'], { f: altered });
    const blob = git('rev-parse', 'main:auth.py').toString().trim();
    expect([exit, json.firstBad]).toMatchObject([1, { object: blob, field: 'id', expected: blob }]);
    expect(lines.at(-1)).toContain(`First fault, in ${blob}, id`);
  });
});
