// Who sees all, and writes down which blocks opened a branch, in their order: the tree is drawn by it, so that nothing in
// it moves however it grows.

import type { Observer } from '../../../actors/options.ts';
import { blocksOf } from './chain.ts';
import type { Body, Node } from './state.ts';

interface Found {
  readonly opened: string;
}

export const observer: Observer<Node, Body> = {
  start: [],
  event({ kind, actor }, changed, _, before) {
    if (kind !== 'find') return undefined;
    const { tip = '' } = changed[actor]?.after ?? {};
    const parent = changed[actor]?.before.tip;
    const isFirst = Object.values(before.locals).every((node) =>
      blocksOf(node).every((block) => block.parent !== parent),
    );
    return isFirst ? undefined : ({ opened: tip } satisfies Found);
  },
  record: (record, event) => [...(record as readonly string[]), (event as Found).opened],
};
