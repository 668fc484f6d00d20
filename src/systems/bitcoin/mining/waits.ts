// The work behind law.ts: 200 headers mined one after another.

import type { JobFunction } from '../../../kernel/job.ts';
import { FARTHEST } from '../../../kernel/job.ts';
import { hex256 } from '../consensus/target.ts';
import type { LawInput } from './law.ts';
import { BLOCKS, headerOf, TARGET } from './law.ts';
import { NONCES } from './nonces.ts';
import { mineScan } from './scan.ts';

/** How many tries each block took: 32-bit words. */
export const waits: JobFunction = (input: LawInput, { progress }) => {
  const view = new DataView(new ArrayBuffer(4 * BLOCKS));
  for (let block = 0; block < BLOCKS; block++) {
    const scan = mineScan({ header: headerOf(input, block), target: hex256(TARGET) } as never);
    view.setUint32(4 * block, scan(0, NONCES, { ...FARTHEST }) + 1);
    progress((block + 1) / BLOCKS);
  }
  return new Uint8Array(view.buffer);
};
