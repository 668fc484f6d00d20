// Entry of a browser worker that computes the jobs of every system in the catalog.

import { functionsOf, serveJobs } from '../compute/job-server.ts';
import { webPort } from '../compute/web-endpoint.ts';
import { catalog } from '../systems/catalog.ts';

serveJobs(webPort(self as unknown as Parameters<typeof webPort>[0]), functionsOf(catalog));
