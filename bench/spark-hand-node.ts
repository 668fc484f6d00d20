// A worker of the Spark benchmark that is written by hand, in a thread of Node.

import { parentPort } from 'node:worker_threads';
import { present } from '../src/base/assert.ts';
import { nodePort } from '../src/cli/node-endpoint.ts';
import { serveHand } from './spark-by-hand.ts';

serveHand(nodePort(present(parentPort, 'a parent thread')));
