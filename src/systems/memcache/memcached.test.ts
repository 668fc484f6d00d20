import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Memcached } from './memcached.ts';
import { emptyMemcached, expire, handle, liveItem } from './memcached.ts';
import { checkGolden } from './memcached-golden.ts';
import type { Command } from './memcached-protocol.ts';
import { casOf, isStale, mustWait, won } from './memcached-protocol.ts';
import { formatRequest, parseRequest, serve } from './memcached-text.ts';

const goldenFile = '../shared/data/memcache/golden-traces.jsonl';

/** Sent and received, byte for byte, and the second it happened in. */
type Exchange = readonly [sent: string, received: string, nowS?: number];

function converse(start: Memcached, exchanges: readonly Exchange[]): Memcached {
  let state = start;
  for (const [sent, received, nowS = 0] of exchanges) {
    const served = serve(state, sent, nowS);
    expect([sent, served.reply, served.rest]).toEqual([sent, received, '']);
    state = served.state;
  }
  return state;
}

/** A server that has given out `cas` numbers to other keys. */
const serverAt = (cas: number): Memcached => ({ cas, items: {} });

describe('the transcripts of a real memcached 1.6.18, byte for byte', () => {
  it('gives the lease to the first reader, tells the others to wait, and all hit after the fill', () => {
    converse(serverAt(1), [
      ['mg k1 c v t N10\r\n', 'VA 0 c2 t-1 W\r\n\r\n'],
      ['mg k1 c v t N10\r\n', 'VA 0 c2 t10 Z\r\n\r\n'],
      ['get k1\r\n', 'VALUE k1 0 0\r\n\r\nEND\r\n'],
      ['mg k1 v\r\n', 'VA 0 Z\r\n\r\n'],
      ['ms k1 2 C2 T60 c\r\nv1\r\n', 'HD c3\r\n'],
      ['mg k1 c v t N10\r\n', 'VA 2 c3 t60\r\nv1\r\n'],
      ['ms k1 2 C2 T60\r\nv1\r\n', 'EX\r\n'],
    ]);
  });

  it('answers NF to a late set after a delete', () => {
    converse(serverAt(3), [
      ['mg k2 c v N10\r\n', 'VA 0 c4 W\r\n\r\n'],
      ['md k2\r\n', 'HD\r\n'],
      ['ms k2 3 C4 T60\r\nold\r\n', 'NF\r\n'],
      ['mg k2 v\r\n', 'EN\r\n'],
    ]);
  });

  it('answers EX to a late set when another reader has the lease by then', () => {
    converse(serverAt(4), [
      ['mg k3 c v N10\r\n', 'VA 0 c5 W\r\n\r\n'],
      ['delete k3\r\n', 'DELETED\r\n'],
      ['mg k3 c v N10\r\n', 'VA 0 c6 W\r\n\r\n'],
      ['ms k3 3 C5 T60\r\nold\r\n', 'EX\r\n'],
      ['ms k3 3 C6 T60\r\nnew\r\n', 'HD\r\n'],
      ['mg k3 v c\r\n', 'VA 3 c7\r\nnew\r\n'],
    ]);
  });

  it('kills the token with an invalidation too, and re-arms the lease', () => {
    converse(serverAt(7), [
      ['mg k4 c v N10\r\n', 'VA 0 c8 W\r\n\r\n'],
      ['md k4 I T30\r\n', 'HD\r\n'],
      ['ms k4 3 C8 T60\r\nold\r\n', 'EX\r\n'],
      ['mg k4 c v t N10\r\n', 'VA 0 c9 t30 X W\r\n\r\n'],
    ]);
  });

  it('takes the stale set of plain look-aside: nothing stops it', () => {
    converse(serverAt(9), [
      ['set k5 0 0 2\r\nv0\r\n', 'STORED\r\n'],
      ['delete k5\r\n', 'DELETED\r\n'],
      ['get k5\r\n', 'END\r\n'],
      ['delete k5\r\n', 'NOT_FOUND\r\n'],
      ['set k5 0 0 2\r\nv1\r\n', 'STORED\r\n'],
      ['get k5\r\n', 'VALUE k5 0 2\r\nv1\r\nEND\r\n'],
    ]);
  });

  it('serves the old value marked X while one reader refetches it', () => {
    converse(serverAt(11), [
      ['ms k6 2 T300\r\nv1\r\n', 'HD\r\n'],
      ['md k6 I T30\r\n', 'HD\r\n'],
      ['mg k6 c v t\r\n', 'VA 2 c13 t30 X W\r\nv1\r\n'],
      ['mg k6 c v t\r\n', 'VA 2 c13 t29 Z X\r\nv1\r\n', 1],
      ['get k6\r\n', 'VALUE k6 0 2\r\nv1\r\nEND\r\n', 1],
      ['ms k6 2 C13 T300\r\nv2\r\n', 'HD\r\n', 1],
      ['mg k6 c v t\r\n', 'VA 2 c14 t300\r\nv2\r\n', 1],
    ]);
  });

  it('keeps a value set with an older token stale and does not raise its time', () => {
    converse(serverAt(14), [
      ['ms k7 2 T300\r\nv1\r\n', 'HD\r\n'],
      ['md k7 I T30\r\n', 'HD\r\n'],
      ['mg k7 c v t\r\n', 'VA 2 c16 t30 X W\r\nv1\r\n'],
      ['md k7 I T30\r\n', 'HD\r\n'],
      ['ms k7 2 I C16 T300\r\nv2\r\n', 'HD\r\n'],
      ['mg k7 c v t\r\n', 'VA 2 c18 t30 X W\r\nv2\r\n'],
      ['mg k7 c v t\r\n', 'VA 2 c18 t30 Z X\r\nv2\r\n'],
      ['ms k7 2 C18 T300\r\nv3\r\n', 'HD\r\n'],
      ['mg k7 c v t\r\n', 'VA 2 c19 t300\r\nv3\r\n'],
    ]);
  });

  it('hands out one early refresh when the time left is under R', () => {
    converse(serverAt(19), [
      ['ms k8 2 T20\r\nv1\r\n', 'HD\r\n'],
      ['mg k8 c v t R30\r\n', 'VA 2 c20 t19 W\r\nv1\r\n', 1],
      ['mg k8 c v t R30\r\n', 'VA 2 c20 t19 Z\r\nv1\r\n', 1],
    ]);
  });

  it('rejects add while a hold-off tombstone lives, and takes it afterwards', () => {
    converse(serverAt(20), [
      ['set k9 0 0 2\r\nv0\r\n', 'STORED\r\n'],
      ['delete k9 2\r\n', 'CLIENT_ERROR bad command line format.  Usage: delete <key> [noreply]\r\n'],
      ['delete k9 0\r\n', 'DELETED\r\n'],
      ['ms k9 0 T3 F1\r\n\r\n', 'HD\r\n'],
      ['ms k9 3 ME T60\r\nold\r\n', 'NS\r\n'],
      ['add k9 0 60 3\r\nold\r\n', 'NOT_STORED\r\n'],
      ['mg k9 f v t\r\n', 'VA 0 f1 t2\r\n\r\n', 1],
      ['ms k9 3 ME T60\r\nold\r\n', 'HD\r\n', 4],
      ['mg k9 f v t\r\n', 'VA 3 f0 t60\r\nold\r\n', 4],
    ]);
  });

  it('lets the lease die with its stub: the next reader wins, and the late set finds nothing', () => {
    converse(serverAt(7), [
      ['mg k10 c v t N2\r\n', 'VA 0 c8 t-1 W\r\n\r\n'],
      ['mg k10 c v t N2\r\n', 'VA 0 c8 t1 Z\r\n\r\n', 1],
      ['mg k10 c v t N2\r\n', 'VA 0 c9 t-1 W\r\n\r\n', 4],
    ]);
    converse(serverAt(21), [
      ['mg k30 c N2\r\n', 'HD c22 W\r\n'],
      ['ms k30 1 C22 T60\r\nx\r\n', 'NF\r\n', 4],
    ]);
  });

  it('re-arms at once after each delete', () => {
    converse(serverAt(9), [
      ['mg k11 c N10\r\n', 'HD c10 W\r\n'],
      ['md k11\r\n', 'HD\r\n'],
      ['mg k11 c N10\r\n', 'HD c11 W\r\n'],
      ['md k11\r\n', 'HD\r\n'],
      ['mg k11 c N10\r\n', 'HD c12 W\r\n'],
    ]);
  });

  it('refuses the flags 1.6.18 does not have and minds only its own', () => {
    converse(serverAt(12), [
      ['ms k12 2 E100 T60 c\r\nhi\r\n', 'CLIENT_ERROR invalid flag\r\n'],
      ['ms k12 2 T60 c\r\nhi\r\n', 'HD c13\r\n'],
      ['mg k12 c v C1\r\n', 'VA 2 c13\r\nhi\r\n'],
      ['md k12 I x\r\n', 'CLIENT_ERROR invalid or duplicate flag\r\n'],
      ['md k12 E5 I\r\n', 'CLIENT_ERROR invalid or duplicate flag\r\n'],
      ['mg k12 c v t\r\n', 'VA 2 c13 t59\r\nhi\r\n', 1],
    ]);
  });

  it('lets an unconditional set trample a lease, and an add bounce off a stub', () => {
    converse(serverAt(13), [
      ['mg k13 c N10\r\n', 'HD c14 W\r\n'],
      ['ms k13 1 ME T60\r\nx\r\n', 'NS\r\n'],
      ['ms k13 1 T60\r\nx\r\n', 'HD\r\n'],
      ['ms k13 1 T60 C14\r\ny\r\n', 'EX\r\n'],
      ['mg k13 v\r\n', 'VA 1\r\nx\r\n'],
      ['ms nope 1 C7\r\nz\r\n', 'NF\r\n'],
      ['ms nope 1 I C7\r\nz\r\n', 'NF\r\n'],
    ]);
  });

  it('takes the token in a classic cas as well', () => {
    converse(serverAt(15), [
      ['mg k14 c N10\r\n', 'HD c16 W\r\n'],
      ['gets k14\r\n', 'VALUE k14 0 0 16\r\n\r\nEND\r\n'],
      ['cas k14 0 60 2 16\r\nok\r\n', 'STORED\r\n'],
      ['gets k14\r\n', 'VALUE k14 0 2 17\r\nok\r\nEND\r\n'],
    ]);
  });

  it('prints t as the flags before it left the item', () => {
    converse(emptyMemcached, [
      ['mg k31 t N10\r\n', 'HD t-1 W\r\n'],
      ['mg k32 N10 t\r\n', 'HD t10 W\r\n'],
    ]);
  });

  it('leaves the cold cluster stale for ever with leases alone', () => {
    converse(serverAt(24), [
      ['ms warm:k 2 T300\r\nv1\r\n', 'HD\r\n'],
      ['md cold:k\r\n', 'NF\r\n'],
      ['mg cold:k c v N10\r\n', 'VA 0 c26 W\r\n\r\n'],
      ['mg warm:k v\r\n', 'VA 2\r\nv1\r\n'],
      ['ms cold:k 2 C26 T300\r\nv1\r\n', 'HD\r\n'],
      ['md warm:k\r\n', 'HD\r\n'],
      ['mg cold:k v\r\n', 'VA 2\r\nv1\r\n'],
    ]);
  });

  it('makes a stale empty value of a stub that is invalidated in flight', () => {
    converse(serverAt(29), [
      ['mg k33 c v N10\r\n', 'VA 0 c30 W\r\n\r\n'],
      ['md k33 I T30\r\n', 'HD\r\n'],
      ['mg k33 c v\r\n', 'VA 0 c31 X W\r\n\r\n'],
      ['mg k33 c v\r\n', 'VA 0 c31 Z X\r\n\r\n'],
    ]);
  });
});

describe('other replies seen on a real memcached 1.6.18', () => {
  it('prints c0 where a set with c was refused, and echoes k and O in the order asked', () => {
    converse(serverAt(1), [
      ['ms a 1 C5 c k Oab\r\nx\r\n', 'NF c0 ka Oab\r\n'],
      ['ms a 1 T30 Oab c k\r\nx\r\n', 'HD Oab c2 ka\r\n'],
      ['ms a 1 ME c k q\r\nx\r\n', 'NS c0 ka\r\n'],
      ['mg none k Oxy c\r\n', 'EN knone Oxy\r\n'],
      ['md none k O1\r\n', 'NF knone O1\r\n'],
    ]);
  });

  it('silences EN of mg, HD of ms and HD of md with q, and nothing else', () => {
    converse(emptyMemcached, [
      ['mg a q\r\nmn\r\n', 'MN\r\n'],
      ['md a q\r\nmn\r\n', 'NF\r\nMN\r\n'],
      ['ms a 1 q\r\nx\r\nmn\r\n', 'MN\r\n'],
      ['mg a q\r\nmn\r\n', 'HD\r\nMN\r\n'],
      ['md a q\r\nmn\r\n', 'MN\r\n'],
    ]);
  });

  it('makes a fresh value stale when an older token stores with I, but takes C0 for no token', () => {
    converse(emptyMemcached, [
      ['ms a 1\r\nx\r\nms a 1 c\r\ny\r\n', 'HD\r\nHD c2\r\n'],
      ['ms a 1 I C1 c\r\nz\r\nmg a v c\r\n', 'HD c3\r\nVA 1 c3 X W\r\nz\r\n'],
      ['ms a 1 I C0 c\r\nz\r\nmg a v c\r\n', 'EX c0\r\nVA 1 c3 Z X\r\nz\r\n'],
    ]);
  });

  it('keeps flags and time of an item that grows, and makes it fresh', () => {
    converse(emptyMemcached, [
      ['ms b 1 F7\r\nx\r\nmd b I\r\n', 'HD\r\nHD\r\n'],
      ['ms b 1 MA c\r\ny\r\nms b 1 MP c F3 T9\r\nw\r\n', 'HD c3\r\nHD c4\r\n'],
      ['mg b v f t c\r\n', 'VA 3 f7 t-1 c4\r\nwxy\r\n'],
    ]);
  });

  it('swallows the data of a refused ms, and reads that of a refused set as a request', () => {
    const sent: readonly Exchange[] = [
      ['ms b 1 T5 T6\r\nx\r\n', 'CLIENT_ERROR duplicate flag\r\n'],
      ['ms b 1 Me\r\nx\r\n', 'CLIENT_ERROR invalid mode for ms M token\r\n'],
      ['ms b 1 MAA\r\nx\r\n', 'CLIENT_ERROR incorrect length for M token\r\n'],
      ['ms b 1 Tx\r\nx\r\n', 'CLIENT_ERROR bad token in command line format\r\n'],
      ['ms b x\r\nx\r\n', 'CLIENT_ERROR bad command line format\r\nERROR\r\n'],
      ['set b x 0 1\r\nx\r\n', 'CLIENT_ERROR bad command line format\r\nERROR\r\n'],
      ['set b 0 x 1 noreply\r\nx\r\n', 'ERROR\r\n'],
      ['ms b 1\r\nhello\r\n', 'CLIENT_ERROR bad data chunk\r\nERROR\r\n'],
      ['mg\r\nmx a\r\nget\r\n', 'ERROR\r\nERROR\r\nERROR\r\n'],
      [`mg ${'k'.repeat(251)} v\r\n`, 'CLIENT_ERROR bad command line format\r\n'],
    ];
    expect(converse(emptyMemcached, sent)).toBe(emptyMemcached);
  });

  it('waits for the rest of a request that is not all there', () => {
    expect(serve(emptyMemcached, 'mn\r\nset k 0 0 5\r\nhel', 0)).toEqual({
      state: emptyMemcached,
      reply: 'MN\r\n',
      rest: 'set k 0 0 5\r\nhel',
    });
  });

  it('says what it leaves out instead of answering wrongly', () => {
    expect(() => parseRequest('mg k h\r\n')).toThrow(/flag h/);
    expect(() => parseRequest('mg k b\r\n')).toThrow(/base64/);
    expect(() => parseRequest('ms k 1 T2592001\r\nx\r\n')).toThrow(/Unix time/);
  });
});

describe('the state', () => {
  it('stays the same reference when a command changes nothing', () => {
    const { state } = serve(emptyMemcached, 'set a 0 60 1\r\nx\r\nmg b N10\r\n', 0);
    for (const line of ['get a b c', 'mg a c v t', 'mg a T60', 'mg b N10', 'md c', 'delete c', 'mn']) {
      expect(serve(state, `${line}\r\n`, 0).state, line).toBe(state);
    }
    expect(serve(state, 'add a 0 0 1\r\ny\r\nms a 1 C99\r\ny\r\n', 0).state).toBe(state);
    expect(expire(state, 'c')).toBe(state);
  });

  it('does not depend on the order in which keys came', () => {
    const { items } = serve(
      emptyMemcached,
      'set b 0 0 1\r\nx\r\nset c 0 0 1\r\nx\r\nset a 0 0 1\r\nx\r\n',
      0,
    ).state;
    expect(Object.keys(items)).toEqual(['a', 'b', 'c']);
  });

  it('holds a key that JavaScript has a use for like any other', () => {
    const { state } = serve(emptyMemcached, 'mg __proto__ N10\r\nmg toString v\r\n', 0);
    expect(liveItem(state, '__proto__', 0)?.cas).toBe(1);
    expect(liveItem(state, 'toString', 0)).toBeUndefined();
  });

  it('treats an expired item as one that expire has removed', () => {
    const { state } = serve(emptyMemcached, 'set a 0 3 1\r\nx\r\n', 10);
    const mg: Command = { kind: 'mg', key: 'a', flags: [{ flag: 'c' }, { flag: 'N', ttlS: 5 }] };
    expect(liveItem(state, 'a', 12)).toBeDefined();
    expect(liveItem(state, 'a', 13)).toBeUndefined();
    expect(handle(state, mg, 13)).toEqual(handle(expire(state, 'a'), mg, 13));
  });

  it('tells of a lease by won, mustWait, isStale and casOf', () => {
    const mg: Command = { kind: 'mg', key: 'a', flags: [{ flag: 'c' }, { flag: 'N', ttlS: 10 }] };
    const first = handle(emptyMemcached, mg, 0);
    const second = handle(first.state, mg, 0);
    expect([won(first.reply), mustWait(first.reply), isStale(first.reply), casOf(first.reply)]).toEqual([
      true,
      false,
      false,
      1,
    ]);
    expect([won(second.reply), mustWait(second.reply), casOf(second.reply)]).toEqual([false, true, 1]);
  });
});

it('reads back every command it writes', () => {
  const word = fc.constantFrom('a', 'b:1');
  const bytes = fc.constantFrom('', 'x', 'two\r\nlines');
  const oneOfEach = fc
    .tuple(word, bytes, fc.constantFrom(0, -1, 30), fc.nat(9))
    .map(([key, value, ttlS, n]): Command[] => [
      { kind: 'get', keys: [key] },
      { kind: 'gets', keys: [key, 'c'] },
      { kind: 'set', key, value, flags: n, ttlS },
      { kind: 'prepend', key, value, flags: n, ttlS, noreply: true },
      { kind: 'cas', key, value, flags: n, ttlS, cas: n },
      { kind: 'delete', key, noreply: true },
      { kind: 'mg', key, flags: [{ flag: 'c' }, { flag: 'N', ttlS }, { flag: 'O', opaque: key }] },
      {
        kind: 'ms',
        key,
        value,
        flags: [{ flag: 'M', mode: 'add' }, { flag: 'F', clientFlags: n }, { flag: 'I' }],
      },
      { kind: 'md', key, flags: [{ flag: 'I' }, { flag: 'C', cas: n }, { flag: 'T', ttlS }] },
      { kind: 'mn' },
    ]);
  const readsBack = (command: Command) => {
    const written = formatRequest(command);
    expect(parseRequest(written)).toEqual({ request: command, next: written.length });
  };
  fc.assert(
    fc.property(oneOfEach, (commands) => commands.forEach(readsBack)),
    { seed: 1618, numRuns: 100 },
  );
});

describe('traces recorded from a real memcached', () => {
  // The file holds 1,432 traces with 7,727 replies: a part of the 4,383 traces and 23,227 replies once recorded.
  it.skipIf(!existsSync(goldenFile))(
    `gives every reply of ${goldenFile} (skipped where it is absent)`,
    () => {
      const { rows, replies, differences } = checkGolden(readFileSync(goldenFile, 'latin1'));
      expect(differences).toEqual([]);
      expect({ rows, replies }).toEqual({ rows: 1432, replies: 7727 });
    },
  );

  const trace = (reply: string) =>
    JSON.stringify({
      trace: [
        ['R1', 'mg k c v N10', null, reply, ''],
        ['W1', 'db write', 'v1', 'ok', null],
      ],
    });

  it('counts the replies compared and tells which differ', () => {
    expect(checkGolden(trace('VA 0 c1 W'))).toEqual({ rows: 1, replies: 1, differences: [] });
    expect(checkGolden(`${trace('VA 0 c1 W')}\n${trace('VA 0 c1 Z')}\n`).differences).toEqual([
      {
        row: 2,
        step: 1,
        request: 'mg k c v N10\r\n',
        recorded: 'VA 0 c1 Z\r\n\r\n',
        model: 'VA 0 c1 W\r\n\r\n',
      },
    ]);
  });

  it('refuses a file of another form with its line', () => {
    expect(() => checkGolden('')).toThrow('holds no traces');
    expect(() => checkGolden(`${trace('EN')}\n{`)).toThrow('line 2 is not JSON');
    expect(() => checkGolden('{"trace":[["R1","get k"]]}')).toThrow('line 1 has no trace');
  });
});
