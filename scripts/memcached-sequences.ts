// Random command sequences for memcached-conformance.ts, and what the model says to them. Few keys, so that they meet;
// times of 30 s or more, or none, so that nothing dies in between; every command kind, flags in any order.

import fc from 'fast-check';
import type { Memcached } from '../src/systems/memcache/memcached.ts';
import { liveItem } from '../src/systems/memcache/memcached.ts';
import type { Command, MdFlag, MgFlag, MsFlag } from '../src/systems/memcache/memcached-protocol.ts';
import { formatRequest, serve } from '../src/systems/memcache/memcached-text.ts';

/** Which CAS number a command carries; only a run of the model says what it is. */
const tokens = ['current', 'current', 'older', 'newer', 'none', 'zero'] as const;
type Token = (typeof tokens)[number];
type Make = (key: string, cas: number | undefined) => Command;

export interface Op {
  readonly key: string;
  readonly token: Token;
  readonly make: Make | string;
}

const some = <T>(flags: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...flags]);
const ttl = fc.constantFrom(0, 30, 60, 300);
const values = fc.constantFrom('', 'x', 'v1', 'two\r\nlines');
const opaque = { flag: 'O', opaque: 'o1' } as const;
const casFlag = (cas: number | undefined) => (cas === undefined ? [] : [{ flag: 'C', cas } as const]);

/** A few flags in any order, with the token's place among them. */
function withToken<F>(
  cas: number | undefined,
  flags: readonly F[],
): (F | { readonly flag: 'C'; readonly cas: number })[] {
  const middle = Math.floor(flags.length / 2);
  return [...flags.slice(0, middle), ...casFlag(cas), ...flags.slice(middle)];
}

const mg = fc
  .tuple(ttl, ttl, fc.constantFrom(0, 30, 45, 61, 400), fc.boolean())
  .chain(([n, t, r, quiet]) => {
    const plain = (['c', 'f', 'k', 's', 't', 'v'] as const).map((flag) => ({ flag }));
    const timed: MgFlag[] = [{ flag: 'N', ttlS: n }, { flag: 'T', ttlS: t }, { flag: 'R', ttlS: r }, opaque];
    return some<MgFlag>([...plain, ...timed, ...(quiet ? [{ flag: 'q' } as const] : [])]);
  })
  .map(
    (flags): Make =>
      (key) => ({ kind: 'mg', key, flags }),
  );

const lease = fc.constantFrom<MgFlag[]>([{ flag: 'c' }, { flag: 'v' }, { flag: 'N', ttlS: 30 }]).map(
  (flags): Make =>
    (key) => ({ kind: 'mg', key, flags }),
);

const ms = fc
  .tuple(values, ttl, fc.nat(3), fc.constantFrom('set', 'set', 'add', 'replace', 'append', 'prepend'))
  .chain(([value, ttlS, clientFlags, mode]) => {
    const flags: MsFlag[] = [
      { flag: 'c' },
      { flag: 'k' },
      { flag: 'q' },
      { flag: 'I' },
      { flag: 'T', ttlS },
      { flag: 'F', clientFlags },
      ...(mode === 'set' ? [] : [{ flag: 'M', mode } as const]),
      opaque,
    ];
    return fc.tuple(fc.constant(value), some(flags));
  })
  .map(
    ([value, flags]): Make =>
      (key, cas) => ({ kind: 'ms', key, value, flags: withToken(cas, flags) }),
  );

const md = ttl
  .chain((ttlS) => some<MdFlag>([{ flag: 'I' }, { flag: 'T', ttlS }, { flag: 'k' }, { flag: 'q' }, opaque]))
  .map(
    (flags): Make =>
      (key, cas) => ({ kind: 'md', key, flags: withToken(cas, flags) }),
  );

const classic = fc
  .tuple(
    fc.constantFrom('set', 'add', 'replace', 'append', 'prepend', 'cas', 'delete', 'get', 'gets'),
    values,
    fc.nat(3),
    ttl,
    fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  )
  .map(([kind, value, flags, ttlS, quiet]): Make => {
    const noreply = quiet ? { noreply: true } : {};
    return (key, cas) => {
      if (kind === 'get' || kind === 'gets') return { kind, keys: [key, 'base', key] };
      if (kind === 'delete') return { kind, key, ...noreply };
      if (kind === 'cas') return { kind, key, value, flags, ttlS, cas: cas ?? 0, ...noreply };
      return { kind, key, value, flags, ttlS, ...noreply };
    };
  });

const malformed = fc.constantFrom(
  'mg',
  'mg KEY v v',
  'mg KEY x',
  'mg KEY Tx N30 c',
  'ms KEY',
  'ms KEY 1 T5 T6\r\nx',
  'ms KEY 1 E9\r\nx',
  'ms KEY 1 MZ\r\nx',
  'ms KEY 1\r\nxyz',
  'ms KEY x',
  'md KEY x I',
  'delete KEY 2',
  'set KEY 0 0',
  'set KEY x 0 1\r\nx',
  'set KEY 0 0 1\r\nxyz',
  'get',
  'bogus KEY',
);

export const op: fc.Arbitrary<Op> = fc.record({
  key: fc.constantFrom('a', 'b'),
  token: fc.constantFrom(...tokens),
  make: fc.oneof(
    { weight: 3, arbitrary: mg },
    { weight: 3, arbitrary: lease },
    { weight: 4, arbitrary: ms },
    { weight: 3, arbitrary: md },
    { weight: 4, arbitrary: classic },
    { weight: 1, arbitrary: malformed },
  ),
});

function tokenOf(token: Token, state: Memcached, key: string): number | undefined {
  const current = liveItem(state, key, 0)?.cas ?? state.cas;
  switch (token) {
    case 'current':
      return current;
    case 'older':
      return current - 1;
    case 'newer':
      return current + 1000;
    case 'zero':
      return 0;
    case 'none':
      return undefined;
  }
}

export interface Turn {
  readonly request: string;
  readonly reply: string;
}

/** What the model says to a sequence, and with that which bytes it is. */
export function playModel(start: Memcached, ops: readonly Op[], prefix: string): Turn[] {
  let state = start;
  return ops.map(({ key, token, make }) => {
    const name = `${prefix}${key}`;
    const cas = tokenOf(token, state, name);
    const request =
      typeof make === 'string' ? `${make.replace('KEY', name)}\r\n` : formatRequest(make(name, cas));
    const served = serve(state, request, 0);
    state = served.state;
    return { request, reply: served.reply };
  });
}
