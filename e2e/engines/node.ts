// Finds the results in a thread of Node's, beside the browsers.

import { parentPort } from 'node:worker_threads';
import { newSession } from '../../src/systems/testing/new-session.ts';
import { resultsOf } from './results.ts';

parentPort?.postMessage(await resultsOf(newSession));
