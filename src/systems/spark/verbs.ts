// Spark's commands.

import type { Verbs } from '../../contract/verb.ts';

export const verbs: Verbs = {
  'spark run': {
    usage:
      'spark run PROGRAM.js [--input NAME=FILE ...] [--workers N] [--kill WORKER@TASK ...] [--memory BYTES] [--json] [--lang en|zh]',
    about: 'runs an RDD program; WORKER dies right after task start number TASK (both from 0)',
    load: () => import('./verbs/run-verb.ts').then((m) => m.runVerb),
    jobs: () => import('./functions.ts').then((m) => m.sparkFunctions),
  },
  'spark cases': {
    usage: 'spark cases FILE [--inputs FOLDER] [--json] [--lang en|zh]',
    about: 'runs golden cases of real Spark (a JSON object a line, with `js`) and prints those that differ',
    load: () => import('./verbs/cases-verb.ts').then((m) => m.casesVerb),
  },
  'spark placement': {
    usage: 'spark placement FILE [--inputs FOLDER] [--json] [--lang en|zh]',
    about: 'where real Spark put keys, slices, samples and ranges, beside where they are put here',
    load: () => import('./verbs/placement-verb.ts').then((m) => m.placementVerb),
  },
};
