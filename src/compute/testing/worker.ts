// A worker thread that knows the test functions only.

import { parentPort } from 'node:worker_threads';
import { present } from '../../base/assert.ts';
import { nodePort } from '../../cli/node-endpoint.ts';
import { serveJobs } from '../job-server.ts';
import { loadTestFunctions } from './functions.ts';

serveJobs(nodePort(present(parentPort, 'a parent thread')), loadTestFunctions);
