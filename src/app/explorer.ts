// The page's explorer: workers beside the session's own where several are asked for, else in the session's.

import { threadedSearch } from '../compute/explore-threads.ts';
import { webEndpoint } from '../compute/web-endpoint.ts';
import type { Explorer } from '../session/explorer.ts';
import { inlineExplorer } from '../session/explorer.ts';
import type { WorkHost } from '../session/work.ts';

export const webExplorer = (host: WorkHost): Explorer =>
  threadedSearch({
    start: () =>
      webEndpoint(
        new Worker(new URL('./explore.worker.ts', import.meta.url), { type: 'module', name: 'explore' }),
      ),
    inline: inlineExplorer(host),
  });
