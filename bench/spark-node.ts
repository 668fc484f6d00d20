// The contenders of the Spark benchmark in a thread of Node; its workers make code, as those of the page do.

import { parentPort } from 'node:worker_threads';
import { present } from '../src/base/assert.ts';
import { nodeEndpoint, nodePort } from '../src/cli/node-endpoint.ts';
import { serveContenders } from './spark-contenders.ts';

const seat = new URL('../src/systems/spark/tasks/testing/worker.ts', import.meta.url);
const hand = new URL('./spark-hand-node.ts', import.meta.url);
serveContenders(nodePort(present(parentPort, 'a parent thread')), {
  task() {
    const endpoint = nodeEndpoint(seat);
    endpoint.post({ type: 'told', told: { prints: true, meeting: null } });
    return endpoint;
  },
  hand: () => nodeEndpoint(hand),
});
