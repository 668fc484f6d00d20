import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { latin1Of, utf8 } from '../../../base/bytes.ts';
import { fileBytes, hasFile } from '../testing/data.ts';
import type { KeyBox } from './key-box.ts';
import { boxed, opened, sealed, unboxed } from './key-box.ts';
import { immutableId, isItself, read, signed } from './mutable.ts';
import { BadZoneFile, parseZoneFile, zoneFileText, zoneHash } from './zone-file.ts';

const secretOf = (who: string): Uint8Array => sha256(utf8(`secret of ${who}`));
const keyOf = (who: string): Uint8Array => secp256k1.getPublicKey(secretOf(who));

describe('zone files', () => {
  const zone = (name: string): string => `zonefiles/${name}.txt`;
  const textOf = (name: string): string => latin1Of(fileBytes(zone(name)));

  test.skipIf(!hasFile(zone('blockstack-cli-zonefile')))(
    'of the name system are read, and written to the byte',
    () => {
      for (const name of ['blockstack-cli-zonefile', 'browser-generated-zonefile']) {
        const text = textOf(name);
        const file = parseZoneFile(text);
        expect(zoneFileText(file)).toBe(text.endsWith('\n') ? text : `${text}\n`);
      }
      const { origin, ttl, records } = parseZoneFile(textOf('blockstack-cli-zonefile'));
      expect([origin, ttl, records.length]).toEqual(['ablankstein.id', 3600, 3]);
      expect(records[1]).toEqual({
        name: '_https._tcp',
        ttl: null,
        type: 'URI',
        data: ['10', '1', 'https://blockstack.s3.amazonaws.com/ablankstein.id'],
      });
    },
  );

  test.skipIf(!hasFile(zone('zonefile_forward')))(
    'of RFC 1035 with parentheses, comments and classes are read',
    () => {
      const { records } = parseZoneFile(textOf('zonefile_forward'));
      const of = (type: string) =>
        records.filter((one) => one.type === type).map(({ name, data }) => [name, ...data]);
      expect(of('SOA')[0]?.slice(3)).toEqual(['1406291485', '3600', '600', '604800', '86400']);
      expect(of('MX')).toEqual([
        ['@', '0', 'mail1'],
        ['@', '10', 'mail2'],
      ]);
      expect(of('A')).toContainEqual(['mail', '1.2.3.4']);
      expect(records.find(({ name }) => name === 'tst')).toMatchObject({
        ttl: 300,
        data: ['101.228.10.127'],
      });
      expect(of('TXT')[0]?.[1]).toContain('v=spf1 a mx');
    },
  );

  test('a newline more is another file to the chain', () => {
    const text = '$ORIGIN a.id\n$TTL 60\n_http._tcp URI 10 1 "mem://a"\n';
    expect(zoneFileText(parseZoneFile(text))).toBe(text);
    expect(zoneHash(`${text}\n`)).not.toBe(zoneHash(text));
    expect(zoneHash(text.slice(0, -1))).not.toBe(zoneHash(text));
  });

  test.each([
    ['a A 1.2.3.4 5.6.7.8', 1, 'fields'],
    ['$ORIGIN a.id\na WHAT x', 2, 'type'],
    ['a TXT "open', 1, 'open-quote'],
    ['a SOA ( b c', 1, 'parentheses'],
    ['a TXT )', 1, 'parentheses'],
    ['$TTL soon', 1, 'ttl'],
    ['$INCLUDE other', 1, 'directive'],
    ['a TXT', 1, 'fields'],
  ])('%j is refused by line and reason', (text, line, reason) => {
    expect(() => parseZoneFile(text)).toThrow(BadZoneFile);
    expect(() => parseZoneFile(text)).toThrow(expect.objectContaining({ line, reason }));
  });
});

describe('mutable data', () => {
  const id = 'a.id/todo';
  const [one, two] = [1, 2].map((version) => signed(secretOf('A'), id, version, `list ${version}`));
  const both = [one, two] as NonNullable<typeof one>[];

  test('of several answers the newest that the name’s key signed is taken', () => {
    const forged = signed(secretOf('T'), id, 9, 'not A’s');
    expect(read(keyOf('A'), id, [...both, forged])).toEqual({ ok: true, value: 'list 2', version: 2 });
    expect(read(keyOf('A'), id, [forged])).toMatchObject({ ok: false, why: 'not-signed-by-name' });
    const edited = both.map((each) => ({ ...each, value: 'edited' }));
    expect(read(keyOf('A'), id, edited)).toMatchObject({ why: 'not-signed-by-name' });
    expect(read(keyOf('A'), 'a.id/other', both)).toMatchObject({ why: 'another-id' });
    expect(read(keyOf('A'), id, [])).toMatchObject({ why: 'no-data' });
  });

  test('an older version is noticed by one who has seen a newer one, and by nobody else', () => {
    expect(read(keyOf('A'), id, both.slice(0, 1), 2)).toEqual({
      ok: false,
      why: 'older-than-seen',
      version: 1,
    });
    expect(read(keyOf('A'), id, both.slice(0, 1))).toMatchObject({ ok: true, version: 1 });
  });

  test('a deletion is signed too, and its version keeps the old from coming back', () => {
    const gone = signed(secretOf('A'), id, 3, null);
    expect(read(keyOf('A'), id, [...both, gone])).toEqual({ ok: false, why: 'deleted', version: 3 });
    expect(read(keyOf('A'), id, both, 3)).toMatchObject({ why: 'older-than-seen' });
  });

  test('immutable data is its hash', () => {
    expect(isItself(immutableId('x'), 'x')).toBe(true);
    expect(isItself(immutableId('x'), 'y')).toBe(false);
  });
});

describe('a key box', () => {
  const readers = ['A', 'B', 'C'].map((name) => ({ name, key: keyOf(name) }));
  const chanceOf = (seed: string) => (n: number) => sha256(utf8(`${seed} ${n}`));
  const plain = utf8('milk, bread');
  const box = boxed(plain, readers, chanceOf('first'));

  test('has the data once and as many wraps as readers, each of whom can read', () => {
    expect(box.wraps).toHaveLength(3);
    expect(box.data).toHaveLength(2 * (plain.length + 32));
    for (const { name } of readers) expect(unboxed(box, name, secretOf(name))).toEqual({ ok: true, plain });
  });

  test('is nothing to a wrong key, to one without a wrap, and changed bytes are found', () => {
    expect(unboxed(box, 'A', secretOf('B'))).toEqual({ ok: false, why: 'wrong-key' });
    expect(unboxed(box, 'T', secretOf('T'))).toEqual({ ok: false, why: 'no-wrap' });
    const last = box.data.endsWith('0') ? '1' : '0';
    const changed: KeyBox = { ...box, data: box.data.slice(0, -1) + last };
    expect(unboxed(changed, 'A', secretOf('A'))).toEqual({ ok: false, why: 'changed-data' });
  });

  test('made anew without a reader is closed to them, by whatever wrap; the old one stays open', () => {
    const next = boxed(utf8('milk, bread, tea'), readers.slice(0, 2), chanceOf('second'));
    expect(unboxed(next, 'C', secretOf('C'))).toEqual({ ok: false, why: 'no-wrap' });
    const old = box.wraps[2];
    const tried: KeyBox = { ...next, wraps: [...next.wraps, ...(old ? [old] : [])] };
    expect(unboxed(tried, 'C', secretOf('C'))).toEqual({ ok: false, why: 'changed-data' });
    expect(unboxed(box, 'C', secretOf('C'))).toEqual({ ok: true, plain });
    expect(unboxed(next, 'B', secretOf('B'))).toMatchObject({ ok: true });
  });

  test('opens what it sealed, at every length around a block', () => {
    const key = sha256(utf8('k'));
    for (const length of [0, 1, 31, 32, 33, 64, 100]) {
      const bytes = Uint8Array.from({ length }, (_, i) => i);
      expect(opened(key, sealed(key, bytes))).toEqual(bytes);
    }
    expect(opened(key, new Uint8Array(31))).toBeNull();
  });
});
