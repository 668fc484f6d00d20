// The contenders of the Spark benchmark in a worker of a browser, and in workers of that worker: those that run tasks, and
// those that are written by hand.

import { serveJobs } from '../src/compute/job-server.ts';
import { webEndpoint, webPort } from '../src/compute/web-endpoint.ts';
import { sparkFunctions } from '../src/systems/spark/functions.ts';
import { serveHand } from './spark-by-hand.ts';
import { serveContenders } from './spark-contenders.ts';

const SEAT = 'seat';
const HAND = 'hand';
const port = webPort(self as unknown as Parameters<typeof webPort>[0]);
const another = (name: string): Worker => new Worker(self.location.href, { type: 'module', name });
const makesCode = async () => (text: string) => new Function(`return ${text}`)();

if (self.name === SEAT) serveJobs(port, async () => sparkFunctions, makesCode);
else if (self.name === HAND) serveHand(port);
else
  serveContenders(port, {
    task: () => webEndpoint(another(SEAT)),
    hand: () => webEndpoint(another(HAND)),
  });
