// Where the lecture notes say something looser than the paper: section of each, and the run that shows the difference,
// as settings and choices. A test plays every one and checks what it is said to show.

import type { Correction } from '../../contract/loading.ts';

const keys = (text: string): readonly string[] => text.split(' ');

export const corrections: readonly Correction[] = [
  {
    id: 'signing',
    scenario: 'trapdoor',
    notes: '18.3',
    paper: '2',
    params: { sigCheck: 'on' },
    choices: keys('A.0.ask~none B.0.ask~A1 C.0.ask~A1.alter.A1'),
    step: 3,
    shows: ['detected', 'reached'],
  },
  {
    id: 'honest-branches',
    scenario: 'signed-log',
    notes: '18.6',
    paper: '3.1',
    params: { grain: 'op' },
    choices: keys('A.0.ask~none B.0.ask~A1 C.0.ask~B1 C.1.ask~C1'),
    step: 4,
    shows: ['forked', 'not reached'],
  },
  {
    id: 'stamp',
    scenario: 'timestamp-box',
    notes: '18.7',
    paper: '3.2',
    params: {},
    choices: keys('T.0.ask~none A.0.ask~T1 T.1.ask~A1'),
    step: 3,
    shows: ['box-fresh', 'holds'],
  },
  {
    id: 'merge',
    scenario: 'cannot-merge',
    notes: '18.9',
    paper: '3.3',
    params: {},
    choices: keys('A.0.ask~none B.0.ask~A1 A.1.ask~A1 B.1.ask~A2+B1'),
    step: 4,
    shows: ['no-merge', 'holds'],
  },
];
