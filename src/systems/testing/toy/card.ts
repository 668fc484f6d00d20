// What pages that speak of several systems show of The toy.

import type { Card, Table } from '../../../contract/loading.ts';

export const card: Card = {
  lecture: 99,
  core: ['look-then-take', 'test-and-set', 'note'],
  groups: [{ id: 'lock', scenarios: ['look-then-take', 'test-and-set', 'note'] }],
  scenarios: [
    {
      id: 'look-then-take',
      right: ['second.inside'],
      properties: ['one-inside', 'both-done'],
      switches: ['atomic', 'rota'],
    },
    {
      id: 'test-and-set',
      right: [],
      properties: ['one-inside', 'both-done'],
      switches: ['atomic', 'rota'],
    },
    { id: 'note', right: [], properties: ['one-inside', 'both-done'], switches: ['reads'] },
  ],
};

export const words: Table = { en: () => import('./text/card.en.ts'), zh: () => import('./text/card.zh.ts') };
