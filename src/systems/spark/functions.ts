// The functions of Spark's jobs, without the system.

import type { Functions } from '../../contract/loading.ts';
import { CHECKPOINTS, measureCheckpoints } from './checkpoints/measure.ts';
import { ROUNDS_KIND, timeRounds } from './rounds/measure.ts';
import { calmJob, taskJob } from './tasks/task-job.ts';
import { CALM, TASK } from './tasks/task-spelled.ts';

export const sparkFunctions = {
  jobs: { [TASK]: taskJob, [CALM]: calmJob, [CHECKPOINTS]: measureCheckpoints },
  timed: { [ROUNDS_KIND]: timeRounds },
  makesCode: true,
} as const satisfies Functions;
