// The contenders of the mining benchmark in a thread of Node.

import { parentPort } from 'node:worker_threads';
import { present } from '../src/base/assert.ts';
import { nodeEndpoint, nodePort } from '../src/cli/node-endpoint.ts';
import { serveContenders } from './mining-contenders.ts';

const seat = new URL('../src/systems/bitcoin/mining/testing/worker.ts', import.meta.url);
serveContenders(nodePort(present(parentPort, 'a parent thread')), () => nodeEndpoint(seat));
