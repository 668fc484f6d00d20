// Lecture 19.11: who keeps the history. A full node, a pruned node, and a wallet that has headers alone and asks others for
// proofs (Nakamoto 2008, section 8). The payment, its proof and the block's bytes are real (block 830,000); so are the
// tricks: each is held against the rules by the wallet.

import { unreachable } from '../../../base/assert.ts';
import { bytesOfHex } from '../../../base/bytes.ts';
import { about, grouped, short } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Walked } from '../chain-walk.ts';
import { stretch } from '../chain-walk.ts';
import type { Header } from '../consensus/header.ts';
import { blockHash, HEADER_BYTES, parseHeader } from '../consensus/header.ts';
import type { MerkleProof, ProofFault } from '../consensus/merkle-proof.ts';
import { innerProof, parseProof, payment, repeatedProof } from '../consensus/merkle-proof.ts';
import { mainnet } from '../consensus/network.ts';
import { workOf } from '../consensus/target.ts';
import { parseTransaction } from '../consensus/transaction.ts';
import { txidOf } from '../consensus/txid.ts';
import { sameBytes, shown } from '../consensus/wire.ts';
import { CHECKPOINT, cheapHeader } from '../facts/cheap-header.ts';
import { BLOCK_BYTES, HEIGHT, proofHex, transactionHex } from '../facts/payment.ts';
import { periods } from '../facts/periods.ts';
import type { Args, Came, Deed, Play } from '../play.ts';
import { row } from '../play.ts';
import type { BytesScene, HeaderPlace } from '../scene-bytes.ts';
import { headerScene, transactionScene } from '../scene-bytes.ts';
import { chainScene } from '../scene-chain.ts';
import type { CoinSet } from './coin-set.ts';
import { coinsHash } from './coin-set.ts';

const PROOFS = ['honest', 'changed', 'other', 'inner', 'repeated'] as const;
type Proof = (typeof PROOFS)[number];
const CHAINS = ['true', 'cheap'] as const;
type Chain = (typeof CHAINS)[number];
type ChainFault = 'less-work' | 'other-block';

const COINS = ['coins-true', 'coins-changed'] as const;
type Coins = (typeof COINS)[number];

export interface Readers {
  /** Bytes that came, by who reads. */
  readonly read: Readonly<Record<'pruned' | 'wallet', number>>;
  /** The chain of headers that the wallet follows. */
  readonly chain: Chain | null;
  /** What it was shown, and what it made of it. */
  readonly seen: Readonly<
    Partial<Record<Proof | Chain | Coins, ProofFault | ChainFault | 'taken' | 'other-hash'>>
  >;
  readonly asked: boolean;
}

interface Step extends Action {
  readonly kind: 'headers' | 'proof' | 'trick' | 'block' | 'old' | 'coins';
  readonly what: Proof | Chain | Coins | 'block';
}

/** Headers of a chain that anybody could have made: each at the easiest target. */
const CHEAP_HEADERS = 900_000;

let work: { readonly true: bigint; readonly cheap: bigint; readonly least: bigint } | undefined;
/** Work behind block 830,000, behind the cheap chain, and the least that the wallet believes: that at block 806,400. */
function works(): NonNullable<typeof work> {
  if (work) return work;
  const sum = (to: number): bigint =>
    periods().reduce((total, { height, bits }) => {
      const blocks = Math.max(0, Math.min(mainnet.interval, to + 1 - height));
      return total + workOf(bits) * BigInt(blocks);
    }, 0n);
  work = {
    true: sum(HEIGHT),
    cheap: workOf(mainnet.limitBits) * BigInt(CHEAP_HEADERS),
    least: sum(806_400),
  };
  return work;
}

const HEADERS: Readonly<Record<Chain, number>> = { true: HEIGHT + 1, cheap: CHEAP_HEADERS };
/** A wallet reads no further than the block that is not the one it was told of. */
const headersRead = (chain: Chain, params: Params): number =>
  HEADER_BYTES * (passes(chain, params) ? HEADERS[chain] : CHECKPOINT + 1);

/** The block that a checkpoint names, and the one that stands there in Q's chain. */
const cheap = (): Header => parseHeader(bytesOfHex(cheapHeader));
const hashes = (): Args => ({
  hash: tail(blockHash(cheap())),
  named: tail(blockHash(named().header)),
});
const named = (): Walked => {
  const found = stretch('edges').find(({ height }) => height === CHECKPOINT);
  if (!found) throw new RangeError(`no header ${CHECKPOINT}`);
  return found;
};
/** The end of a printed hash: its beginning is zeros. */
const tail = (hash: Uint8Array): string => `…${shown(hash).slice(-12)}`;

const passes = (chain: Chain, { checkpoint }: Params): boolean =>
  checkpoint !== 'on' || chain === 'true' || sameBytes(blockHash(cheap()), blockHash(named().header));

interface Shown {
  readonly proof: MerkleProof;
  readonly txid: Uint8Array;
  readonly transaction: Uint8Array;
}

function shownAs(what: Proof): Shown {
  const proof = parseProof(bytesOfHex(proofHex));
  const transaction = bytesOfHex(transactionHex);
  const txid = txidOf(parseTransaction(transaction));
  switch (what) {
    case 'honest':
      return { proof, txid, transaction };
    case 'changed':
      return {
        proof: {
          ...proof,
          hashes: proof.hashes.map((hash, i) => (i === 3 ? hash.map((byte) => byte ^ 1) : hash)),
        },
        txid,
        transaction,
      };
    case 'other':
      return { proof, txid: proof.hashes[0] as Uint8Array, transaction };
    case 'inner': {
      const { proof: short_, bytes, hash } = innerProof(proof);
      return { proof: short_, txid: hash, transaction: bytes };
    }
    case 'repeated':
      return { proof: repeatedProof(proof), txid, transaction };
    default:
      return unreachable(what, 'shownAs');
  }
}

const known = new Map<string, ProofFault | null>();
/** What the wallet says of a proof: with the bytes of what it proves, or without looking at them. */
function faultOf(what: Proof, evidence: string): ProofFault | null {
  const name = `${what} ${evidence}`;
  const answer = known.get(name);
  if (answer !== undefined) return answer;
  const { proof, txid, transaction } = shownAs(what);
  const found = payment(proof, txid, { transaction });
  // Who does not look at the bytes cannot tell a transaction from an inner node.
  const said = evidence === 'hash' && found === 'inner-node' ? null : found;
  known.set(name, said);
  return said;
}

const chainFault = (chain: Chain, now: Chain | null, params: Params): ChainFault | null => {
  if (!passes(chain, params)) return 'other-block';
  const { least, ...of } = works();
  if (params.minimumWork === 'on' && of[chain] < least) return 'less-work';
  return now !== null && of[chain] <= of[now] ? 'less-work' : null;
};

const setOf = (what: Coins): CoinSet => (what === 'coins-true' ? 'true' : 'changed');
/** What a node that begins from a set of coins says: its program names the hash over them, or it looks at none. */
const coinsFault = (what: Coins, params: Params): 'other-hash' | null =>
  params.snapshot === 'checked' && coinsHash(setOf(what)) !== coinsHash('true') ? 'other-hash' : null;

function next(state: Readers, action: Action, params: Params): Readers {
  const { kind, what } = action as Step;
  const { read, seen } = state;
  switch (kind) {
    case 'headers': {
      const chain = what as Chain;
      const fault = chainFault(chain, state.chain, params);
      return {
        ...state,
        read: { ...read, wallet: read.wallet + headersRead(chain, params) },
        chain: fault ? state.chain : chain,
        seen: { ...seen, [chain]: fault ?? 'taken' },
      };
    }
    case 'proof':
    case 'trick': {
      const fault = faultOf(what as Proof, String(params.evidence));
      const bytes = (proofHex.length + transactionHex.length) / 2;
      return {
        ...state,
        read: { ...read, wallet: read.wallet + bytes },
        seen: { ...seen, [what]: fault ?? 'taken' },
      };
    }
    case 'coins': {
      const fault = coinsFault(what as Coins, params);
      return { ...state, seen: { ...seen, [what]: fault ?? 'taken' } };
    }
    case 'block':
      return { ...state, read: { ...read, pruned: BLOCK_BYTES } };
    case 'old':
      return { ...state, asked: true };
    default:
      return unreachable(kind, 'next');
  }
}

function enabled({ read, chain, seen, asked }: Readers, { snapshot }: Params): readonly Step[] {
  const steps: Step[] = [];
  for (const what of CHAINS)
    if (!(what in seen))
      steps.push({ key: `headers.${what}`, kind: 'headers', actor: what === 'true' ? 'full' : 'Q', what });
  if (chain === 'true')
    for (const what of PROOFS)
      if (!(what in seen))
        steps.push({
          key: `proof.${what}`,
          kind: what === 'honest' ? 'proof' : 'trick',
          actor: what === 'honest' ? 'full' : 'Q',
          what,
        });
  if (read.pruned === 0) steps.push({ key: 'block.pruned', kind: 'block', actor: 'full', what: 'block' });
  else if (!asked) steps.push({ key: 'old.pruned', kind: 'old', actor: 'wallet', what: 'block' });
  // One set is begun from; one that was refused may be followed by the other.
  if (snapshot !== 'none' && !COINS.some((what) => seen[what] === 'taken'))
    for (const what of COINS)
      if (!(what in seen))
        steps.push({
          key: what.replace('-', '.'),
          kind: 'coins',
          actor: what === 'coins-true' ? 'full' : 'Q',
          what,
        });
  return steps;
}

const mega = (bytes: number): string => (bytes < 1e6 ? `${grouped(bytes)} B` : `${about(bytes / 1e6)} MB`);
const log = (value: bigint): string => `2^${value.toString(2).length - 1}`;

const figures = ({ read }: Readers): Args => ({
  wallet: mega(read.wallet),
  pruned: mega(read.pruned),
  block: mega(BLOCK_BYTES),
  proof: mega(proofHex.length / 2),
  times: grouped(BLOCK_BYTES / (proofHex.length / 2)),
  height: grouped(HEIGHT),
  checkpoint: grouped(CHECKPOINT),
  cheap: short(CHEAP_HEADERS),
  trueWork: log(works().true),
  cheapWork: log(works().cheap),
});

const shownText = (what: Step['what']): Text => text(`shown.${what}`, { cheap: short(CHEAP_HEADERS) });

const deed = (state: Readers, action: Action): Deed => {
  const { kind, what, actor } = action as Step;
  const to = kind === 'block' || kind === 'old' || kind === 'coins' ? 'pruned' : 'wallet';
  const args = { ...figures(state), what: shownText(what) };
  return { from: actor, to, label: text(kind === 'old' ? 'act.old' : `act.${what}`, args), args };
};

function came(before: Readers, action: Action, after: Readers, params: Params): Came {
  const { kind, what } = action as Step;
  const args = figures(after);
  if (kind === 'block')
    return { ending: 'kept', answer: text('rep.kept'), why: text('why.kept', args), source: '7', args };
  if (kind === 'old')
    return { ending: 'gone', answer: text('rep.gone'), why: text('why.gone', args), source: '7', args };
  if (kind === 'coins') return cameOfCoins(what as Coins, params, args);
  const fault =
    kind === 'headers'
      ? chainFault(what as Chain, before.chain, params)
      : faultOf(what as Proof, String(params.evidence));
  return {
    ending: fault ? 'refused' : 'taken',
    answer: fault ? text(`fault.${fault}`) : text('rep.taken'),
    why: text(fault ? `why.${fault}` : kind === 'trick' ? 'why.fooled' : `why.taken.${what}`, {
      ...args,
      ...(fault === 'other-block' ? { ...hashes(), read: mega(headersRead('cheap', params)) } : {}),
    }),
    source: '8',
    args,
  };
}

function cameOfCoins(what: Coins, params: Params, args: Args): Came {
  const fault = coinsFault(what, params);
  const unseen = params.snapshot === 'believed';
  const hashes = { hash: coinsHash(setOf(what)).slice(0, 12), named: coinsHash('true').slice(0, 12) };
  return {
    ending: fault ? 'refused' : 'taken',
    answer: fault ? text(`fault.${fault}`) : text('rep.taken'),
    why: text(fault ? `why.${fault}` : unseen ? 'why.coins.believed' : 'why.coins.named', hashes),
    source: '7',
    args,
  };
}

/** Of block 830,000 the wallet that is shown one header knows the target: it is that of the period. */
const place = (): HeaderPlace => ({
  previous: null,
  bits: periods().findLast(({ height }) => height <= HEIGHT)?.bits ?? null,
  medianTime: null,
});

/** The header that the wallet has, and the payment in it once that is proven; or the one that a checkpoint refused. */
function inspected({ seen }: Readers): BytesScene {
  if (seen.cheap === 'other-block') {
    const { previous, bits } = named().place;
    const at = text('bytes.cheap', { height: grouped(CHECKPOINT) });
    return headerScene(at, cheap(), { previous, bits, medianTime: null });
  }
  const { proof, transaction } = shownAs('honest');
  if (seen.honest !== 'taken')
    return headerScene(text('bytes.header', { height: grouped(HEIGHT) }), proof.header, place());
  const at = text('bytes.real', { height: grouped(HEIGHT) });
  return transactionScene(at, parseTransaction(transaction), null, [], null, { kind: 'transaction' });
}

const fooled = ({ seen, chain }: Readers): boolean =>
  chain === 'cheap' ||
  seen['coins-changed'] === 'taken' ||
  PROOFS.some((what) => what !== 'honest' && seen[what] === 'taken');

export const historyPlay: Play<Readers> = {
  words: ['system', 'bytes', 'chain', 'import', 'history'],
  lanes: () => ['full', 'pruned', 'wallet', 'Q'],
  init: () => ({ read: { pruned: 0, wallet: 0 }, chain: null, seen: {}, asked: false }),
  enabled,
  next,
  properties: () => [
    {
      name: 'not-fooled',
      kind: 'always',
      judge: (state) => !fooled(state),
      witness: (state) => ({
        text: text(
          state.seen['coins-changed'] === 'taken'
            ? 'witness.coins'
            : state.chain === 'cheap'
              ? 'witness.cheap'
              : 'witness.fooled',
          figures(state),
        ),
        actors: [state.seen['coins-changed'] === 'taken' ? 'pruned' : 'wallet'],
      }),
    },
    { name: 'payment-proven', kind: 'sometimes', judge: ({ seen }) => seen.honest === 'taken' },
    {
      name: 'trick-refused',
      kind: 'sometimes',
      judge: ({ seen }) => Object.values(seen).some((one) => one !== 'taken'),
    },
  ],
  deed,
  came,
  chips: (state) => [
    { actor: 'full', text: text('chip.full', figures(state)) },
    {
      actor: 'pruned',
      text: state.read.pruned === 0 ? text('chip.none') : text('chip.pruned', figures(state)),
    },
    {
      actor: 'wallet',
      text: state.read.wallet === 0 ? text('chip.none') : text('chip.wallet', figures(state)),
      ...(fooled(state) ? { tone: 'bad' as const } : {}),
    },
  ],
  rows: (state) => [
    { actor: 'full', rows: [row('block', mega(BLOCK_BYTES))] },
    {
      actor: 'pruned',
      rows: [
        row('read', mega(state.read.pruned)),
        ...COINS.filter((what) => state.seen[what] !== undefined).map((what) =>
          row(
            `seen.${what}`,
            state.seen[what] === 'taken' ? text('rep.taken') : text(`fault.${state.seen[what]}`),
          ),
        ),
      ],
    },
    {
      actor: 'wallet',
      rows: [
        row('read', mega(state.read.wallet)),
        row('chain', state.chain === null ? '–' : shownText(state.chain)),
        ...PROOFS.filter((what) => state.seen[what] !== undefined).map((what) =>
          row(
            `seen.${what}`,
            state.seen[what] === 'taken' ? text('rep.taken') : text(`fault.${state.seen[what]}`),
          ),
        ),
      ],
    },
  ],
  scene: (kind, state) =>
    kind === 'bytes' ? inspected(state) : kind === 'chain' ? chainScene('first') : null,
  ending(_, { state, soFar }) {
    const id =
      soFar['not-fooled'] === 'violated' ? 'fooled' : state.seen.honest === 'taken' ? 'proven' : 'open';
    return {
      said: text(`history.end.${id}`, figures(state)),
      facts: [
        { id: 'wallet', text: text('fact.wallet', figures(state)) },
        ...[...PROOFS, ...CHAINS, ...COINS]
          .filter((what) => state.seen[what] !== undefined)
          .map((what) => ({
            id: `seen.${what}`,
            text: text(state.seen[what] === 'taken' ? 'fact.believed' : 'fact.refused', {
              what: shownText(what),
            }),
          })),
      ],
    };
  },
};
