import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../base/bytes.ts';
import type { FileBytes, HashTree } from './merkle.ts';
import { BLOCK_BYTES, blockOf, mismatchOf, nodeOf, pathOf, treeOf, withFile } from './merkle.ts';
import { BANK_FILES } from './merkle-files.ts';

const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const file = (name: string, inumber: number, text: string): FileBytes => ({
  name,
  inumber,
  bytes: utf8(text),
});

const flipped = (one: FileBytes, block: number): FileBytes => {
  const bytes = one.bytes.slice();
  bytes[block * BLOCK_BYTES] = (bytes[block * BLOCK_BYTES] as number) ^ 1;
  return { ...one, bytes };
};

/** The i-handle and the number of hashes, written anew from the format: no part of the library is used. */
function recount(owner: string, files: readonly FileBytes[]): { iHandle: string; hashes: number } {
  let hashes = 0;
  const counted = (text: string | Uint8Array): string => {
    hashes++;
    return hash(text);
  };
  const tables = new Map<number, string>();
  for (const { inumber, bytes } of [...files].sort((a, b) => a.inumber - b.inumber)) {
    let inode = `inode ${inumber} of ${owner}, ${bytes.length} bytes\n`;
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES)
      inode += `${at / BLOCK_BYTES} ${counted(bytes.slice(at, at + BLOCK_BYTES))}\n`;
    const start = inumber - (inumber % 4);
    const head = tables.get(start) ?? `i-table of ${owner}, ${start}-${start + 3}\n`;
    tables.set(start, `${head}${inumber} ${counted(inode)}\n`);
  }
  let root = `i-table of ${owner}\n`;
  for (const [start, table] of tables) root += `${start}-${start + 3} ${counted(table)}\n`;
  return { iHandle: counted(root), hashes };
}

const arbitraryFiles = fc
  .uniqueArray(fc.record({ inumber: fc.nat(15), bytes: fc.uint8Array({ maxLength: 300 }) }), {
    selector: ({ inumber }) => inumber,
    minLength: 1,
    maxLength: 9,
  })
  .map((drafts) => drafts.map((draft) => ({ ...draft, name: `f${draft.inumber}` })));

describe('treeOf', () => {
  it('hashes block, inode, i-table and i-handle, each by the text that names what is below', () => {
    const tree = treeOf('A', [file('auth.py', 3, 'pass\n')]);
    const inode = `inode 3 of A, 5 bytes\n0 ${hash('pass\n')}\n`;
    const table = `i-table of A, 0-3\n3 ${hash(inode)}\n`;
    expect(tree.iHandle).toBe(hash(`i-table of A\n0-3 ${hash(table)}\n`));
    expect(nodeOf(tree, 'inode', 'auth.py')).toMatchObject({ entry: '3', hash: hash(inode) });
  });

  it('gives the i-handle and the count that a recount gives, for any files', () => {
    fc.assert(
      fc.property(arbitraryFiles, (files) => {
        const tree = treeOf('A', files);
        expect({ iHandle: tree.iHandle, hashes: tree.nodes.size }).toEqual(recount('A', files));
      }),
    );
  });

  it('does not depend on the order of the files, and signs for one owner', () => {
    const { iHandle } = treeOf('A', BANK_FILES);
    expect(treeOf('A', [...BANK_FILES].reverse()).iHandle).toBe(iHandle);
    expect(treeOf('B', BANK_FILES).iHandle).not.toBe(iHandle);
  });

  it('grows another level of the i-table past sixteen inode numbers, and two past sixty-four', () => {
    const levels = (inumber: number): number => pathOf(treeOf('A', [file('f', inumber, 'x')]), 'f', 0).length;
    expect([0, 15, 16, 63, 64].map(levels)).toEqual([4, 4, 5, 5, 6]);
  });

  it('refuses two files of one name or number', () => {
    expect(() => treeOf('A', [file('a', 1, ''), file('a', 2, '')])).toThrow('two files share a name');
    expect(() => treeOf('A', [file('a', 1, ''), file('b', 1, '')])).toThrow(
      'two files share an inode number',
    );
  });
});

describe('withFile', () => {
  const tree = treeOf('A', BANK_FILES);

  it('hashes exactly the path of one changed block again, for every block of the bank', () => {
    let blocks = 0;
    for (const one of BANK_FILES) {
      for (let block = 0; block * BLOCK_BYTES < one.bytes.length; block++, blocks++) {
        const changed = flipped(one, block);
        const { tree: after, hashed, hashes, fromScratch } = withFile(tree, changed);
        const anew = recount(
          'A',
          BANK_FILES.map((other) => (other === one ? changed : other)),
        );
        expect(after.iHandle).toBe(anew.iHandle);
        expect(fromScratch).toBe(anew.hashes);
        expect(hashes).toBe(4);
        const path = pathOf(tree, one.name, block);
        const then = pathOf(after, one.name, block);
        expect(hashed).toEqual(
          path.map(({ kind, name, hash: old }, i) => ({ kind, name, old, new: then[i]?.hash })),
        );
        expect(hashed.map(({ kind }) => kind)).toEqual(['block', 'inode', 'i-table', 'i-handle']);
      }
    }
    expect([blocks, tree.nodes.size]).toEqual([17, 25]);
  });

  it('is the tree made anew, whatever the change', () => {
    fc.assert(
      fc.property(arbitraryFiles, fc.nat(15), fc.uint8Array({ maxLength: 300 }), (files, inumber, bytes) => {
        const one = { name: `f${inumber}`, inumber, bytes };
        const all = [...files.filter((other) => other.inumber !== inumber), one];
        const { tree: after, hashes, hashed } = withFile(treeOf('A', files), one);
        expect([...after.nodes].sort()).toEqual([...treeOf('A', all).nodes].sort());
        expect(hashes).toBe(hashed.length);
        for (const { kind, name, ...both } of hashed) expect(nodeOf(after, kind, name)?.hash).toBe(both.new);
      }),
    );
  });

  it('hashes nothing where nothing changed', () => {
    expect(withFile(tree, BANK_FILES[0] as FileBytes)).toMatchObject({ hashed: [], hashes: 0 });
  });
});

describe('mismatchOf', () => {
  const tree = treeOf('A', BANK_FILES);
  const path = pathOf(tree, 'bank.py', 2);
  const altered = (at: number, change: (text: string) => string) =>
    path.map((node, i) =>
      i === at ? { ...node, bytes: utf8(change(Buffer.from(node.bytes).toString())) } : node,
    );

  it('accepts every path of the tree', () => {
    for (const one of BANK_FILES)
      for (let block = 0; blockOf(tree, one, block); block++)
        expect(mismatchOf(tree.iHandle, pathOf(tree, one.name, block))).toBeNull();
  });

  it('names the node that was altered, with both hashes', () => {
    path.forEach(({ kind, name, hash: expected }, at) => {
      const found = mismatchOf(
        tree.iHandle,
        altered(at, (text) => text.replace(/.$/m, '#')),
      );
      expect(found).toMatchObject({ kind, name, expected });
      expect(found?.actual).not.toBe(expected);
    });
  });

  it('refuses another block of the same file, and a path of another i-handle', () => {
    const other = pathOf(tree, 'bank.py', 1)[0];
    const moved = path.map((node, i) => (i === 0 ? { ...node, bytes: other?.bytes ?? node.bytes } : node));
    expect(mismatchOf(tree.iHandle, moved)).toMatchObject({ kind: 'block', actual: other?.hash });
    const after: HashTree = withFile(tree, flipped(BANK_FILES[0] as FileBytes, 0)).tree;
    expect(mismatchOf(after.iHandle, path)).toEqual({
      kind: 'i-handle',
      name: 'A',
      expected: after.iHandle,
      actual: tree.iHandle,
    });
  });

  it('says that a node lists nothing under an entry', () => {
    const emptied = altered(1, () => 'inode\n').slice(0, 2);
    const inode = hash('inode\n');
    expect(mismatchOf(inode, emptied)).toMatchObject({ kind: 'block', expected: '' });
  });

  it('knows no path to what is not there', () => {
    expect(pathOf(tree, 'bank.py', 9)).toEqual([]);
    expect(pathOf(tree, 'none.py', 0)).toEqual([]);
    expect(blockOf(tree, BANK_FILES[0] as FileBytes, 9)).toBeUndefined();
  });
});
