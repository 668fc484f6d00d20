// What pages that speak of several systems show of Spark.

import type { Card, Table } from '../../contract/loading.ts';
import { cardGroup, cardScenario } from '../../contract/loading.ts';

export const card: Card = {
  lecture: 16,
  core: ['lazy', 'stages', 'narrow-crash', 'wide-crash'],
  groups: [cardGroup('run', 'lazy stages'), cardGroup('crash', 'narrow-crash wide-crash')],
  scenarios: [
    cardScenario('lazy', 'second.kept', 'same-bytes cached-once answer', 'persist partitions program input'),
    cardScenario(
      'stages',
      'may-start.map',
      'same-bytes same-result answer',
      'partitions reducers workers program',
    ),
    cardScenario(
      'narrow-crash',
      'lost.own',
      'same-result cached-once made-again answer',
      'persist notice workers program',
    ),
    cardScenario(
      'wide-crash',
      'back.both',
      'same-result made-again answer',
      'checkpointEvery notice workers program',
    ),
  ],
};

export const words: Table = { en: () => import('./text/card.en.ts'), zh: () => import('./text/card.zh.ts') };
