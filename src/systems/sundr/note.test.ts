import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { base64Of } from '../../base/base64.ts';
import { utf8 } from '../../base/bytes.ts';
import { noteOf, signNote, verifierKey, verifyNote, vkeyOf } from './note.ts';
import {
  checkpointOf,
  checkpointText,
  openCheckpoint,
  signCheckpoint,
  wholeNumber,
} from './tlog-checkpoint.ts';

const DATA = '../shared/data/sundr/signed-note.json';
const secret = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const A = { name: 'log.example/a', secret: secret(1) };
const B = { name: 'witness.example/b', secret: secret(2) };
const vkey = vkeyOf(A);
const text = 'log.example/a\n3\nthree lines\n';
const note = signNote(text, A);
const errorOf = (of: string | Uint8Array, key = vkey) =>
  verifyNote(typeof of === 'string' ? utf8(of) : of, key).error;

describe('verifyNote', () => {
  test.skipIf(!existsSync(DATA))('verifies the note of Go’s documentation, PeterNeumann c74f20a3', () => {
    const data = JSON.parse(readFileSync(DATA, 'utf8')) as Record<'vkey' | 'text' | 'sigLine', string>;
    const bytes = utf8(`${data.text}\n${data.sigLine}\n`);
    expect(verifyNote(bytes, data.vkey)).toEqual({
      ok: true,
      name: 'PeterNeumann',
      keyHash: 'c74f20a3',
      error: null,
      text: data.text,
    });
    expect(errorOf(utf8(`${data.text} \n${data.sigLine}\n`), data.vkey)).toBe('missing-newline');
    expect(errorOf(utf8(`${data.text}But.\n\n${data.sigLine}\n`), data.vkey)).toBe('bad-signature');
  });

  it('verifies what it signs, whoever else has signed it too', () => {
    const both = note + signNote(text, B).slice(text.length + 1);
    expect(noteOf(utf8(both))).toMatchObject({ text, signatures: [{ name: A.name }, { name: B.name }] });
    expect([errorOf(note), errorOf(both), errorOf(both, vkeyOf(B))]).toEqual([null, null, null]);
    expect(errorOf(note, vkeyOf(B))).toBe('no-signature');
    const bySelf = signNote(text, B).slice(text.length + 1);
    expect([errorOf(note + bySelf + bySelf), errorOf(note + bySelf + bySelf, vkeyOf(B))]).toEqual([
      null,
      'duplicate-signature',
    ]);
  });

  it('signs the text, newlines and all: it may hold empty lines', () => {
    expect(errorOf(signNote('one\n\ntwo\n', A))).toBeNull();
    expect(errorOf(signNote('one\n\ntwo\n', A).replace('two', 'too'))).toBe('bad-signature');
  });

  it('says of a key that its hash or its algorithm is wrong, or that it is none', () => {
    const { publicKey } = verifierKey(vkey) ?? { publicKey: new Uint8Array() };
    const [name, hash = '', encoded = ''] = vkey.split(/\+(.{8})\+/);
    expect(errorOf(note, `${name}+00000000+${encoded}`)).toBe('wrong-key-hash');
    const other = base64Of(Uint8Array.of(2, ...publicKey));
    expect(errorOf(note, `${name}+${hash}+${other}`)).toBe('unknown-algorithm');
    expect(errorOf(note, `${name}+${hash}`)).toBe('not-a-key');
    expect(errorOf(note, `${name}+${hash}+***`)).toBe('not-a-key');
    expect(errorOf(note, '')).toBe('not-a-key');
  });

  it('says that a line is by another key of the same name', () => {
    expect(errorOf(note, vkeyOf({ ...A, secret: secret(3) }))).toBe('wrong-key-hash');
  });

  it('says what is missing or twice in a note', () => {
    expect(errorOf(note.slice(0, -1))).toBe('missing-newline');
    expect(errorOf(note.replace('\n\n', '\n'))).toBe('missing-newline');
    expect(errorOf('')).toBe('missing-newline');
    expect(errorOf(note + note.slice(text.length + 1))).toBe('duplicate-signature');
    expect(errorOf(`${note}what is this\n`)).toBe('not-a-note');
    expect(errorOf(signNote('a\ttext\n', A))).toBe('control-character');
    expect(errorOf(Uint8Array.of(0xff, 10, 10))).toBe('not-utf8');
  });

  it('refuses the note with any one bit of it turned, by name', () => {
    const bytes = utf8(note);
    const found = new Set<string>();
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 1; bit < 256; bit *= 2) {
        const turned = bytes.with(at, (bytes[at] as number) ^ bit);
        const { ok, error } = verifyNote(turned, vkey);
        if (ok || error === null) throw new Error(`bit ${bit} of byte ${at}`);
        found.add(error);
      }
    }
    expect([...found].sort()).toEqual([
      'bad-signature',
      'control-character',
      'missing-newline',
      'no-signature',
      'not-a-note',
      'not-utf8',
      'wrong-key-hash',
    ]);
  });
});

describe('a checkpoint', () => {
  const root = 'ab'.repeat(32);
  const checkpoint = { origin: 'log.example/a', size: 2n ** 64n - 1n, root };

  it('is read as it was written, up to the largest size, and with lines after it', () => {
    expect(checkpointOf(checkpointText(checkpoint))).toEqual(checkpoint);
    expect(checkpointOf(`${checkpointText(checkpoint)}an extension\n`)).toEqual(checkpoint);
    expect(openCheckpoint(utf8(signCheckpoint(checkpoint, A)), vkey)).toEqual(checkpoint);
  });

  it.each([
    ['no name', '\n3\nqqo=\n', 'not-a-checkpoint'],
    ['no size', 'log\nthree\nqqo=\n', 'not-a-checkpoint'],
    ['a size with a leading zero', checkpointText(checkpoint).replace(/\d+/, '03'), 'not-a-checkpoint'],
    [
      'a size of 2^64',
      checkpointText(checkpoint).replace(/\d{5,}/, '18446744073709551616'),
      'not-a-checkpoint',
    ],
    ['a root in other letters', 'log\n3\n***\n', 'not-a-checkpoint'],
    ['a root of two bytes', 'log\n3\nqqo=\n', 'hash-length'],
    ['no last newline', checkpointText(checkpoint).slice(0, -1), 'not-a-checkpoint'],
    ['an empty line after it', `${checkpointText(checkpoint)}\n`, 'not-a-checkpoint'],
  ])('is none with %s', (_, of, error) => {
    expect(checkpointOf(of)).toBe(error);
  });

  it('knows whole numbers from 0 to 2^64 - 1', () => {
    expect(['0', '7', '18446744073709551615'].map(wholeNumber)).toEqual([0n, 7n, 2n ** 64n - 1n]);
    expect(['', '-1', '1.0', '1e3', '0x1', '01', ' 1', '18446744073709551616'].map(wholeNumber)).toEqual(
      Array(8).fill(null),
    );
  });

  it('is not opened by another key', () => {
    expect(openCheckpoint(utf8(signCheckpoint(checkpoint, B)), vkey)).toBe('no-signature');
  });
});
