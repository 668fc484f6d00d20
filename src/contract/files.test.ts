import { expect, test } from 'vitest';
import { Refusal } from '../base/result.ts';
import { bytesOfFile, fileIn, filesIn, giveFile, spellFile } from './files.ts';
import { wantedIn } from './wanted-file.ts';

const FILE = { name: 'two words.txt', sha256: 'ab'.repeat(32), size: 12 };

test('a setting names a file by hash, size and name, and any other text is a text', () => {
  expect(fileIn(spellFile(FILE))).toEqual(FILE);
  expect(fileIn(spellFile({ ...FILE, name: 'a:b\nc' }))).toEqual({ ...FILE, name: 'a b c' });
  for (const text of ['', 'file:', `file:${FILE.sha256}:12:`, `file:${FILE.sha256}:x:a`, 'file:ab:1:a'])
    expect(fileIn(text)).toBe(null);
});

test('a file that is not at hand is asked for by its name, size and hash, until it is given', () => {
  const asked = (): unknown => {
    try {
      return bytesOfFile(FILE);
    } catch (error) {
      return error;
    }
  };
  expect(wantedIn(asked())).toEqual(FILE);
  expect(wantedIn(new Refusal({ key: 'session.left' }))).toBe(null);
  const params = { input: spellFile(FILE), workers: 2 };
  expect(filesIn(params)).toEqual([]);
  const bytes = new Uint8Array(12);
  giveFile({ ...FILE, bytes });
  expect(asked()).toBe(bytes);
  expect(filesIn(params)).toEqual([{ ...FILE, bytes }]);
});
