// The flags and numbers of a meta command (mg, ms, md), read as memcached 1.6.18 reads them, with its error lines. One set
// of flags serves all three: `mg k C1` is accepted and not minded. Left out: see memcached-text.ts.

import type { MdFlag, MgFlag, MsFlag } from './memcached-protocol.ts';

const maxOpaqueBytes = 32; // its O included
const maxTtlS = 60 * 60 * 24 * 30;
const badToken = 'CLIENT_ERROR bad token in command line format';
export const badFormat = 'CLIENT_ERROR bad command line format';

/** All flags a meta command may carry. mg, ms and md check every one and mind their own. */
type MetaFlag = MgFlag | MsFlag | MdFlag;

/** A flag as every meta command reads it; the mode's letter means something to ms only. */
export type ReadFlag =
  | Exclude<MetaFlag, { readonly flag: 'M' }>
  | { readonly flag: 'M'; readonly letter: string };

export const isMsFlag = (flag: ReadFlag): flag is Exclude<MsFlag, { readonly flag: 'M' }> =>
  'ckqICFTO'.includes(flag.flag);
export const hasLongOpaque = (flags: readonly ReadFlag[]): boolean =>
  flags.some((flag) => flag.flag === 'O' && flag.opaque.length >= maxOpaqueBytes);

/**
 * Reads the flags of any meta command, or the error line. One set of flags serves mg, ms and md: `mg k C1` is accepted
 * and not minded. A twice given or unknown flag ends the reading; of other errors the last one is told.
 */
export function parseFlags(tokens: readonly string[]): ReadFlag[] | string {
  const seen = new Set<string>();
  const flags: ReadFlag[] = [];
  let error = '';
  for (const token of tokens) {
    const letter = token.charAt(0);
    if (letter >= '\x7f' || seen.has(letter)) return 'CLIENT_ERROR duplicate flag';
    seen.add(letter);
    const read = readFlag(letter, token.slice(1));
    if (read === null) return 'CLIENT_ERROR invalid flag';
    if (typeof read === 'string') error = read === 'same' ? error || badFormat : read;
    else if (read !== undefined) flags.push(read);
  }
  return error === '' ? flags : error;
}

/** The flag; undefined = known and of no effect here; null = not known; a string = an error line. */
function readFlag(letter: string, argument: string): ReadFlag | undefined | null | string {
  switch (letter) {
    case 'c':
    case 'f':
    case 'k':
    case 'q':
    case 's':
    case 't':
    case 'v':
    case 'I':
      return { flag: letter };
    case 'N':
    case 'R':
    case 'T': {
      const ttl = signed(argument);
      return ttl === null ? badToken : { flag: letter, ttlS: ttlOf(ttl) };
    }
    case 'C': {
      const cas = unsigned(argument);
      return cas === null ? badToken : { flag: 'C', cas: Number(cas) };
    }
    case 'F': {
      const flags = unsigned(argument);
      // The server sets no message for a bad F: an earlier flag's, or the default, is told.
      return flags === null ? 'same' : { flag: 'F', clientFlags: Number(BigInt.asUintN(32, flags)) };
    }
    case 'M':
      return argument.length === 1
        ? { flag: 'M', letter: argument }
        : 'CLIENT_ERROR incorrect length for M token';
    case 'O':
      return { flag: 'O', opaque: argument };
    case 'J':
      return unsigned(argument) === null ? 'CLIENT_ERROR invalid numeric initial value' : undefined;
    case 'D':
      return unsigned(argument) === null ? 'CLIENT_ERROR invalid numeric delta value' : undefined;
    case 'h':
    case 'l':
    case 'u':
    case 'L':
    case 'P':
      return undefined;
    case 'b':
      throw new Error('memcached model: base64 keys (flag b) are left out');
    default:
      return null;
  }
}

export const signed = (digits: string): number | null => (/^[+-]?\d+$/.test(digits) ? Number(digits) : null);

/** 64 bits and no sign, as the server reads CAS numbers and client flags (of which it keeps 32 bits). */
export function unsigned(digits: string): bigint | null {
  const number = /^\+?\d+$/.test(digits) ? BigInt(digits.replace('+', '')) : -1n;
  return number < 0n || number >= 1n << 64n ? null : number;
}

export function ttlOf(ttlS: number): number {
  if (ttlS > maxTtlS) throw new Error(`memcached model: a time of ${ttlS} s is a Unix time and left out`);
  return ttlS;
}
