// Where the lecture notes say something looser than the paper, and the run that shows it.

import type { Correction } from '../../contract/loading.ts';

const keys = (text: string): readonly string[] => text.split(' ');

export const corrections: readonly Correction[] = [
  {
    id: 'partitions',
    scenario: 'co-partitioned',
    notes: '16.2',
    paper: '4',
    params: {},
    choices: keys(
      'start:w0 start:w1 end:0.0.1 end:0.0.0 start:w0 start:w1 start:w2 end:1.0.1 end:1.0.0 end:1.0.2 start:w0',
    ),
    step: 11,
    shows: null,
  },
  {
    id: 'parallel',
    scenario: 'stages',
    notes: '16.6',
    paper: '5.1',
    params: {},
    choices: keys('start:w0 start:w1 end:0.0.0 end:0.0.1 start:w0'),
    step: 5,
    shows: ['answer', 'not reached'],
  },
];
