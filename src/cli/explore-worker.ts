// Entry of a worker thread that expands states for a search, of any system in the catalog.

import { parentPort } from 'node:worker_threads';
import { present } from '../base/assert.ts';
import { modelsOf, serveExpander } from '../compute/explore-serve.ts';
import { catalog } from '../systems/catalog.ts';
import { nodePort } from './node-endpoint.ts';

serveExpander(nodePort(present(parentPort, 'a parent thread')), modelsOf(catalog));
