// The job of one operation: everything that is shown is verified and what is made is signed. And what is timed.

import type { JobTable, TimedTable } from '../../kernel/job.ts';
import { rulesOf } from './model.ts';
import { timeOneMore } from './one-more-findings.ts';
import { signerOf } from './signer.ts';
import type { Work } from './user.ts';
import { operate, verdictBytes } from './user.ts';

export const jobs: JobTable = {
  'sundr/operation': ({ settings, seed, ask, local, shown }: Work) =>
    verdictBytes(operate(rulesOf(settings, signerOf(seed)), ask, local, shown)),
};

export const timed: TimedTable = { 'sundr/one-more': timeOneMore };
