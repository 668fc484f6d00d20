// What pages that speak of several systems show of SUNDR.

import type { Card, Table } from '../../contract/loading.ts';
import { cardGroup, cardScenario } from '../../contract/loading.ts';

export const card: Card = {
  lecture: 18,
  core: [
    'signed-files',
    'signed-log',
    'drop-an-entry',
    'rollback',
    'why-log-fetches',
    'fork',
    'cannot-merge',
  ],
  groups: [
    cardGroup('why', 'trapdoor signed-files signed-log drop-an-entry rollback why-log-fetches'),
    cardGroup('fork', 'fork cannot-merge out-of-band timestamp-box'),
    cardGroup('structures', 'merkle-path version-vectors concurrent'),
    cardGroup('beyond', 'byzantine today'),
  ],
  scenarios: [
    cardScenario('trapdoor', 'altered.runs', 'authentic no-silent-harm detected', 'sigCheck protocol server'),
    cardScenario(
      'signed-files',
      'old.mixed',
      'authentic fresh-across no-silent-harm',
      'protocol server sigCheck',
    ),
    cardScenario(
      'signed-log',
      'covers.all',
      'authentic fork-consistent own-op-kept forked',
      'fetchLog grain server',
    ),
    cardScenario('drop-an-entry', 'whose.b', 'authentic detected no-silent-harm', 'sigCheck server'),
    cardScenario('rollback', 'gone.own', 'own-op-kept detected no-silent-harm', 'ownCheck protocol server'),
    cardScenario(
      'why-log-fetches',
      'second.accepts',
      'authentic fresh-across fork-consistent detected',
      'fetchLog ownCheck server',
    ),
    cardScenario(
      'fork',
      'hidden.signs',
      'own-op-kept no-merge fork-consistent forked detected',
      'protocol orderCheck server',
    ),
    cardScenario(
      'cannot-merge',
      'merge.refused',
      'no-merge forked detected no-silent-harm',
      'orderCheck ownCheck protocol server',
    ),
    cardScenario('out-of-band', 'compare.parted', 'forked detected fork-consistent', 'talk server protocol'),
    cardScenario(
      'timestamp-box',
      'age.refuses',
      'box-fresh box-at-limit detected forked',
      'box boxCheck server',
    ),
    cardScenario(
      'merkle-path',
      'block.handle',
      'authentic detected no-silent-harm',
      'protocol server sigCheck',
    ),
    cardScenario(
      'version-vectors',
      'order.neither',
      'no-merge no-teleport forked detected',
      'orderCheck ownCheck server',
    ),
    cardScenario('concurrent', 'pending.waits', 'fork-consistent own-op-kept forked', 'wait protocol server'),
    cardScenario(
      'byzantine',
      'best.parts',
      'authentic fork-consistent no-silent-harm forked detected',
      'server protocol sigCheck helps removes',
    ),
    cardScenario(
      'today',
      'other.nothing',
      'append-only one-log split-found',
      'server talk consistency entries pasteOld pasteNew pasteProof pasteKey',
    ),
  ],
};

export const words: Table = { en: () => import('./text/card.en.ts'), zh: () => import('./text/card.zh.ts') };
