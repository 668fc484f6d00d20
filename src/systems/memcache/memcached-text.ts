// The text protocol of memcached 1.6.18: request bytes to Command, Reply to bytes, and a whole conversation through the
// model. Bytes are a string of characters U+0000..U+00FF. The CLIENT_ERROR lines, which flag a command minds, and how
// many bytes are swallowed after an error are the real server's.
// Left out, by a thrown error that names it: mg flags h and l, base64 keys (flag b), times above 30 days, values above
// half a megabyte. Where it differs: mg with an opaque over 31 bytes is refused before the item is touched, not after.

import type { Memcached } from './memcached.ts';
import { handle } from './memcached.ts';
import {
  badFormat,
  hasLongOpaque,
  isMsFlag,
  parseFlags,
  signed,
  ttlOf,
  unsigned,
} from './memcached-flags.ts';
import type { Command, MdFlag, MgFlag, MsFlag, Reply, StoreMode } from './memcached-protocol.ts';

/** A request the server answers without looking at its items. `line` is '' where noreply silences it too. */
export interface Refused {
  readonly kind: 'error';
  readonly line: string;
}

export interface Parsed {
  readonly request: Command | Refused;
  /** Where the next request starts. */
  readonly next: number;
}

const maxKeyBytes = 250;
const maxMetaWords = 18; // key, length and flags
const maxValueBytes = 512 * 1024;

/** Answers every whole request in `bytes` at the time `nowS`; `rest` is the start of an unfinished one. */
export function serve(
  state: Memcached,
  bytes: string,
  nowS: number,
): { state: Memcached; reply: string; rest: string } {
  let [now, at, reply] = [state, 0, ''];
  for (let parsed = parseRequest(bytes, at); parsed !== null; parsed = parseRequest(bytes, at)) {
    at = parsed.next;
    if (parsed.request.kind === 'error') reply += parsed.request.line && `${parsed.request.line}\r\n`;
    else {
      const done = handle(now, parsed.request, nowS);
      now = done.state;
      reply += formatReply(done.reply);
    }
  }
  return { state: now, reply, rest: bytes.slice(at) };
}

/** The request that starts at `at`, or null where its bytes are not all there yet. */
export function parseRequest(bytes: string, at = 0): Parsed | null {
  const end = bytes.indexOf('\n', at);
  if (end < 0) return null;
  const line = bytes.slice(at, bytes[end - 1] === '\r' && end > at ? end - 1 : end);
  const [name = '', ...args] = line.split(' ').filter((token) => token !== '');
  const next = end + 1;
  const answer = (request: Command | Refused): Parsed => ({ request, next });
  switch (name) {
    case 'get':
    case 'gets':
      if (args.length === 0) return answer(refused('ERROR'));
      return answer(args.some(isLong) ? refused(badFormat) : { kind: name, keys: args });
    case 'set':
    case 'add':
    case 'replace':
    case 'append':
    case 'prepend':
    case 'cas':
      return parseClassicStore(name, args, bytes, next);
    case 'delete':
      return answer(parseDelete(args));
    case 'mg':
      return answer(parseMetaGet(args));
    case 'ms':
      return parseMetaSet(args, bytes, next);
    case 'md':
      return answer(parseMetaDelete(args));
    case 'mn':
      return answer({ kind: 'mn' });
    default:
      return answer(refused('ERROR'));
  }
}

export function formatReply(reply: Reply): string {
  switch (reply.kind) {
    case 'none':
      return '';
    case 'line':
      return `${reply.line}\r\n`;
    case 'values': {
      const hits = reply.hits.map(({ key, value, flags, cas }) => {
        return `VALUE ${key} ${flags} ${value.length}${reply.withCas ? ` ${cas}` : ''}\r\n${value}\r\n`;
      });
      return `${hits.join('')}END\r\n`;
    }
    case 'meta': {
      const head = reply.value === undefined ? reply.status : `${reply.status} ${reply.value.length}`;
      const body = reply.value === undefined ? '' : `${reply.value}\r\n`;
      return `${[head, ...reply.flags].join(' ')}\r\n${body}`;
    }
  }
}

/** The bytes a client would send. `parseRequest` reads them back to an equal command. */
export function formatRequest(command: Command): string {
  const words = (...tokens: readonly (string | number | false | undefined)[]) =>
    `${tokens.filter((token) => token !== false && token !== undefined).join(' ')}\r\n`;
  switch (command.kind) {
    case 'get':
    case 'gets':
      return words(command.kind, ...command.keys);
    case 'delete':
      return words('delete', command.key, command.noreply === true && 'noreply');
    case 'mn':
      return words('mn');
    case 'mg':
    case 'md':
      return words(command.kind, command.key, ...command.flags.map(formatFlag));
    case 'ms': {
      const { key, value, flags } = command;
      return `${words('ms', key, value.length, ...flags.map(formatFlag))}${value}\r\n`;
    }
    default: {
      const { kind, key, value, flags, ttlS, noreply } = command;
      const cas = kind === 'cas' && command.cas;
      return `${words(kind, key, flags, ttlS, value.length, cas, noreply === true && 'noreply')}${value}\r\n`;
    }
  }
}

function formatFlag(flag: MgFlag | MsFlag | MdFlag): string {
  if ('ttlS' in flag) return `${flag.flag}${flag.ttlS}`;
  if ('cas' in flag) return `C${flag.cas}`;
  if ('clientFlags' in flag) return `F${flag.clientFlags}`;
  if ('opaque' in flag) return `O${flag.opaque}`;
  return 'mode' in flag ? `M${modeLetters[flag.mode]}` : flag.flag;
}

const modeLetters = { set: 'S', add: 'E', replace: 'R', append: 'A', prepend: 'P' } as const;
const modes = new Map<string, StoreMode>(
  Object.entries(modeLetters).map(([mode, letter]) => [letter, mode as StoreMode]),
);

const refused = (line: string): Refused => ({ kind: 'error', line });
const isLong = (key: string): boolean => key.length > maxKeyBytes;

function parseClassicStore(
  kind: StoreMode | 'cas',
  args: readonly string[],
  bytes: string,
  next: number,
): Parsed | null {
  const wanted = kind === 'cas' ? 5 : 4;
  if (args.length !== wanted && args.length !== wanted + 1) return { request: refused('ERROR'), next };
  // The last word counts as noreply wherever it stands; it silences errors too.
  const noreply = args.at(-1) === 'noreply';
  const fail = (line: string, from: number): Parsed => ({
    request: refused(noreply ? '' : line),
    next: from,
  });
  const [key = '', flagsText = '', ttlText = '', bytesText = '', casText = ''] = args;
  const flags = unsigned(flagsText);
  const ttl = signed(ttlText);
  const size = signed(bytesText);
  const cas = kind === 'cas' ? unsigned(casText) : 0n;
  if (isLong(key) || flags === null || ttl === null || size === null || size < 0 || cas === null) {
    return fail(badFormat, next); // its data line is not swallowed: the server reads it as a request
  }
  const data = readData(bytes, next, size);
  if (data === null) return null;
  if (data.value === null) return fail('CLIENT_ERROR bad data chunk', data.next);
  const clientFlags = Number(BigInt.asUintN(32, flags));
  const common = {
    key,
    value: data.value,
    flags: clientFlags,
    ttlS: ttlOf(ttl),
    ...(noreply ? { noreply } : {}),
  };
  const request: Command = kind === 'cas' ? { kind, cas: Number(cas), ...common } : { kind, ...common };
  return { request, next: data.next };
}

function parseDelete(args: readonly string[]): Command | Refused {
  const [key = '', second, third] = args;
  if (args.length < 1 || args.length > 3) return refused('ERROR');
  const noreply = args.length > 1 && args.at(-1) === 'noreply';
  // The timed delete of 2008 is gone; only its zero is still accepted.
  const known =
    second === undefined || (third === undefined ? second === '0' || noreply : second === '0' && noreply);
  if (!known) return refused(noreply ? '' : `${badFormat}.  Usage: delete <key> [noreply]`);
  if (isLong(key)) return refused(noreply ? '' : badFormat);
  return { kind: 'delete', key, ...(noreply ? { noreply } : {}) };
}

function parseMetaGet(args: readonly string[]): Command | Refused {
  const [key, ...tokens] = args;
  if (key === undefined) return refused('ERROR');
  if (isLong(key)) return refused(badFormat);
  if (args.length > maxMetaWords) return refused('CLIENT_ERROR options flags are too long');
  const parsed = parseFlags(tokens);
  if (typeof parsed === 'string') return refused(parsed);
  const unread = tokens.find((token) => token.startsWith('h') || token.startsWith('l'));
  if (unread !== undefined) throw new Error(`memcached model: mg flag ${unread} is left out`);
  if (hasLongOpaque(parsed)) return refused('CLIENT_ERROR opaque token too long');
  return {
    kind: 'mg',
    key,
    flags: parsed.filter((flag): flag is MgFlag => 'cfkqstvNRTO'.includes(flag.flag)),
  };
}

function parseMetaSet(args: readonly string[], bytes: string, next: number): Parsed | null {
  const fail = (line: string, from: number): Parsed => ({ request: refused(line), next: from });
  const [key, sizeText, ...tokens] = args;
  if (key === undefined) return fail('ERROR', next);
  if (isLong(key) || sizeText === undefined) return fail(badFormat, next);
  if (args.length > maxMetaWords) return fail('CLIENT_ERROR options flags too long', next);
  const size = signed(sizeText);
  if (size === null || size < 0) return fail(badFormat, next);
  // From here on the length is known, so that a refused set still swallows its data.
  const data = readData(bytes, next, size);
  if (data === null) return null;
  const parsed = parseFlags(tokens);
  if (typeof parsed === 'string') return fail(parsed, data.next);
  const flags: MsFlag[] = [];
  for (const flag of parsed) {
    if (flag.flag === 'M') {
      const mode = modes.get(flag.letter);
      if (mode === undefined) return fail('CLIENT_ERROR invalid mode for ms M token', data.next);
      flags.push({ flag: 'M', mode });
    } else if (isMsFlag(flag)) flags.push(flag);
  }
  if (hasLongOpaque(parsed)) return fail('CLIENT_ERROR opaque token too long', data.next);
  if (data.value === null) return fail('CLIENT_ERROR bad data chunk', data.next);
  return { request: { kind: 'ms', key, value: data.value, flags }, next: data.next };
}

function parseMetaDelete(args: readonly string[]): Command | Refused {
  const [key, ...tokens] = args;
  if (key === undefined) return refused('ERROR');
  if (isLong(key)) return refused(badFormat);
  if (args.length > maxMetaWords) return refused('CLIENT_ERROR options flags too long');
  const parsed = parseFlags(tokens);
  if (typeof parsed === 'string') return refused('CLIENT_ERROR invalid or duplicate flag');
  if (hasLongOpaque(parsed)) return refused('CLIENT_ERROR opaque token too long');
  return { kind: 'md', key, flags: parsed.filter((flag): flag is MdFlag => 'kqICTO'.includes(flag.flag)) };
}

/** `size` bytes and their line end from `at`. `value` is null where no line end follows; null = not all there yet. */
function readData(bytes: string, at: number, size: number): { value: string | null; next: number } | null {
  if (size > maxValueBytes) throw new Error(`memcached model: a value of ${size} bytes is left out`);
  const end = at + size;
  if (bytes.length < end + 2) return null;
  return { value: bytes.startsWith('\r\n', end) ? bytes.slice(at, end) : null, next: end + 2 };
}
