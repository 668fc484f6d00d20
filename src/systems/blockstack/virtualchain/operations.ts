// Every operation of the name system in its exact bytes: what stands in the OP_RETURN of a Bitcoin transaction. Two bytes
// of magic (`id`), one of opcode, then the fields. One table of layouts serves both directions. Integers are big-endian
// but a token transfer's amount. Source: Blockstack Core 21, docs/wire-format.md.

import { bytesOfHex, hexOf, latin1Of } from '../../../base/bytes.ts';
import { bytesJoined } from './hashes.ts';
import { NAME_MAX, nameFault, namespaceFault } from './names.ts';

/** At most so many bytes fit in an OP_RETURN. */
export const PAYLOAD_MAX = 80;
const MAGIC = 'id';

/** Fields as text and numbers: hashes in lower-case hex, tokens in decimal (they may pass 2^53). */
export type Operation = Readonly<{ op: OpName } & Record<string, string | number | readonly number[]>>;

/** What is wrong with a payload or an operation: in which field, and how. */
export class Malformed extends Error {
  readonly field: string;
  readonly reason: string;
  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.field = field;
    this.reason = reason;
  }
}

type Value = string | number | readonly number[];

/** One field: how many bytes it takes of those that are left (the last may take them all), and both directions. */
interface Field {
  readonly name: string;
  /** Null: all that is left. */
  readonly size: number | null;
  read(bytes: Uint8Array): Value;
  /** Throws Malformed. */
  write(value: Value): Uint8Array;
}

const bad = (field: string, reason: string): never => {
  throw new Malformed(field, reason);
};

const hash = (name: string, size: 16 | 20): Field => ({
  name,
  size,
  read: hexOf,
  write: (value) =>
    typeof value === 'string' && /^[0-9a-f]*$/.test(value) && value.length === 2 * size
      ? bytesOfHex(value)
      : bad(name, `not-${size}-bytes`),
});

const ascii = (value: string): Uint8Array => Uint8Array.from(value, (letter) => letter.charCodeAt(0));

function integer(name: string, size: 1 | 2 | 4): Field {
  return {
    name,
    size,
    read: (bytes) => bytes.reduce((sum, byte) => sum * 256 + byte, 0),
    write: (value) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= 256 ** size)
        return bad(name, 'out-of-range');
      return Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
    },
  };
}

function amount(name: string, little = false): Field {
  const order = (bytes: Uint8Array): Uint8Array => (little ? bytes.slice().reverse() : bytes);
  return {
    name,
    size: 8,
    read: (bytes) => BigInt(`0x${hexOf(order(bytes))}`).toString(),
    write: (value) => {
      if (typeof value !== 'string' || !/^(0|[1-9]\d{0,19})$/.test(value)) return bad(name, 'not-a-number');
      const number = BigInt(value);
      if (number >= 1n << 64n) return bad(name, 'out-of-range');
      return order(bytesOfHex(number.toString(16).padStart(16, '0')));
    },
  };
}

/** Filled up with zeros; what follows the first zero must be zero. */
function padded(name: string, size: number, fault: (text: string) => string | null): Field {
  return {
    name,
    size,
    read: (bytes) => {
      const zero = bytes.indexOf(0);
      const end = zero < 0 ? size : zero;
      if (bytes.subarray(end).some((byte) => byte !== 0)) return bad(name, 'non-zero-padding');
      return checked(name, latin1Of(bytes.subarray(0, end)), fault);
    },
    write: (value) => {
      const text = ascii(checked(name, value, fault));
      return text.length > size
        ? bad(name, 'too-long')
        : bytesJoined(text, new Uint8Array(size - text.length));
    },
  };
}

const open = (name: string, fault: (text: string) => string | null): Field => ({
  name,
  size: null,
  read: (bytes) => checked(name, latin1Of(bytes), fault),
  write: (value) => ascii(checked(name, value, fault)),
});

function checked(field: string, value: Value, fault: (text: string) => string | null): string {
  if (typeof value !== 'string') return bad(field, 'not-a-text');
  const reason = fault(value);
  return reason === null ? value : bad(field, reason);
}

/** One character before what the rest says. */
const sign = (name: string, values: Readonly<Record<string, string>>): Field => ({
  name,
  size: 1,
  read: (bytes) => values[latin1Of(bytes)] ?? bad(name, 'unknown-sign'),
  write: (value) => {
    const found = Object.entries(values).find(([, meaning]) => meaning === value);
    return found ? ascii(found[0]) : bad(name, 'unknown-sign');
  },
});

const nibbles = (name: string, count: number): Field => ({
  name,
  size: count / 2,
  read: (bytes) => [...bytes].flatMap((byte) => [byte >> 4, byte & 15]),
  write: (value) => {
    if (!Array.isArray(value) || value.length !== count) return bad(name, `not-${count}-numbers`);
    if (value.some((one) => !Number.isInteger(one) || one < 0 || one > 15)) return bad(name, 'out-of-range');
    const list = value as readonly number[];
    return Uint8Array.from(
      { length: count / 2 },
      (_, i) => ((list[2 * i] ?? 0) << 4) | (list[2 * i + 1] ?? 0),
    );
  },
});

const name = open('name', nameFault);
const paddedName = padded('name', NAME_MAX, nameFault);
const anyLatin = (most: number) => (text: string) =>
  text.length > most ? 'too-long' : /[^\x20-\x7e]/.test(text) ? 'characters' : null;
const tokenType = padded('tokenType', 19, (text) => (text === '' ? 'empty' : anyLatin(19)(text)));

interface Layout {
  readonly op: string;
  readonly code: string;
  readonly fields: readonly Field[];
}
/** The first layout of an opcode whose length fits is the one: lengths tell them apart. */
const LAYOUTS = [
  { op: 'name-preorder', code: '?', fields: [hash('hash', 20), hash('consensus', 16)] },
  {
    op: 'name-preorder',
    code: '?',
    fields: [hash('hash', 20), hash('consensus', 16), amount('tokens'), tokenType],
  },
  { op: 'name-registration', code: ':', fields: [paddedName, hash('value', 20)] },
  { op: 'name-registration', code: ':', fields: [paddedName, hash('value', 20), amount('tokens')] },
  { op: 'name-registration', code: ':', fields: [name] },
  { op: 'name-update', code: '+', fields: [hash('nameConsensus', 16), hash('value', 20)] },
  {
    op: 'name-transfer',
    code: '>',
    fields: [sign('data', { '>': 'keep', '~': 'drop' }), hash('nameHash', 16), hash('consensus', 16)],
  },
  { op: 'name-revoke', code: '~', fields: [name] },
  { op: 'name-import', code: ';', fields: [name] },
  { op: 'namespace-preorder', code: '*', fields: [hash('hash', 20), hash('consensus', 16)] },
  {
    op: 'namespace-reveal',
    code: '&',
    fields: [
      integer('lifetime', 4),
      integer('coeff', 1),
      integer('base', 1),
      nibbles('buckets', 16),
      nibbles('discounts', 2),
      integer('version', 2),
      open('namespace', namespaceFault),
    ],
  },
  {
    op: 'namespace-ready',
    code: '!',
    fields: [sign('dot', { '.': '.' }), open('namespace', namespaceFault)],
  },
  { op: 'announce', code: '#', fields: [hash('message', 20)] },
  {
    op: 'token-transfer',
    code: '$',
    fields: [hash('consensus', 16), tokenType, amount('amount', true), open('memo', anyLatin(34))],
  },
] as const satisfies readonly Layout[];

export type OpName = (typeof LAYOUTS)[number]['op'];

/** The names of all operations, in the order of the table. */
export const OPERATIONS: readonly OpName[] = [...new Set(LAYOUTS.map(({ op }) => op))];

const fixed = ({ fields }: Layout): number => fields.reduce((sum, { size }) => sum + (size ?? 0), 0);
const ends = ({ fields }: Layout): boolean => fields.at(-1)?.size !== null;

/** The payload as an operation; throws Malformed with the field and the reason. */
export function decoded(payload: Uint8Array): Operation {
  if (payload.length === 0) return bad('payload', 'empty');
  if (payload.length > PAYLOAD_MAX) return bad('payload', 'too-long');
  if (latin1Of(payload.subarray(0, 2)) !== MAGIC) return bad('magic', 'not-id');
  if (payload.length < 3) return bad('opcode', 'missing');
  const code = String.fromCharCode(payload[2] as number);
  const of: readonly Layout[] = LAYOUTS.filter((one) => one.code === code);
  if (of.length === 0) return bad('opcode', 'unknown');
  const body = payload.subarray(3);
  const fits = of.find((one) => (ends(one) ? fixed(one) === body.length : fixed(one) <= body.length));
  return readAs(fits ?? (of[0] as Layout), body);
}

function readAs(layout: Layout, body: Uint8Array): Operation {
  const out: Record<string, Value> = { op: layout.op };
  let at = 0;
  for (const { name: field, size, read } of layout.fields) {
    const end = at + (size ?? body.length - at);
    if (end > body.length) return bad(field, at === body.length ? 'missing' : 'cut-short');
    const value = read(body.subarray(at, end));
    if (field !== 'dot') out[field] = value;
    at = end;
  }
  if (at < body.length) return bad('payload', 'trailing-bytes');
  return out as Operation;
}

/** The operation as a payload; throws Malformed with the field and the reason. */
export function encoded(operation: Readonly<Record<string, unknown>>): Uint8Array {
  const of: readonly Layout[] = LAYOUTS.filter(({ op }) => op === operation.op);
  if (!Object.hasOwn(operation, 'op')) return bad('op', 'missing');
  if (of.length === 0) return bad('op', 'unknown');
  const names = Object.keys(operation).filter((key) => key !== 'op');
  const own = ({ fields }: Layout): readonly string[] =>
    fields.map((field) => field.name).filter((field) => field !== 'dot');
  const layout = of.find(
    (one) => own(one).length === names.length && own(one).every((f) => names.includes(f)),
  );
  if (!layout) {
    // The shortest layout that has all that is given says what is missing.
    const wanted = of
      .map(own)
      .filter((fields) => names.every((one) => fields.includes(one)))
      .sort((a, b) => a.length - b.length)[0];
    const known = new Set(of.flatMap(own));
    return wanted
      ? bad(wanted.find((field) => !names.includes(field)) as string, 'missing')
      : bad(names.find((key) => !known.has(key)) as string, 'unknown-field');
  }
  const parts = layout.fields.map((field) =>
    field.write(field.name === 'dot' ? '.' : (operation[field.name] as Value)),
  );
  const payload = bytesJoined(ascii(MAGIC + layout.code), ...parts);
  return payload.length > PAYLOAD_MAX ? bad('payload', 'too-long') : payload;
}
