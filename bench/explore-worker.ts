// One contender of the explore benchmark in a worker thread of its own: it is told a size, searches, and says what it
// found and how long that took.

import { parentPort } from 'node:worker_threads';
import { present } from '../src/base/assert.ts';
import { explore } from '../src/kernel/explore.ts';
import type { LeaseCacheSize } from './lease-cache.ts';
import { leaseCache } from './lease-cache.ts';
import { leaseCacheObjects, searchWithStrings } from './lease-cache-objects.ts';

export type Contender = 'protocol' | 'objects' | 'strings';

export interface Found {
  readonly states: number;
  readonly edges: number;
  readonly holds: boolean;
}

function search(contender: Contender, size: LeaseCacheSize): Found {
  if (contender === 'strings') return searchWithStrings(size);
  const found = contender === 'protocol' ? explore(leaseCache(size)) : explore(leaseCacheObjects(size));
  const { states, edges, complete, properties } = found;
  return { states, edges, holds: complete && properties['quiescent-is-fresh']?.verdict === 'holds' };
}

const port = present(parentPort, 'a parent thread');
port.on('message', ({ contender, size }: { contender: Contender; size: LeaseCacheSize }) => {
  const began = performance.now();
  const found = search(contender, size);
  port.postMessage({ ...found, seconds: (performance.now() - began) / 1000 });
});
