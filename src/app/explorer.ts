// The page's explorer: a worker beside the session's own, or the session's where no other starts.

import { webEndpoint } from '../compute/web-endpoint.ts';
import type { Explorer } from '../session/explorer.ts';
import { inlineExplorer } from '../session/explorer.ts';
import { workerExplorer } from '../session/search-worker.ts';
import type { WorkHost } from '../session/work.ts';
import { catalog } from './parts-catalog.ts';
import type { StartWorker } from './worker-roles.ts';

export const webExplorer = (host: WorkHost, start: StartWorker): Explorer =>
  workerExplorer(() => webEndpoint(start('search')), inlineExplorer(catalog, host));
