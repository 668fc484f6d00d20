// What pages that speak of several systems show of Spark.

import type { Card, Table } from '../../contract/loading.ts';
import { cardGroup, cardScenario } from '../../contract/loading.ts';

export const card: Card = {
  lecture: 16,
  core: ['lazy', 'stages', 'narrow-crash', 'wide-crash', 'pagerank'],
  groups: [
    cardGroup('run', 'lazy persist pipeline stages'),
    cardGroup('crash', 'narrow-crash wide-crash memory-loss'),
    cardGroup('levers', 'persist-vs-checkpoint eviction pagerank co-partitioned checkpoint-interval'),
    cardGroup('more', 'straggler playground'),
  ],
  scenarios: [
    cardScenario('lazy', 'second.kept', 'same-bytes cached-once answer', 'persist partitions program input'),
    cardScenario(
      'persist',
      'second.file',
      'same-bytes same-result answer',
      'persist partitions program input',
    ),
    cardScenario(
      'pipeline',
      'tasks.four',
      'same-bytes same-result answer',
      'workers partitions program input',
    ),
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
    cardScenario(
      'memory-loss',
      'bytes.same',
      'same-bytes same-result made-again answer',
      'persist notice workers program',
    ),
    cardScenario(
      'persist-vs-checkpoint',
      'from.storage',
      'same-result cut-at-checkpoint answer',
      'checkpointEvery persist notice program',
    ),
    cardScenario(
      'eviction',
      'third.input',
      'cached-once same-result made-again answer',
      'memory persist program input',
    ),
    cardScenario(
      'pagerank',
      'round.memory',
      'same-result cached-once answer',
      'persist reducers workers program',
    ),
    cardScenario(
      'co-partitioned',
      'join.narrow',
      'same-result cached-once answer',
      'reducers persist workers program',
    ),
    cardScenario(
      'checkpoint-interval',
      'from.checkpoint',
      'same-result cut-at-checkpoint made-again answer',
      'checkpointEvery workers deathEvery program',
    ),
    cardScenario(
      'straggler',
      'first.copy',
      'same-bytes same-result answer',
      'speculation partitions workers program',
    ),
    cardScenario('playground', '', 'same-result answer', 'example program input workers partitions'),
  ],
};

export const words: Table = { en: () => import('./text/card.en.ts'), zh: () => import('./text/card.zh.ts') };
