// Starts a worker from the page. A worker starts others by its own address (worker.ts).

import type { StartWorker } from './worker-roles.ts';

export const startWorker: StartWorker = (role) =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: role });
