// `tlog verify-inclusion` and `tlog verify-consistency`: a proof against signed checkpoints, or against bare sizes and
// roots. A bare size is the word of whoever gave it: no proof binds it, and the answer says so (`notBound`).

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Args, Verb, VerbHost, VerbResult } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import type { ProofVerdict } from '../tlog.ts';
import { verifyConsistency, verifyInclusion } from '../tlog.ts';
import type { Checkpoint } from '../tlog-checkpoint.ts';
import { openCheckpoint, wholeNumber } from '../tlog-checkpoint.ts';

/** What could not be read at all; everything else that is wrong is a verdict. */
const NOT_PARSABLE = new Set([
  'not-hex',
  'hash-length',
  'not-a-number',
  'not-utf8',
  'control-character',
  'not-a-note',
  'not-a-key',
  'not-a-checkpoint',
  'missing-newline',
]);

/** What of the input is wrong. */
class Unfit extends Error {
  readonly field: string;
  readonly error: string;
  constructor(field: string, error: string) {
    super(error);
    this.field = field;
    this.error = error;
  }
}

export const inclusion: Verb = {
  options: {
    'leaf-hash': 'text',
    index: 'text',
    checkpoint: 'text',
    vkey: 'text',
    size: 'text',
    root: 'text',
    proof: 'text',
  },
  run: (args, host) =>
    answer(args, async () => {
      const bare = either(args, ['checkpoint', 'vkey'], ['size', 'root']);
      const log = await logOf(args, host, bare ? ['size', 'root'] : ['checkpoint']);
      const index = numberOf(args, 'index');
      const verdict = verifyInclusion({
        ...log,
        leafHash: hashOf(args, 'leaf-hash'),
        index,
        proof: proofOf(args),
      });
      const said = { index: String(index), size: String(log.size), root: log.root };
      return { verdict, notBound: bare ? ['size'] : [], said, about: text('tlog.included', said) };
    }),
};

export const consistency: Verb = {
  options: {
    old: 'text',
    new: 'text',
    vkey: 'text',
    size1: 'text',
    root1: 'text',
    size2: 'text',
    root2: 'text',
    proof: 'text',
  },
  run: (args, host) =>
    answer(args, async () => {
      const bare = either(args, ['old', 'new', 'vkey'], ['size1', 'root1', 'size2', 'root2']);
      const old = await logOf(args, host, bare ? ['size1', 'root1'] : ['old']);
      const now = await logOf(args, host, bare ? ['size2', 'root2'] : ['new']);
      const said = { size1: String(old.size), root1: old.root, size2: String(now.size), root2: now.root };
      const verdict: Answer['verdict'] =
        old.origin === now.origin
          ? verifyConsistency({ ...said, size1: old.size, size2: now.size, proof: proofOf(args) })
          : { ok: false, error: 'other-log', expected: old.origin, actual: now.origin };
      return {
        verdict,
        notBound: bare ? ['size1', 'size2'] : [],
        said,
        about: text('tlog.consistent', said),
      };
    }),
};

interface Answer {
  readonly verdict: ProofVerdict | { ok: false; error: 'other-log'; expected: string; actual: string };
  readonly notBound: readonly string[];
  /** What was verified. */
  readonly said: Readonly<Record<string, string>>;
  readonly about: Text;
}

async function answer(args: Args, verify: () => Promise<Answer>): Promise<VerbResult> {
  if (args.words.length > 0) throw new UsageError(`what is '${args.words[0]}'? All is said by options`);
  try {
    const { verdict, notBound, said, about } = await verify();
    const unbound = notBound.map((field) => text('tlog.not-bound', { field }));
    if (verdict.ok)
      return { exit: 0, json: { ok: true, error: null, notBound, ...said }, lines: [about, ...unbound] };
    const { error, expected, actual } = verdict;
    return {
      exit: NOT_PARSABLE.has(error) ? 2 : 1,
      json: { ok: false, error, expected, actual, notBound, ...said },
      lines: [text(`error.${error}`), text('error.values', { expected, actual }), ...unbound],
    };
  } catch (fault) {
    if (!(fault instanceof Unfit)) throw fault;
    const { field, error } = fault;
    return {
      exit: NOT_PARSABLE.has(error) ? 2 : 1,
      json: { ok: false, error, field },
      lines: [text('error.of', { field, error: text(`error.${error}`) })],
    };
  }
}

/** Which of the two ways to name a log is used: true for the second. */
function either(args: Args, signed: readonly string[], bare: readonly string[]): boolean {
  const dashed = (names: readonly string[]): string => names.map((name) => `--${name}`).join(' ');
  const has = (name: string): boolean => args.text(name) !== undefined;
  if (signed.every(has) && !bare.some(has)) return false;
  if (bare.every(has) && !signed.some(has)) return true;
  throw new UsageError(`say either ${dashed(signed)}, or ${dashed(bare)}`);
}

type Log = Pick<Checkpoint, 'size' | 'root'> & Partial<Pick<Checkpoint, 'origin'>>;

/** One name: a file with a checkpoint. Two: its size and root. */
async function logOf(
  args: Args,
  host: VerbHost,
  names: readonly [string] | readonly [string, string],
): Promise<Required<Log>> {
  const [first, second] = names;
  if (second !== undefined) return { origin: '', size: numberOf(args, first), root: hashOf(args, second) };
  const opened = openCheckpoint(await host.bytes(args.text(first) ?? ''), args.text('vkey') ?? '');
  if (typeof opened === 'string') throw new Unfit(first, opened);
  return opened;
}

function numberOf(args: Args, name: string): bigint {
  const number = wholeNumber(given(args, name));
  if (number === null) throw new Unfit(name, 'not-a-number');
  return number;
}

const hashOf = (args: Args, name: string): string => hexHash(name, given(args, name));

function hexHash(name: string, hex: string): string {
  if (!/^[0-9a-f]*$/i.test(hex)) throw new Unfit(name, 'not-hex');
  if (hex.length !== 64) throw new Unfit(name, 'hash-length');
  return hex.toLowerCase();
}

function proofOf(args: Args): readonly string[] {
  const list = given(args, 'proof').trim();
  return list === '' ? [] : list.split(',').map((hex) => hexHash('proof', hex.trim()));
}

function given(args: Args, name: string): string {
  const value = args.text(name);
  if (value === undefined)
    throw new UsageError(`say --${name}${name === 'proof' ? " H,H (--proof '' where it is empty)" : ''}`);
  return value;
}
