// Command-line options: every command says which it knows; the rest is refused.

import type { Args, OptionKinds } from '../contract/verb.ts';
import { UsageError } from '../contract/verb.ts';

export function parseArgs(argv: readonly string[], kinds: OptionKinds): Args {
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) {
      const known = Object.keys(kinds).map((one) => `--${one}`);
      throw new UsageError(`unknown option --${name}; known here: ${known.join(' ')}`);
    }
    if (kind === 'flag') {
      if (equals >= 0) throw new UsageError(`--${name} takes no value`);
      values.set(name, []);
      continue;
    }
    const value = equals < 0 ? argv[++i] : word.slice(equals + 1);
    if (value === undefined) throw new UsageError(`--${name} needs a value`);
    if (kind !== 'texts' && values.has(name)) throw new UsageError(`--${name} is given twice`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return {
    words,
    has: (name) => values.has(name),
    text: (name) => values.get(name)?.[0],
    texts: (name) => values.get(name) ?? [],
    count(name) {
      const value = values.get(name)?.[0];
      return value === undefined ? undefined : wholeNumber(value, `--${name}`);
    },
  };
}

export function wholeNumber(text: string, what: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new UsageError(`${what} must be a whole number of at most 15 digits, not '${text}'`);
  return Number(text);
}

/** "NAME=VALUE" pairs; a name given twice is refused. */
export function settingsFrom(pairs: readonly string[]): Record<string, string> {
  const out = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new UsageError(`a setting is NAME=VALUE, not '${pair}'`);
    const name = pair.slice(0, equals);
    if (out.has(name)) throw new UsageError(`${name} is set twice`);
    out.set(name, pair.slice(equals + 1));
  }
  return Object.fromEntries(out);
}

/** The one "SYSTEM/SCENARIO" that a command is given. */
export function scenarioFrom(words: readonly string[]): {
  readonly system: string;
  readonly scenario: string;
} {
  const [path, ...rest] = words;
  if (path === undefined) throw new UsageError('which scenario? Say SYSTEM/SCENARIO; `list` shows them');
  if (rest.length > 0) throw new UsageError(`one SYSTEM/SCENARIO at a time, not also '${rest[0]}'`);
  const [system = '', scenario = '', ...more] = path.split('/');
  if (system === '' || scenario === '' || more.length > 0) {
    throw new UsageError(`'${path}' is not SYSTEM/SCENARIO; \`list\` shows them`);
  }
  return { system, scenario };
}
