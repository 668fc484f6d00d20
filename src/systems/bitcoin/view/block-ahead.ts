// Where the next find would stand: the first that may be, on its finder's tip; nowhere where another branch has that place.

import type { ViewProps } from '../../../session/view-props.ts';
import type { TreeAhead } from '../../../widgets/branch-tree/branch-tree.tsx';
import type { BlocksScene } from '../network/scene.ts';
import type { BlockPage } from './block-page.ts';

/** Branches that have a place from the start. */
export const LEAST_ROWS = 2;

interface Given extends Pick<ViewProps<BlocksScene>, 'scene' | 'choices'> {
  readonly page: BlockPage;
}

export function aheadOf({ scene, page, choices }: Given, label: (who: string) => string): TreeAhead | null {
  const choice = choices.find(({ kind }) => kind === 'find');
  if (!choice) return null;
  const { actor, key } = choice;
  const tip = scene.blocks.find(({ tipOf }) => tipOf.includes(actor));
  if (!tip) return null;
  const opens = scene.blocks.some(({ parent }) => parent === tip.id);
  if (opens && page.rows.length >= LEAST_ROWS) return null;
  const row = opens ? Math.max(...scene.blocks.map((block) => block.row)) + 1 : tip.row;
  const id = `${actor}${key.split('.')[2]}`;
  return { id, parent: tip.id, row, slot: tip.slot + 1, key, label: label(actor), barred: null };
}
