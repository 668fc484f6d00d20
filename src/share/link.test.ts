import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../base/bytes.ts';
import { DIGITS, readVarint, varint } from './base64url.ts';
import { ChoiceWriter, readChoices, stepsOf } from './choices.ts';
import { crc24OfBytes } from './crc24.ts';
import type { LinkParts } from './link.ts';
import { checkOf, formatLink, MAX_LINK_STEPS, parseLink, plainLink } from './link.ts';

const parts: LinkParts = {
  system: 'memcache',
  scenario: 'stale-set',
  modelVersion: 1,
  params: {},
  seed: null,
  choices: '',
  cursor: null,
  observed: 0x9abcdef0,
};
const LINKS = [
  formatLink(parts),
  formatLink({ ...parts, params: { lease: 'on', readers: 2 }, seed: 4294967295, choices: '~FAb.gE~gB' }),
  formatLink({ ...parts, params: { 'odd name~.': 'a=b&c%é' }, choices: 'CDDA', cursor: 3 }),
];
const refusal = (text: string): string | null => {
  const read = parseLink(text);
  return read.ok ? null : read.error.key;
};

describe('a link', () => {
  test('says in its text what it is of', () => {
    expect(LINKS[1]).toMatch(
      /^#\/v1\/memcache\/stale-set\?m=1&p=lease\.on~readers\.2&s=1z141z3&c=~FAb\.gE~gB&k=[\w-]{8}$/,
    );
    expect(plainLink('memcache', 'stale-set')).toBe('#/memcache/stale-set');
  });

  test('reads back what was written', () => {
    const param = fc
      .record({ name: fc.string({ minLength: 1 }), value: fc.string() })
      .filter(({ name, value }) =>
        // Lone surrogates have no percent-encoding; no switch is named with them.
        [name, value].every((text) => !/[\ud800-\udfff]/.test(text)),
      );
    fc.assert(
      fc.property(
        fc.array(param, { maxLength: 4 }),
        fc.option(fc.nat(0xffffffff)),
        fc.array(fc.tuple(fc.nat(200), fc.boolean()), { maxLength: 80 }),
        fc.nat(0xffffffff),
        (params, seed, steps, observed) => {
          const record = Object.fromEntries(
            params.filter(({ name }) => name !== '__proto__').map(({ name, value }) => [name, value]),
          );
          const writer = new ChoiceWriter();
          for (const [rank, isDefault] of steps) writer.add(rank, isDefault);
          const cursor = steps.length > 2 ? 2 : null;
          const read = parseLink(
            formatLink({ ...parts, params: record, seed, choices: writer.spelled(), cursor, observed }),
          );
          expect(read).toMatchObject({ ok: true, value: { kind: 'run', seed, cursor, params: record } });
          if (!read.ok || read.value.kind !== 'run') return;
          expect(read.value.check).toBe(checkOf(observed));
          expect(stepsOf(read.value.choices)).toBe(steps.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is read from a full URL, whatever stands before the fragment', () => {
    expect(parseLink(`https://example.org/lamplight/?lang=zh${LINKS[0]}`).ok).toBe(true);
    expect(parseLink('https://example.org/#/memcache/stale-set')).toEqual({
      ok: true,
      value: { kind: 'plain', system: 'memcache', scenario: 'stale-set' },
    });
  });

  test('with any one character changed is an error', () => {
    for (const link of LINKS) {
      for (let at = 0; at < link.length; at++) {
        const others = [...'AZaz09-_.~&=?/#k% v2', String.fromCharCode(link.charCodeAt(at) ^ 1), 'é', '汉'];
        for (const other of others) {
          if (other === link.charAt(at)) continue;
          const changed = link.slice(0, at) + other + link.slice(at + 1);
          expect(parseLink(changed).ok, changed).toBe(false);
        }
      }
    }
  });

  test('cut anywhere after its version is an error that says so', () => {
    for (const link of LINKS) {
      for (let end = '#/v1'.length; end < link.length; end++) {
        expect(refusal(link.slice(0, end)), link.slice(0, end)).toBe('link.cut');
      }
    }
  });

  test('with two neighbouring characters swapped, one doubled or one left out is an error', () => {
    for (const link of LINKS) {
      for (let at = 0; at + 1 < link.length; at++) {
        const [a, b] = [link.charAt(at), link.charAt(at + 1)];
        if (a !== b) expect(parseLink(link.slice(0, at) + b + a + link.slice(at + 2)).ok).toBe(false);
        expect(parseLink(link.slice(0, at) + a + link.slice(at)).ok).toBe(false);
        expect(parseLink(link.slice(0, at) + link.slice(at + 1)).ok).toBe(false);
      }
    }
  });

  test('of a newer format says that it is newer', () => {
    expect(parseLink('#/v2/anything?at=all')).toMatchObject({
      error: { key: 'link.newer', args: { version: 2, newest: 1 } },
    });
    expect(refusal('#/v0/memcache/stale-set')).toBe('link.mangled');
  });

  test('that asks for more work than is allowed is refused before anything runs', () => {
    const choices = `~${varint(MAX_LINK_STEPS + 1)}`;
    expect(refusal(formatLink({ ...parts, choices }))).toBe('link.too-long');
    expect(refusal(formatLink({ ...parts, choices: '~B', cursor: 2 }))).toBe('link.mangled');
  });

  test('of something else is none', () => {
    for (const text of ['', 'hello', '#', '#/', '#/v', '#/only-one', '#/A/b', '#/a/b?lang=zh']) {
      expect(refusal(text), text).toBe('link.none');
    }
  });
});

describe('choices', () => {
  test('a thousand by hand with up to 64 enabled fit well within 2,000 characters', () => {
    const writer = new ChoiceWriter();
    for (let i = 0; i < 1000; i++) writer.add(i % 64, false);
    expect(formatLink({ ...parts, params: { lease: 'on' }, choices: writer.spelled() }).length).toBeLessThan(
      1100,
    );
  });

  test('of the scheduler cost a gap, or ranks where those are shorter', () => {
    const spell = (steps: readonly (readonly [number, boolean])[]): string => {
      const writer = new ChoiceWriter();
      for (const [rank, isDefault] of steps) writer.add(rank, isDefault);
      return writer.spelled();
    };
    expect(spell(Array.from({ length: 57 }, () => [3, true] as const))).toBe('~5B');
    expect(
      spell([
        [4, false],
        [2, true],
        [70, false],
      ]),
    ).toBe('EC.mC');
    expect(spell([[70, true]])).toBe('~B');
    expect(readChoices('EC.mC~5B')).toEqual([4, 2, 70, -57]);
  });

  test('spelt wrongly are refused', () => {
    for (const text of ['~', '~A', '.', '.B', '~g', '!', 'A~', '~gggggggA']) {
      expect(readChoices(text), text).toBeNull();
    }
  });

  test('numbers read back', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (n) => {
        const text = varint(n);
        expect([...text].every((digit) => DIGITS.includes(digit))).toBe(true);
        expect(readVarint(`xx${text}A`, 2)).toEqual({ value: n, next: 2 + text.length });
      }),
    );
  });

  test('the checksum is the one of RFC 4880', () => {
    expect(crc24OfBytes(utf8('123456789'))).toBe(0x21cf02);
  });
});
