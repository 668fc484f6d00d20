// Entry of a worker thread that computes the jobs of every system in the catalog.

import { parentPort } from 'node:worker_threads';
import { present } from '../base/assert.ts';
import { functionsOf, serveJobs } from '../compute/job-server.ts';
import { catalog } from '../systems/catalog.ts';
import { nodePort } from './node-endpoint.ts';

serveJobs(nodePort(present(parentPort, 'a parent thread')), functionsOf(catalog));
