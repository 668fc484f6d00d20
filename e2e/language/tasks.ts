// A worker as those that compute are, with Spark's tasks alone in it.

import { codeMaker } from '../../src/app/closed-in.ts';
import { serveJobs } from '../../src/compute/job-server.ts';
import { webPort } from '../../src/compute/web-endpoint.ts';
import { sparkFunctions } from '../../src/systems/spark/functions.ts';

serveJobs(webPort(self as unknown as Parameters<typeof webPort>[0]), async () => sparkFunctions, codeMaker);
