import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import { runVerb } from '../testing/run-verb.ts';
import { snapshots } from '../virtualchain/consensus.ts';
import { OPERATIONS } from '../virtualchain/operations.ts';
import { hops } from '../virtualchain/verify.ts';

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((list) => hexOf(list));
const letters = (min: number, max: number) =>
  fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-_'),
    minLength: min,
    maxLength: max,
  });
const name = fc.tuple(letters(1, 17), letters(1, 19)).map(([label, space]) => `${label}.${space}`);
const tokens = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(String);
const byte = fc.nat(255);
const nibble = fc.nat(15);
const op = <T extends object>(of: string, fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record({ op: fc.constant(of), ...fields });

const anyOperation = fc.oneof(
  op('name-preorder', { hash: hex(20), consensus: hex(16) }),
  op('name-preorder', { hash: hex(20), consensus: hex(16), tokens, tokenType: letters(1, 19) }),
  op('name-registration', { name }),
  op('name-registration', { name, value: hex(20) }),
  op('name-registration', { name, value: hex(20), tokens }),
  op('name-update', { nameConsensus: hex(16), value: hex(20) }),
  op('name-transfer', { data: fc.constantFrom('keep', 'drop'), nameHash: hex(16), consensus: hex(16) }),
  op('name-revoke', { name }),
  op('name-import', { name }),
  op('namespace-preorder', { hash: hex(20), consensus: hex(16) }),
  op('namespace-reveal', {
    lifetime: fc.nat(0xffffffff),
    coeff: byte,
    base: byte,
    buckets: fc.array(nibble, { minLength: 16, maxLength: 16 }),
    discounts: fc.array(nibble, { minLength: 2, maxLength: 2 }),
    version: fc.nat(0xffff),
    namespace: letters(1, 19),
  }),
  op('namespace-ready', { namespace: letters(1, 19) }),
  op('announce', { message: hex(20) }),
  op('token-transfer', {
    consensus: hex(16),
    tokenType: letters(1, 19),
    amount: tokens,
    memo: letters(0, 34),
  }),
);

describe('blockstack decode and encode', () => {
  test('are the inverse of each other on random operations of every kind', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyOperation, async (operation) => {
        seen.add(operation.op);
        const { json } = await runVerb('blockstack encode', ['f'], { f: operation });
        expect(json.bytes).toBeLessThanOrEqual(80);
        expect((await runVerb('blockstack decode', [String(json.payload)])).json).toEqual(operation);
      }),
      { numRuns: 200, seed: 14 },
    );
    expect([...seen].sort()).toEqual([...OPERATIONS].sort());
  });

  test('a payload with a changed byte is refused by field, or is what is written of it again', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(anyOperation, fc.nat(), fc.nat(255), fc.nat(3), async (f, at, byte, cut) => {
        const { json: whole } = await runVerb('blockstack encode', ['f'], { f });
        const bytes = bytesOfHex(String(whole.payload));
        bytes[at % bytes.length] = byte;
        const payload = hexOf(bytes.subarray(0, bytes.length - cut));
        const { exit, json } = await runVerb('blockstack decode', [payload]);
        if (exit === 0) {
          read++;
          expect((await runVerb('blockstack encode', ['f'], { f: json })).json.payload).toBe(payload);
        } else
          expect(json).toMatchObject({ ok: false, field: expect.any(String), reason: expect.any(String) });
      }),
      { numRuns: 800, seed: 14 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('whatever stands in a field, encode refuses it by field or writes what decodes to it', async () => {
    await fc.assert(
      fc.asyncProperty(anyOperation, fc.nat(), fc.jsonValue(), async (operation, at, value) => {
        const fields = Object.keys(operation);
        const f = { ...operation, [fields[at % fields.length] as string]: value };
        const { exit, json } = await runVerb('blockstack encode', ['f'], { f });
        if (exit === 0) expect((await runVerb('blockstack decode', [String(json.payload)])).json).toEqual(f);
        else expect(json).toMatchObject({ ok: false, reason: expect.any(String) });
      }),
      { numRuns: 600, seed: 14 },
    );
  });

  const h20 = '11'.repeat(20);
  const h16 = '22'.repeat(16);
  const h = (text: string): string => hexOf(utf8(text));
  const padded = (text: string, fill = '00'): string => h(text) + fill.repeat(37 - text.length);

  test.each([
    ['no bytes', '', 'payload', 'empty'],
    ['hex of odd length', '696', 'payload', 'not-hex'],
    ['letters that are no hex', '69zz', 'payload', 'not-hex'],
    ['81 bytes', `69643a${'61'.repeat(78)}`, 'payload', 'too-long'],
    ['other magic', `6965${'3a'}${h('a.b')}`, 'magic', 'not-id'],
    ['half of the magic', '69', 'magic', 'not-id'],
    ['upper-case magic', `49443a${h('a.b')}`, 'magic', 'not-id'],
    ['no opcode', '6964', 'opcode', 'missing'],
    ['an unknown opcode', `696440${h('a.b')}`, 'opcode', 'unknown'],
    ['opcode zero', '696400', 'opcode', 'unknown'],
    ['two dots', `69643a${h('a.b.c')}`, 'name', 'two-dots'],
    ['no dot', `69643a${h('abc')}`, 'name', 'no-dot'],
    ['a plus', `69643a${h('a+b.id')}`, 'name', 'characters'],
    ['an upper-case letter', `69643a${h('Alice.id')}`, 'name', 'characters'],
    ['an upper-case namespace', `69643a${h('alice.ID')}`, 'name', 'characters'],
    ['a space', `69643a${h('al ice.id')}`, 'name', 'characters'],
    ['a byte past ASCII', '69643a61e92e6964', 'name', 'characters'],
    ['an empty name', '69643a', 'name', 'empty'],
    ['nothing before the dot', `69643a${h('.id')}`, 'name', 'empty-part'],
    ['nothing after the dot', `69643a${h('alice.')}`, 'name', 'empty-part'],
    ['38 characters', `69643a${h(`${'a'.repeat(35)}.id`)}`, 'name', 'too-long'],
    ['a namespace of 20', `69643a${h(`a.${'b'.repeat(20)}`)}`, 'name', 'namespace-too-long'],
    ['padding that is not zero', `69643a${padded('foo.test', '20')}${h20}`, 'name', 'characters'],
    [
      'a letter after the zeros',
      `69643a${h('foo.test')}${'00'.repeat(28)}61${h20}`,
      'name',
      'non-zero-padding',
    ],
    ['a padded name and no name', `69643a${'00'.repeat(37)}${h20}`, 'name', 'empty'],
    ['a truncated hash of a preorder', `69643f${'11'.repeat(19)}`, 'hash', 'cut-short'],
    ['a preorder without a consensus hash', `69643f${h20}`, 'consensus', 'missing'],
    ['a truncated consensus hash', `69643f${h20}${'22'.repeat(15)}`, 'consensus', 'cut-short'],
    ['a preorder and a byte', `69643f${h20}${h16}00`, 'payload', 'trailing-bytes'],
    ['an update cut short', `69642b${h16}${'11'.repeat(19)}`, 'value', 'cut-short'],
    ['a transfer with another sign', `69643e3f${h16}${h16}`, 'data', 'unknown-sign'],
    ['a ready without its dot', `696421${h('id')}`, 'dot', 'unknown-sign'],
    ['a reveal without its namespace', `6964260000cd7304046543211111111111aa0003`, 'namespace', 'empty'],
    [
      'a memo with a bell',
      `696424${h16}${h('STX')}${'00'.repeat(16)}${'00'.repeat(8)}07`,
      'memo',
      'characters',
    ],
  ])('%s is refused by field and reason', async (_, payload, field, reason) => {
    const ran = await runVerb('blockstack decode', [payload]);
    expect(ran).toMatchObject({ exit: 2, json: { ok: false, field, reason } });
    expect(ran.lines).toHaveLength(1);
  });

  test.each([
    [{ op: 'name-steal' }, 'op', 'unknown'],
    [{ op: 'constructor' }, 'op', 'unknown'],
    [{}, 'op', 'missing'],
    [{ op: 'name-preorder', hash: h20 }, 'consensus', 'missing'],
    [{ op: 'name-preorder', hash: h20, consensus: h16, tokens: '1' }, 'tokenType', 'missing'],
    [{ op: 'name-preorder', hash: h20, consensus: h16, tokenType: 'STX' }, 'tokens', 'missing'],
    [{ op: 'name-registration', name: 'a.b', tokens: '1' }, 'value', 'missing'],
    ['{"op": "name-revoke", "name": "a.b", "__proto__": 1}', '__proto__', 'unknown-field'],
    [{ op: 'name-revoke', name: 'a.b', more: 1 }, 'more', 'unknown-field'],
    [{ op: 'announce', message: h16 }, 'message', 'not-20-bytes'],
    [{ op: 'announce', message: h20.toUpperCase().replace(/1/g, 'A') }, 'message', 'not-20-bytes'],
    [{ op: 'name-import', name: 7 }, 'name', 'not-a-text'],
    [
      { op: 'name-registration', name: 'a.b', value: h20, tokens: '18446744073709551616' },
      'tokens',
      'out-of-range',
    ],
    ['[]', 'file', 'not-an-object'],
    ['{', 'file', 'not-json'],
  ])('encode refuses %j', async (operation, field, reason) => {
    const ran = await runVerb('blockstack encode', ['f'], { f: operation });
    expect(ran).toMatchObject({ exit: 2, json: { ok: false, field, reason } });
  });
});

describe('blockstack consensus', () => {
  const blocks = Array.from({ length: 16 }, (_, i) => [`?:1:${i % 10}`, `::5:a.${i % 10}id`]);

  test('sixteen empty blocks, and each names those it skips to', async () => {
    const { json } = await runVerb('blockstack consensus', ['f'], {
      f: { first: 0, blocks: Array<string[]>(16).fill([]) },
    });
    const heights = json.heights as { height: number; consensusHash: string; prev: number[] }[];
    expect(heights[1]?.consensusHash).toBe('1c54465d3486f07be2c7a81af0ef44ad');
    expect(heights[15]).toMatchObject({ height: 15, prev: [14, 12, 8, 0] });
  });

  test('the order of a block’s operations is nothing to it', () => {
    const turned = blocks.map((block) => [...block].reverse());
    expect(snapshots(7, turned)).toEqual(snapshots(7, blocks));
  });

  test('a changed letter of any operation changes every later hash and no earlier one', () => {
    const honest = snapshots(0, blocks).map((one) => one.consensusHash);
    for (const [height, block] of blocks.entries())
      for (const [place, operation] of block.entries()) {
        const at = (height * 3 + place) % operation.length;
        const letter = operation[at] === 'x' ? 'y' : 'x';
        const changed = operation.slice(0, at) + letter + operation.slice(at + 1);
        const other = snapshots(
          0,
          blocks.map((one) => (one === block ? block.with(place, changed) : one)),
        );
        for (const [h, { consensusHash }] of other.entries())
          expect(consensusHash === honest[h], `${height}.${place} at ${h}`).toBe(h < height);
      }
  });

  test.each([
    ['{', 'chain.not-json'],
    [{ blocks: [[]] }, 'chain.first'],
    ['null', 'chain.first'],
    [{ first: '0', blocks: [[]] }, 'chain.first'],
    [{ first: 0.5, blocks: [[]] }, 'chain.first'],
    [{ first: 1e300, blocks: [[]] }, 'chain.first'],
    [{ first: 0, blocks: { length: 1 } }, 'chain.blocks'],
    [{ first: 0, blocks: [[], null] }, 'chain.block'],
    [{ first: 0, blocks: [] }, 'chain.blocks'],
    [{ first: 0, blocks: [[], [3]] }, 'chain.block'],
    [{ first: 0, blocks: [['']] }, 'chain.block'],
    ['{"first": 0, "blocks": [["::6:\\ud800.id"]]}', 'chain.block'],
    [{ first: 0xffffffff, blocks: [[], []] }, 'chain.last'],
  ])('%j is refused', async (f, key) => {
    await expect(runVerb('blockstack consensus', ['f'], { f })).rejects.toMatchObject({ text: { key } });
  });
});

describe('blockstack verify-op', () => {
  const f = { first: 0, blocks: Array.from({ length: 16 }, (_, i) => (i === 3 ? ['::6:foo.id'] : [])) };
  const walk = ['f', '--from', '15', '--to', '3'];

  test('walks from 15 to 3 by the skips that there are: 5 skips to 4 and 2, so that the way is 15, 8, 5, 4, 3', async () => {
    const { exit, json } = await runVerb('blockstack verify-op', walk, { f });
    expect([exit, json]).toMatchObject([0, { ok: true, path: [15, 8, 5, 4, 3], fetched: 4 }]);
  });

  test('a claimed operation that is not there is refused with both hashes', async () => {
    const { exit, json } = await runVerb('blockstack verify-op', [...walk, '--claim', '::6:bar.id'], { f });
    expect(exit).toBe(1);
    expect(json).toMatchObject({ ok: false, of: 'operations', height: 3 });
    expect(json.expected).not.toBe(json.actual);
  });

  test('a node that changed an old operation is found out by the trusted hash', async () => {
    const trusted = snapshots(0, f.blocks)[15]?.consensusHash ?? '';
    const lying = { first: 0, blocks: f.blocks.with(3, ['::6:bar.id']) };
    const { exit, json } = await runVerb('blockstack verify-op', [...walk, '--trusted', trusted], {
      f: lying,
    });
    expect([exit, json]).toMatchObject([1, { of: 'consensus', height: 15, expected: trusted }]);
  });

  test('never takes more hops than the logarithm of the distance and one', () => {
    for (let from = 1; from <= 900; from += 13) {
      const over = Array.from(
        { length: from },
        (_, to) => hops(from, to, 0).length - 2 - Math.log2(from - to),
      );
      expect(Math.max(...over)).toBeLessThanOrEqual(0);
    }
  });

  test.each([
    [['f', '--from', '3', '--to', '15'], 'the walk goes back'],
    [['f', '--from', '15'], 'say --to HEIGHT'],
    [['f', '--from', '16', '--to', '3'], 'chain.height'],
    [[...walk, '--trusted', 'zzz'], 'verify.trusted'],
    [[...walk, '--trusted', 'AB'.repeat(16)], 'verify.trusted'],
    [[...walk, '--claim', ''], 'verify.claim'],
    [[...walk, '--claim', '::6:foo.id', '--claim', '::6:foo.id'], 'verify.twice'],
  ])('%j is refused', async (argv, why) => {
    await expect(runVerb('blockstack verify-op', argv, { f })).rejects.toThrow(why);
  });
});

describe('blockstack price', () => {
  const test4 = {
    lifetime: 52595,
    coeff: 250,
    base: 4,
    buckets: [6, 5, 4, 3, 2, 1, ...Array<number>(10).fill(0)],
    nonalpha: 10,
    noVowel: 10,
  };
  const priced = async (name: string, height = 400_000) =>
    (await runVerb('blockstack price', [name, '--namespace', 'n', '--height', String(height)], { n: test4 }))
      .json;

  test.each([
    ['a', 250 * 4 ** 6 * 100, 6, 'none', 1],
    ['b', 25 * 4 ** 6 * 100, 6, 'no-vowel', 10],
    ['7', 25 * 4 ** 6 * 100, 6, 'nonalpha', 10],
    ['ab', 250 * 4 ** 5 * 100, 5, 'none', 1],
    ['abcdefghijklmnop', 25_000, 0, 'none', 1],
    ['a'.repeat(37), 25_000, 0, 'none', 1],
    ['b2.id', 25 * 4 ** 5 * 100, 5, 'nonalpha', 10],
  ])('%s costs %d satoshi', async (name, satoshi, bucket, kind, by) => {
    expect(await priced(name)).toMatchObject({ satoshi, bucket, discount: { kind, by } });
  });

  test('past what a number holds it is a text, to the last satoshi', async () => {
    const dear = { ...test4, coeff: 255, base: 255, buckets: Array<number>(16).fill(15) };
    const argv = ['a', '--namespace', 'n', '--height', '1'];
    const { json } = await runVerb('blockstack price', argv, { n: dear });
    expect(json.satoshi).toBe(String(25_500n * 255n ** 15n));
  });

  test('a tenth from epoch 3 on, and never less than 100', async () => {
    expect((await priced('ab', 488_500)).satoshi).toBe(250 * 4 ** 5 * 100);
    expect((await priced('ab', 488_501)).satoshi).toBe(250 * 4 ** 5 * 10);
    const cheap = { ...test4, coeff: 0 };
    const argv = ['ab', '--namespace', 'n', '--height', '1'];
    expect((await runVerb('blockstack price', argv, { n: cheap })).json.satoshi).toBe(100);
  });

  test.each([
    ['a+b', test4, 'price.name'],
    ['', test4, 'price.name'],
    ['a'.repeat(38), test4, 'price.name'],
    ['a.b.c', test4, 'price.name'],
    ['a..id', test4, 'price.name'],
    ['a.', test4, 'price.name'],
    ['.id', test4, 'price.name'],
    ['a.ID', test4, 'price.name'],
    [`a.${'b'.repeat(20)}`, test4, 'price.name'],
    ['ab', {}, 'price.field'],
    ['ab', null, 'price.field'],
    ['ab', { ...test4, coeff: '4' }, 'price.field'],
    ['ab', { ...test4, nonalpha: 1.5 }, 'price.field'],
    ['ab', { ...test4, buckets: [...test4.buckets.slice(1), 16] }, 'price.buckets'],
    ['ab', { ...test4, base: 256 }, 'price.field'],
    ['ab', { ...test4, buckets: [1] }, 'price.buckets'],
    ['ab', 'x', 'price.not-json'],
  ])('%j with %j is refused', async (name, n, key) => {
    const argv = [name, '--namespace', 'n', '--height', '1'];
    await expect(runVerb('blockstack price', argv, { n })).rejects.toMatchObject({ text: { key } });
  });
});
