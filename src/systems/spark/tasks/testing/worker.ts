// A worker thread that runs Spark's tasks and knows nothing else. It may be told to make code; and to meet: then each of
// its tasks first waits, in shared memory, until another worker is in a task as well.

import { parentPort } from 'node:worker_threads';
import { present } from '../../../../base/assert.ts';
import { nodePort } from '../../../../cli/node-endpoint.ts';
import type { Port } from '../../../../compute/endpoint.ts';
import { serveJobs } from '../../../../compute/job-server.ts';
import { meet } from '../../../../compute/testing/meeting.ts';
import type { Functions } from '../../../../contract/loading.ts';
import type { JobFunction } from '../../../../kernel/job.ts';
import { sparkFunctions } from '../../functions.ts';
import { TASK } from '../task-spelled.ts';
import type { Told } from './runners.ts';

const own = nodePort(present(parentPort, 'a parent thread'));
let told: Told = { prints: false, meeting: null };

const port: Port = {
  post: own.post,
  onMessage: (listener) =>
    own.onMessage((message) => {
      if ((message as { type: string }).type === 'told') told = (message as { told: Told }).told;
      else listener(message);
    }),
};

const task = present(sparkFunctions.jobs?.[TASK], 'tasks') as JobFunction;
const functions: Functions = {
  ...sparkFunctions,
  jobs: {
    ...sparkFunctions.jobs,
    [TASK]: (input, context) => {
      if (told.meeting) meet(told.meeting);
      return task(input, context);
    },
  },
};

serveJobs(
  port,
  async () => functions,
  async () => (told.prints ? (text) => new Function(`return ${text}`)() : undefined),
);
