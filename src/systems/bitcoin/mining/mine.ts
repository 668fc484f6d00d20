// `mine`: a real header mined from a nonce on, by as many workers as one likes; the nonce is the lowest that will do.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { text } from '../../../base/text.ts';
import type { Args, Verb, VerbHost } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { parseHeader } from '../consensus/header.ts';
import { bitsHex, hex256, targetOf } from '../consensus/target.ts';
import { displayed, hashOf } from './hash.ts';
import { NONCES } from './nonces.ts';

const MOST_WORKERS = 64;

export const mine: Verb = {
  options: { header: 'text', from: 'count', to: 'count', workers: 'count' },
  async run(args, host) {
    const { header, input, from, to, workers } = asked(args, host);
    const jobs = host.jobs(workers);
    const kind = 'bitcoin/mine';
    // Workers are there, and have the kernel, before the clock runs.
    await jobs.search({ kind, input, from, to: from + 1 }).catch(() => {});
    const beganMs = host.clock();
    let tried = 0;
    const found = await jobs
      .search(
        { kind, input, from, to: to + 1 },
        {
          onProgress(now) {
            tried = now;
            host.progress(now / (to + 1 - from));
          },
        },
      )
      .catch((error: unknown) => {
        if (!host.signal.aborted) throw error;
        return { hit: null, tried };
      });
    const seconds = (host.clock() - beganMs) / 1000;
    const nonce = found.hit;
    const hash = nonce === null ? null : hexOf(displayed(hashOf(header, nonce)));
    const hashesPerSecond = Math.round(found.tried / Math.max(seconds, 1e-6));
    const rate = { hashes: found.tried, seconds: seconds.toFixed(2), rate: hashesPerSecond };
    return {
      exit: host.signal.aborted ? 1 : 0,
      json: { nonce, hash, hashes: found.tried, seconds, hashesPerSecond },
      lines: [
        nonce === null || hash === null
          ? text(host.signal.aborted ? 'mine.stopped' : 'mine.none', { from, to })
          : text('mine.found', { nonce, hash }),
        text('mine.rate', rate),
      ],
    };
  },
};

function asked(args: Args, host: VerbHost) {
  const hex = args.text('header');
  if (hex === undefined) {
    throw new UsageError('which header? Say its 80 bytes as 160 hex digits: mine --header HEX160');
  }
  const [more] = args.words;
  if (more !== undefined) throw new UsageError(`'${more}' is too much: mine takes options alone`);
  const wrong = hex.search(/[^0-9a-f]/i);
  if (wrong >= 0) {
    throw new UsageError(`--header: character ${wrong + 1}, '${hex[wrong]}', is no hex digit`);
  }
  if (hex.length !== 160) {
    throw new UsageError(`--header takes 160 hex digits (80 bytes), not ${hex.length}`);
  }
  const header = bytesOfHex(hex);
  const { bits } = parseHeader(header);
  const target = targetOf(bits, (1n << 256n) - 1n);
  if (target === null) {
    throw new UsageError(`--header: its bits ${bitsHex(bits)} stand for no target that a hash could meet`);
  }
  const from = args.count('from') ?? 0;
  const to = args.count('to') ?? NONCES - 1;
  if (to >= NONCES || from > to) {
    throw new UsageError(`--from ${from} --to ${to}: nonces go from 0 to ${NONCES - 1}, both ends included`);
  }
  const workers = args.count('workers') ?? host.cores;
  if (workers > MOST_WORKERS)
    throw new UsageError(`--workers ${workers}: at most ${MOST_WORKERS}, and 0 for this thread alone`);
  return { header, input: { header: hex.toLowerCase(), target: hex256(target) }, from, to, workers };
}
