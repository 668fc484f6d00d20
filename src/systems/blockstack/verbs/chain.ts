// `blockstack consensus` and `blockstack verify-op`: a chain of operations given as texts.

import { Refusal } from '../../../base/result.ts';
import { text } from '../../../base/text.ts';
import type { Args, Verb, VerbHost } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import type { Snapshot } from '../virtualchain/consensus.ts';
import { snapshots } from '../virtualchain/consensus.ts';
import { verified } from '../virtualchain/verify.ts';

interface Chain {
  readonly first: number;
  readonly blocks: readonly (readonly string[])[];
}

/** A height takes four bytes. */
const HIGHEST = 0xffffffff;

/**
 * A text that says something, and only one thing: half of a surrogate pair would be hashed as another character, and a
 * block of one empty text as a block of nothing.
 */
const isOperation = (one: unknown): one is string =>
  typeof one === 'string' && one !== '' && !/\p{Surrogate}/u.test(one);

async function chainOf(args: Args, host: VerbHost): Promise<Chain> {
  const [path, ...more] = args.words;
  if (path === undefined || more.length > 0) throw new UsageError('say one file');
  let value: unknown;
  try {
    value = JSON.parse(await host.text(path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal(text('chain.not-json', { path }));
  }
  const { first, blocks } = (value ?? {}) as { first?: unknown; blocks?: unknown };
  if (typeof first !== 'number' || !Number.isInteger(first) || first < 0 || first > HIGHEST)
    throw new Refusal(text('chain.first', { most: HIGHEST }));
  if (!Array.isArray(blocks) || blocks.length === 0) throw new Refusal(text('chain.blocks'));
  const last = first + blocks.length - 1;
  if (last > HIGHEST) throw new Refusal(text('chain.last', { last, most: HIGHEST }));
  const wrong = blocks.findIndex((block) => !Array.isArray(block) || !block.every(isOperation));
  if (wrong >= 0) throw new Refusal(text('chain.block', { n: wrong }));
  return { first, blocks: blocks as string[][] };
}

export const consensus: Verb = {
  options: {},
  async run(args, host) {
    const { first, blocks } = await chainOf(args, host);
    const heights = snapshots(first, blocks);
    return {
      exit: 0,
      json: { heights },
      lines: heights.map(
        (one) => `${one.height}  ${one.consensusHash}  ops ${one.opsHash}  prev ${one.prev.join(' ')}`,
      ),
    };
  },
};

function heightOf(args: Args, name: string, chain: Chain): number {
  const height = args.count(name);
  const last = chain.first + chain.blocks.length - 1;
  if (height === undefined) throw new UsageError(`say --${name} HEIGHT`);
  if (height < chain.first || height > last)
    throw new Refusal(text('chain.height', { height, first: chain.first, last }));
  return height;
}

export const verifyOp: Verb = {
  options: { from: 'count', to: 'count', trusted: 'text', claim: 'texts' },
  async run(args, host) {
    const chain = await chainOf(args, host);
    const { first, blocks } = chain;
    const from = heightOf(args, 'from', chain);
    const to = heightOf(args, 'to', chain);
    if (to > from) throw new UsageError('--from is the newer height: the walk goes back');
    const all = snapshots(first, blocks);
    const at = (height: number): Snapshot => all[height - first] as Snapshot;
    const trusted = args.text('trusted') ?? at(from).consensusHash;
    if (!/^[0-9a-f]{32}$/.test(trusted)) throw new Refusal(text('verify.trusted', { trusted }));
    const claimed = args.texts('claim');
    if (!claimed.every(isOperation)) throw new Refusal(text('verify.claim'));
    // Where a row is odd its last hash is taken twice: twice and once would have the same root.
    const twice = claimed.find((one, at) => claimed.indexOf(one) !== at);
    if (twice !== undefined) throw new Refusal(text('verify.twice', { operation: twice }));
    const operations = claimed.length > 0 ? claimed : (blocks[to - first] as readonly string[]);
    const answer = verified(trusted, from, to, first, operations, (height) => ({
      opsHash: at(height).opsHash,
      previous: at(height).prev.map((one) => at(one).consensusHash),
    }));
    const { path, fetched } = answer;
    const way = path.join(' -> ');
    if (answer.ok)
      return {
        exit: 0,
        json: { ...answer, trusted },
        lines: [text('verify.ok', { way, n: fetched, to })],
      };
    const { height, expected, actual } = answer;
    return {
      exit: 1,
      json: { ...answer, trusted },
      lines: [text(`verify.${answer.of}`, { way, height, expected, actual })],
    };
  },
};
