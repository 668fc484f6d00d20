// A worker thread that knows the stage's jobs only.

import { parentPort } from 'node:worker_threads';
import { present } from '../../base/assert.ts';
import { nodePort } from '../../cli/node-endpoint.ts';
import { serveJobs } from '../../compute/job-server.ts';
import { stageJobs } from './stage.ts';

serveJobs(nodePort(present(parentPort, 'a parent thread')), async () => ({ jobs: stageJobs }));
