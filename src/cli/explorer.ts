// The command line's explorer: worker threads where several are asked for, else in this thread.

import { threadedSearch } from '../compute/explore-threads.ts';
import type { Explorer } from '../session/explorer.ts';
import { inlineExplorer } from '../session/explorer.ts';
import type { WorkHost } from '../session/work.ts';
import { nodeEndpoint } from './node-endpoint.ts';

export const nodeExplorer = (host: WorkHost, notice?: (reason: string) => void): Explorer =>
  threadedSearch({
    start: () => nodeEndpoint(new URL('./explore-worker.ts', import.meta.url)),
    inline: inlineExplorer(host),
    ...(notice ? { notice } : {}),
  });
