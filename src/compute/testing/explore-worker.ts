// A worker thread that expands the models of tests.

import { parentPort } from 'node:worker_threads';
import { present } from '../../base/assert.ts';
import { nodePort } from '../../cli/node-endpoint.ts';
import { serveExpander } from '../explore-serve.ts';
import { loadTestModel } from './explore-models.ts';

serveExpander(nodePort(present(parentPort, 'a parent thread')), loadTestModel);
