import type { JobTable } from '../../kernel/job.ts';
export const jobs: JobTable = {};
