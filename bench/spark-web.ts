// The contenders of the Spark benchmark in a worker of a browser, and in workers of that worker, which run tasks.

import { serveJobs } from '../src/compute/job-server.ts';
import { webEndpoint, webPort } from '../src/compute/web-endpoint.ts';
import { sparkFunctions } from '../src/systems/spark/functions.ts';
import { serveContenders } from './spark-contenders.ts';

const SEAT = 'seat';
const port = webPort(self as unknown as Parameters<typeof webPort>[0]);
const another = (): Worker => new Worker(self.location.href, { type: 'module', name: SEAT });
const makesCode = async () => (text: string) => new Function(`return ${text}`)();

if (self.name === SEAT) serveJobs(port, async () => sparkFunctions, makesCode);
else serveContenders(port, () => webEndpoint(another()));
