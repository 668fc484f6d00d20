// The scenario of today: a log is proved to two users, shown to one of them otherwise, and found out when they talk.

import type { Scenario } from '../../../contract/system.ts';
import { goals } from '../goals.ts';

const KEYS =
  'log.append.1 A.take.1 C.take.1 log.append.2 log.split.2 A.take.2 A.prove.1 C.take.2.other C.prove.1 ' +
  'log.append.3 A.take.3 C.take.3.other A.talk.3.3 you.verify';

export const todayScenario: Scenario = {
  id: 'today',
  params: { layout: 'tlog', server: 'free', talk: 'on' },
  switches: ['server', 'talk', 'consistency', 'entries', 'pasteOld', 'pasteNew', 'pasteProof', 'pasteKey'],
  compare: { server: 'honest' },
  scheduler: { kind: 'scripted', keys: KEYS.split(' '), otherwise: 'first' },
  steps: 100,
  claims: { 'append-only': 'holds', 'one-log': 'violated', 'split-found': 'reached' },
  predictions: [
    {
      id: 'other',
      at: 7,
      shown: 9,
      options: [
        { id: 'nothing', right: true, keys: ['C.take.2.other', 'C.prove.1'] },
        { id: 'consistency', right: false, keys: [] },
        { id: 'inclusion', right: false, keys: [] },
      ],
    },
  ],
  goals: goals.today ?? [],
  views: ['proof', 'lanes'],
  source: '18.9',
  next: 'trapdoor',
};
