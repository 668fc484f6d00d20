// A worker thread does not inherit the TypeScript loader of its parent in Node 20: this entry registers it, then
// loads the real one. new Worker(new URL('.../bin/ts-worker.mjs', ...), { workerData: { entry: url.href, ... } }).
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
