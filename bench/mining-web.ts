// The contenders of the mining benchmark in a worker of a browser, and in workers of that worker, which mine.

import { serveJobs } from '../src/compute/job-server.ts';
import { webEndpoint, webPort } from '../src/compute/web-endpoint.ts';
import { miningFunctions } from '../src/systems/bitcoin/mining/functions.ts';
import { serveContenders } from './mining-contenders.ts';

const SEAT = 'seat';
const port = webPort(self as unknown as Parameters<typeof webPort>[0]);
const another = (): Worker => new Worker(self.location.href, { type: 'module', name: SEAT });

if (self.name === SEAT) serveJobs(port, async () => miningFunctions);
else serveContenders(port, () => webEndpoint(another()));
