// Where the lecture notes say something looser than the paper: section of each, and the run that shows the difference,
// as settings and choices. A test plays every one and checks what it is said to show.

import type { Correction } from '../../contract/loading.ts';

const keys = (text: string): readonly string[] => text.split(' ');
const marked = keys(
  'C1.0.set-marker C1.0.write C1.0.delete C1.1.get C1.1.get-marker C1.1.read log.1.apply log.1.memcached log.1.unmark',
);
const marker = {
  scenario: 'remote-marker',
  notes: '17.6.3',
  paper: '5',
  params: { marker: 'on' },
};

export const corrections: readonly Correction[] = [
  { ...marker, id: 'marker-gone', choices: marked, step: 6, shows: ['reads-own-writes', 'holds'] },
  { ...marker, id: 'marker-first', choices: marked, step: 1, shows: null },
  { ...marker, id: 'marker-primary', choices: marked, step: 6, shows: ['reads-own-writes', 'holds'] },
  {
    ...marker,
    id: 'empty-read',
    params: { marker: 'off' },
    choices: keys('C1.0.write C1.0.delete C1.1.get C1.1.read'),
    step: 4,
    shows: ['reads-own-writes', 'violated'],
  },
  {
    id: 'hold-off-add',
    scenario: 'cold-cluster-race',
    notes: '17.6.2',
    paper: '4.3',
    params: {},
    choices: keys(
      'C1.0.get C1.0.get-warm C2.0.write C2.0.delete C1.0.fill C1.0.read log.1.warm cold.hold-off',
    ),
    step: 5,
    shows: null,
  },
  {
    id: 'two-seconds',
    scenario: 'cold-cluster-race',
    notes: '17.6.2',
    paper: '4.3',
    params: { slowReader: 'on' },
    choices: keys('C1.0.get C1.0.get-warm C2.0.write C2.0.delete log.1.warm cold.hold-off C1.0.fill'),
    step: 7,
    shows: ['cache-ends-right', 'violated'],
  },
  {
    id: 'lease-backwards',
    scenario: 'back-in-time',
    notes: '17.6',
    paper: '3.2.1',
    params: {},
    choices: keys('C1.0.get C1.0.read C2.0.get C1.0.fill C3.0.write C2.0.read C2.1.get'),
    step: 7,
    shows: ['never-backwards', 'violated'],
  },
  {
    id: 'replication',
    scenario: 'two-regions',
    notes: '17.4',
    paper: '5',
    params: { invalidate: 'stream' },
    choices: keys('C2.0.write log.1.apply log.1.replica-cache'),
    step: 2,
    shows: null,
  },
];
