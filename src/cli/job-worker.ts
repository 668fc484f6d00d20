// Entry of a worker thread that computes the jobs of every system in the catalog.

import { parentPort } from 'node:worker_threads';
import { present } from '../base/assert.ts';
import { serveJobs } from '../compute/job-server.ts';
import { loadFunctions } from './job-functions.ts';
import { nodePort } from './node-endpoint.ts';

serveJobs(nodePort(present(parentPort, 'a parent thread')), loadFunctions);
