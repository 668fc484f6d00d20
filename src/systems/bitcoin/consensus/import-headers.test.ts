// Files of headers as they come: whole, in pieces, in hex, cut, and of other kinds.

import { describe, expect, test } from 'vitest';
import { hexOf, utf8 } from '../../../base/bytes.ts';
import { Refusal } from '../../../base/result.ts';
import { chain, EASY, header, worked } from '../testing/blocks.ts';
import { dataFile, hasData } from '../testing/data.ts';
import type { Header } from './header.ts';
import { blockHash, headerBytes } from './header.ts';
import type { HeadersReport, ImportOptions } from './import-headers.ts';
import { HeadersImport } from './import-headers.ts';
import { mainnet, regtest } from './network.ts';
import { joined } from './wire.ts';

const easy = { network: regtest, startHeight: 0 };

function read(bytes: Uint8Array, options: ImportOptions = easy, size = 1 << 16): HeadersReport {
  const reader = new HeadersImport(options);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.end();
}
const refused = (bytes: Uint8Array, size?: number): string => {
  try {
    read(bytes, easy, size);
  } catch (error) {
    if (error instanceof Refusal) return error.text.key;
  }
  return 'not refused';
};
const fileOf = (headers: readonly Header[]): Uint8Array => joined(headers.map(headerBytes));

const twenty = chain(20);
const file = fileOf(twenty);

describe('a file of headers', () => {
  test('reads the same raw and in hex, whole and byte by byte, with line ends anywhere', () => {
    const report = read(file);
    expect(report).toMatchObject({ count: 20, valid: true, broken: [], retargets: [] });
    expect(report.notChecked).toEqual([{ height: 0, rule: 'time-too-new', why: 'now' }]);
    const hex = hexOf(file);
    const lines = (hex.match(/.{1,33}/g) ?? []).join('\r\n');
    for (const bytes of [file, utf8(hex), utf8(hex.toUpperCase()), utf8(` ${lines}\n`), utf8(`\uFEFF${hex}`)])
      for (const size of [1, 7, 80, 1 << 16]) expect(read(bytes, easy, size)).toEqual(report);
  });

  test('cut anywhere says so', () => {
    for (let length = 1; length < 400; length++) {
      const says = length % 80 === 0 ? 'not refused' : 'import.cut';
      expect(refused(file.subarray(0, length)), String(length)).toBe(says);
    }
    const hex = utf8(hexOf(file));
    for (let length = 1; length < 400; length++) {
      const says = length % 160 === 0 ? 'not refused' : length % 2 === 1 ? 'import.odd' : 'import.cut';
      expect(refused(hex.subarray(0, length)), String(length)).toBe(says);
    }
  });

  test('that is empty or of another kind says so', () => {
    expect(refused(new Uint8Array())).toBe('import.empty');
    expect(refused(utf8(' \n'))).toBe('import.empty');
    expect(refused(utf8('{"a": 1}'))).toBe('import.text');
    expect(refused(utf8(`${hexOf(file)} end`))).toBe('import.not-hex');
    expect(refused(utf8('The quick brown fox. '.repeat(20)))).toBe('import.text');
    expect(refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).toBe('import.kind');
    expect(refused(Uint8Array.from({ length: 8000 }, (_, i) => (i * 37) % 256))).toBe('import.other');
  });
});

describe('the first header that fails is named, with every rule that it breaks in Core’s order', () => {
  const changed = (at: number, change: Partial<Header>): Header[] => {
    const headers = [...twenty];
    headers[at] = { ...(headers[at] as Header), ...change };
    return headers;
  };
  /** The headers after it made to stand on it again. */
  const relinked = (headers: Header[], at: number): Header[] => {
    for (let i = at; i < headers.length; i++) {
      const before = headers[i - 1] as Header;
      headers[i] = worked({
        ...(headers[i] as Header),
        previous: i === at ? (headers[i] as Header).previous : blockHash(before),
      });
    }
    return headers;
  };

  test.each([
    [
      'a byte of a header changed',
      changed(5, { merkleRoot: new Uint8Array(32).fill(1) }),
      6,
      ['prev-blk-not-found'],
    ],
    ['another parent', relinked(changed(5, { previous: new Uint8Array(32) }), 5), 5, ['prev-blk-not-found']],
    ['other bits', relinked(changed(5, { bits: 0x207ffffe }), 5), 5, ['bad-diffbits']],
    ['a time too old', relinked(changed(5, { time: 1 }), 5), 5, ['time-too-old']],
    [
      'all at once',
      relinked(changed(5, { time: 1, bits: 0x207ffffe, previous: new Uint8Array(32) }), 5),
      5,
      ['prev-blk-not-found', 'bad-diffbits', 'time-too-old'],
    ],
  ] as const)('%s', (_, headers, height, rules) => {
    const report = read(fileOf(headers));
    const first = report.broken.find((one) => one.height === height);
    expect(first).toEqual({ height, rules });
    expect(report).toMatchObject({ valid: false, firstInvalid: { rule: expect.any(String) } });
    expect(report.broken[0]).toMatchObject({ height: report.firstInvalid?.height });
  });

  test('a time more than two hours ahead of the clock that is given', () => {
    const now = (twenty[19] as Header).time - 7201;
    const { firstInvalid, notChecked } = read(file, { ...easy, now });
    expect(firstInvalid).toEqual({ height: 19, rule: 'time-too-new', got: now + 7201, want: now + 7200 });
    expect(notChecked).toEqual([]);
  });
});

describe('what lacks its context is not checked, and said', () => {
  const bits = (height: number, previousRetargetTime?: number) => {
    const headers = chain(30, 1_600_000_000);
    const network = { ...regtest, retargets: true };
    return read(fileOf(headers), { network, startHeight: height, previousRetargetTime });
  };

  test('the first header, the first eleven times, and a retarget whose period begins before the file', () => {
    const { notChecked } = bits(2000);
    const of = (rule: string) =>
      notChecked.filter((one) => one.rule === rule).map(({ height, why }) => [height, why]);
    expect(of('prev-blk-not-found')).toEqual([[2000, 'first']]);
    expect(of('time-too-old')).toEqual(Array.from({ length: 11 }, (_, i) => [2000 + i, 'eleven']));
    expect(of('bad-diffbits')).toEqual([
      [2000, 'first'],
      [2016, 'period'],
    ]);
    expect(bits(2016).notChecked.filter(({ rule }) => rule === 'bad-diffbits')).toHaveLength(1);
  });

  test('with the time of that period’s first block the retarget is checked', () => {
    const end = 1_600_000_000 + 600 * 15;
    const kept = bits(2000, end - 1_209_600);
    expect(kept).toMatchObject({ valid: true, retargets: [{ height: 2016, bits: '207fffff' }] });
    expect(kept.notChecked.filter(({ why }) => why === 'period')).toEqual([]);
    expect(bits(2000, end - 604_800).firstInvalid).toMatchObject({
      height: 2016,
      rule: 'bad-diffbits',
      got: '207fffff',
    });
  });
});

describe.skipIf(!hasData)('real headers', () => {
  const real = () => dataFile('headers_mainnet_822528_826560.bin');

  test('verify, with two retargets and the work behind them', () => {
    expect(read(real(), { network: mainnet, startHeight: 822_528 })).toMatchObject({
      count: 4033,
      valid: true,
      retargets: [
        { height: 824_544, bits: '1703d869' },
        { height: 826_560, bits: '1704005a' },
      ],
      tip: expect.stringMatching(/^0{19}/),
    });
  });

  test('a byte changed anywhere in a header fails its work first', () => {
    for (let at = 0; at < 80; at++) {
      const bytes = real().slice(0, 80 * 3);
      bytes[80 + at] = (bytes[80 + at] as number) ^ 1;
      const { firstInvalid } = read(bytes, { network: mainnet, startHeight: 822_528 });
      expect(firstInvalid, String(at)).toMatchObject({ height: 822_529, rule: 'high-hash' });
    }
  });

  test('a period that begins before the file needs its first time', () => {
    const bytes = real().slice(80 * 100);
    const options = { network: mainnet, startHeight: 822_628 };
    const without = read(bytes, options);
    expect(without.notChecked).toContainEqual({ height: 824_544, rule: 'bad-diffbits', why: 'period' });
    const time = new DataView(real().buffer).getUint32(68, true);
    expect(read(bytes, { ...options, previousRetargetTime: time })).toMatchObject({ valid: true });
    expect(read(bytes, { ...options, previousRetargetTime: time + 9999 }).firstInvalid).toMatchObject({
      height: 824_544,
      rule: 'bad-diffbits',
      got: '1703d869',
    });
  });
});

test('a header of regtest is at its limit, and the target never changes there', () => {
  const mine = header(new Uint8Array(32), 1);
  expect(mine.bits).toBe(EASY);
  expect(read(fileOf([mine]), { network: mainnet, startHeight: 0 })).toMatchObject({
    valid: false,
    broken: [{ height: 0, rules: ['high-hash', 'bad-diffbits'] }],
  });
});

test('what is not said of a file is read off its first header', () => {
  const unsaid = { network: null, startHeight: null };
  expect(read(file, unsaid)).toEqual(read(file));
  const later = read(file.subarray(80), unsaid);
  expect(later.valid).toBe(true);
  expect(later.notChecked.map(({ why }) => why)).toContain('first');
});

test.skipIf(!hasData)('a real file of which nothing is said: a change of the target is not checked', () => {
  const { valid, notChecked } = read(dataFile('headers_mainnet_822528_826560.bin'), {
    network: null,
    startHeight: null,
  });
  expect(valid).toBe(true);
  expect(notChecked.filter(({ why }) => why === 'height').map(({ height }) => height)).toEqual([2016, 4032]);
});
