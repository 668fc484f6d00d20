// The functions of Spark's jobs, without the system.

import type { Functions } from '../../contract/loading.ts';
import { calmJob, taskJob } from './tasks/task-job.ts';
import { CALM, TASK } from './tasks/task-spelled.ts';

export const sparkFunctions = {
  jobs: { [TASK]: taskJob, [CALM]: calmJob },
  makesCode: true,
} as const satisfies Functions;
