// Where the lecture notes say something looser than the paper or the documents of the protocol: section of each, and the
// run that shows the difference, as settings and choices. A test plays every one and checks what it is said to show.

import type { Correction } from '../../contract/loading.ts';

const keys = (text: string): readonly string[] => text.split(' ');

export const corrections: readonly Correction[] = [
  {
    id: 'two-at-once',
    scenario: 'first-wins',
    notes: '20.5',
    paper: '',
    params: {},
    choices: keys('send.RV send.RT mine.RV-RT'),
    step: 3,
    shows: ['no-grief', 'violated'],
  },
  {
    id: 'data',
    scenario: 'history',
    notes: '20.7',
    paper: '',
    params: {},
    choices: keys('register update fetch.old fetch.right'),
    step: 4,
    shows: ['wrong-file-refused', 'reached'],
  },
  {
    id: 'salt',
    scenario: 'preorder',
    notes: '20.8',
    paper: '',
    params: { register: 'hash', reveal: 'accepted', dictionary: 'on' },
    choices: keys('send.PV send.CT mine.CT send.RT mine.RT'),
    step: 5,
    shows: ['no-theft', 'violated'],
  },
  {
    id: 'secured',
    scenario: 'preorder',
    notes: '20.8',
    paper: '',
    params: {},
    choices: keys('send.PV mine.PV send.RV send.PT mine.PT send.RT mine.RT'),
    step: 7,
    shows: ['no-theft', 'violated'],
  },
];
