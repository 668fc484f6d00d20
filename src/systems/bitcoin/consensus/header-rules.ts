// What a header is held against: its own work, and what its ancestors ask for. A rule whose context is missing is not
// judged: it is named as not checked.

import type { Header } from './header.ts';
import type { Network } from './network.ts';
import { MOST_AHEAD_S } from './network.ts';
import type { Broken, HeaderRule } from './rules.ts';
import { broken } from './rules.ts';
import { bitsHex, fromCompact, hashNumber, hex256, targetOf } from './target.ts';
import { sameBytes, shown } from './wire.ts';

/** What is known of a header's place; what is absent is not checked. */
export interface HeaderContext {
  /** Hash of the block it should stand on. */
  readonly previous?: Uint8Array | undefined;
  /** Whether that block is itself valid. */
  readonly parentValid?: boolean | undefined;
  readonly bits?: number | undefined;
  readonly medianTime?: number | undefined;
  /** The clock of the one who checks, in seconds. */
  readonly now?: number | undefined;
}

/** Whether this hash is the proof of work that the bits ask for. */
export function hasWork(hash: Uint8Array, bits: number, { limit }: Network): boolean {
  const target = targetOf(bits, limit);
  return target !== null && hashNumber(hash) <= target;
}

/** Every rule that it breaks, in Core's order: the first is the one that Core would name. */
export function headerBroken(
  { previous, time, bits }: Header,
  hash: Uint8Array,
  context: HeaderContext,
  network: Network,
): readonly Broken<HeaderRule>[] {
  const { medianTime, now } = context;
  const found: Broken<HeaderRule>[] = [];
  if (!hasWork(hash, bits, network)) {
    const allowed = targetOf(bits, network.limit);
    const want = allowed === null ? hex256(network.limit) : hex256(allowed);
    found.push(
      allowed === null
        ? broken('high-hash', `bits ${bitsHex(bits)}: ${hex256(fromCompact(bits).target)}`, want)
        : broken('high-hash', shown(hash), want),
    );
  }
  if (context.previous && !sameBytes(previous, context.previous))
    found.push(broken('prev-blk-not-found', shown(previous), shown(context.previous)));
  if (context.parentValid === false) found.push(broken('bad-prevblk', 'invalid', 'valid'));
  if (context.bits !== undefined && bits !== context.bits)
    found.push(broken('bad-diffbits', bitsHex(bits), bitsHex(context.bits)));
  if (medianTime !== undefined && time <= medianTime)
    found.push(broken('time-too-old', time, medianTime + 1));
  if (now !== undefined && time > now + MOST_AHEAD_S)
    found.push(broken('time-too-new', time, now + MOST_AHEAD_S));
  return found;
}
