// The functions of Spark's jobs, without the system.

import type { Functions } from '../../contract/loading.ts';
import { taskJob } from './tasks/task-job.ts';

export const TASK = 'spark/task';

export const sparkFunctions = { jobs: { [TASK]: taskJob }, makesCode: true } as const satisfies Functions;
