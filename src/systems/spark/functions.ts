// The functions of Spark's jobs, without the system.

import type { Functions } from '../../contract/loading.ts';
import { CALM, calmJob, TASK, taskJob } from './tasks/task-job.ts';

export const sparkFunctions = {
  jobs: { [TASK]: taskJob, [CALM]: calmJob },
  makesCode: true,
} as const satisfies Functions;
