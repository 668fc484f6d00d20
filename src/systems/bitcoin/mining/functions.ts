// What workers compute for mining: the scan itself, and one range of nonces as a Job, so that a step of a run can stand
// for it.

import type { Functions } from '../../../contract/loading.ts';
import type { JobFunction } from '../../../kernel/job.ts';
import { FARTHEST } from '../../../kernel/job.ts';
import type { Mined, RangeInput } from './range.ts';
import { minedBytes } from './range.ts';
import { mineScan } from './scan.ts';
import { waits } from './waits.ts';

/** A nonce at most this far past the last look at whether to stop. */
const BREATH = 1 << 16;

export function mineRange(input: RangeInput, progress: (done: number) => void = () => {}): Mined {
  const scan = mineScan(input as never);
  const nearest = { ...FARTHEST };
  for (let at = input.from; at < input.to; at += BREATH) {
    const hit = scan(at, Math.min(input.to, at + BREATH), nearest);
    if (hit >= 0) return { hit, nearest };
    progress((at - input.from) / (input.to - input.from));
  }
  return { hit: null, nearest };
}

const range: JobFunction = (input: RangeInput, { progress }) => minedBytes(mineRange(input, progress));

export const miningFunctions: Functions = {
  jobs: { 'bitcoin/mine-range': range, 'bitcoin/waits': waits },
  scans: { 'bitcoin/mine': mineScan },
};
