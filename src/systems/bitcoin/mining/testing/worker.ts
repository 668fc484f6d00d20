// A worker thread that mines and knows nothing else.

import { parentPort } from 'node:worker_threads';
import { present } from '../../../../base/assert.ts';
import { nodePort } from '../../../../cli/node-endpoint.ts';
import { serveJobs } from '../../../../compute/job-server.ts';
import { miningFunctions } from '../functions.ts';

serveJobs(nodePort(present(parentPort, 'a parent thread')), async () => miningFunctions);
