// Mining as a scan: the lowest nonce of a range for which the header's double SHA-256, read as a number, is at or below
// the target (Nakamoto 2008, section 4). The kernel looks at the highest 32 bits of each hash; what passes there is
// hashed again in full by the library and compared in full.

import { bytesOfHex } from '../../../base/bytes.ts';
import type { ScanFunction } from '../../../kernel/job.ts';
import type { MiningInput } from './hash.ts';
import { displayed, hashOf, highest } from './hash.ts';
import { firstHashes, JOB_WORDS, nextBelow, prepare } from './kernel.generated.ts';
import { stateAfter } from './sha256-words.ts';

/** So many digests lie in the first-level cache between the two loops. */
const AT_ONCE = 64;

function atMost(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return (a[i] as number) < (b[i] as number);
  return true;
}

export const mineScan: ScanFunction = (input: MiningInput) => {
  const header = bytesOfHex(input.header);
  const target = bytesOfHex(input.target);
  const view = new DataView(header.buffer);
  const job = new Int32Array(JOB_WORDS);
  prepare(
    Int32Array.from([
      ...stateAfter(header.subarray(0, 64)),
      view.getInt32(64),
      view.getInt32(68),
      view.getInt32(72),
    ]),
    job,
  );
  const digests = new Int32Array(8 * AT_ONCE);
  const most = highest(target);
  return (from, to, nearest) => {
    for (let start = from; start < to; start += AT_ONCE) {
      const count = Math.min(AT_ONCE, to - start);
      firstHashes(job, start, count, digests);
      for (let at = 0; ; at++) {
        at = nextBelow(digests, at, count, Math.max(most, nearest.score - 1));
        if (at < 0) break;
        const shown = displayed(hashOf(header, start + at));
        const score = highest(shown);
        if (score < nearest.score) {
          nearest.score = score;
          nearest.at = start + at;
        }
        if (atMost(shown, target)) return start + at;
      }
    }
    return -1;
  };
};
