// Zone files: RFC 1035 text, as far as the name system writes it ($ORIGIN, $TTL, records of one line or in parentheses,
// comments, quoted texts). The chain names one by the hash160 of its exact bytes, a final newline among them.

import { hexOf, utf8 } from '../../../base/bytes.ts';
import { hash160 } from '../virtualchain/hashes.ts';

export interface ZoneRecord {
  readonly name: string;
  /** Seconds; null where the file's own holds. */
  readonly ttl: number | null;
  readonly type: string;
  /** Texts without their quotes. */
  readonly data: readonly string[];
}
export interface ZoneFile {
  readonly origin: string;
  readonly ttl: number | null;
  readonly records: readonly ZoneRecord[];
}

/** What keeps it from being a zone file, and in which line (from 1). */
export class BadZoneFile extends Error {
  readonly line: number;
  readonly reason: string;
  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}

export const zoneHash = (file: string): string => hexOf(hash160(utf8(file)));

interface Line {
  readonly at: number;
  /** It begins with white space: the name is that of the record before. */
  readonly indented: boolean;
  readonly words: readonly string[];
}

/** Logical lines: comments gone, what stands in parentheses on one. */
function linesOf(text: string): readonly Line[] {
  const out: Line[] = [];
  let open: { at: number; indented: boolean; words: string[] } | null = null;
  let depth = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const at = index + 1;
    open ??= { at, indented: /^\s/.test(raw), words: [] };
    for (const word of raw.match(/"(?:[^"\\]|\\.)*"|"|[()]|;.*|[^\s()";]+/g) ?? []) {
      if (word.startsWith(';')) break;
      if (word === '"') throw new BadZoneFile(at, 'open-quote');
      if (word === '(') depth++;
      else if (word === ')') depth--;
      else open.words.push(word);
      if (depth < 0) throw new BadZoneFile(at, 'parentheses');
    }
    if (depth > 0) continue;
    if (open.words.length > 0) out.push(open);
    open = null;
  }
  if (depth > 0) throw new BadZoneFile(text.split('\n').length, 'parentheses');
  return out;
}

const COUNTS: Readonly<Record<string, number>> = {
  SOA: 7,
  NS: 1,
  A: 1,
  AAAA: 1,
  CNAME: 1,
  MX: 2,
  URI: 3,
  PTR: 1,
  SRV: 4,
};
const unquoted = (word: string): string =>
  word.startsWith('"') ? word.slice(1, -1).replace(/\\(["\\])/g, '$1') : word;

export function parseZoneFile(text: string): ZoneFile {
  let origin = '';
  let ttl: number | null = null;
  const records: ZoneRecord[] = [];
  let last = '@';
  for (const { at, indented, words } of linesOf(text)) {
    const [first = '', second = ''] = words;
    if (first.startsWith('$')) {
      if (words.length !== 2) throw new BadZoneFile(at, 'directive');
      if (first === '$ORIGIN') origin = second;
      else if (first === '$TTL') ttl = seconds(at, second);
      else throw new BadZoneFile(at, 'directive');
      continue;
    }
    const rest = [...words];
    const name = indented ? last : unquoted(rest.shift() ?? '@');
    last = name;
    const own = /^\d+$/.test(rest[0] ?? '') ? seconds(at, rest.shift() ?? '') : null;
    if (/^IN$/i.test(rest[0] ?? '')) rest.shift();
    const type = (rest.shift() ?? '').toUpperCase();
    const count = COUNTS[type];
    if (count === undefined && type !== 'TXT') throw new BadZoneFile(at, 'type');
    if (count === undefined ? rest.length === 0 : rest.length !== count) throw new BadZoneFile(at, 'fields');
    records.push({ name, ttl: own, type, data: rest.map(unquoted) });
  }
  return { origin, ttl, records };
}

function seconds(at: number, word: string): number {
  if (!/^\d{1,9}$/.test(word)) throw new BadZoneFile(at, 'ttl');
  return Number(word);
}

const QUOTED = new Set(['TXT', 'URI']);

/** The text of a zone file, with one newline at its end. */
export function zoneFileText({ origin, ttl, records }: ZoneFile): string {
  const quoted = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`;
  const lines = records.map(({ name, ttl: own, type, data }) => {
    const words = data.map((word, i) =>
      QUOTED.has(type) && (type === 'TXT' || i === data.length - 1) ? quoted(word) : word,
    );
    return [name, ...(own === null ? [] : [String(own)]), type, ...words].join(' ');
  });
  const head = [`$ORIGIN ${origin}`, ...(ttl === null ? [] : [`$TTL ${ttl}`])];
  return `${[...head, ...lines].join('\n')}\n`;
}
