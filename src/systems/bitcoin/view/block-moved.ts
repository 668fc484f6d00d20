// What this step did to the chains that nodes believe: read from the state's rows, where the tip has changed.

import type { PanelView } from '../../../session/frame.ts';
import type { DrawnBlock } from '../network/scene.ts';

export interface Moved {
  /** Nodes that stood on this block before this step. */
  readonly was: readonly string[];
  /** Nodes that left it, and those that came to it, where they left another: "− M", "+ M". */
  readonly left: readonly string[];
  readonly came: readonly string[];
  /** Somebody came to stand on it, or over it. */
  readonly lit: boolean;
}

const NOTHING: Moved = { was: [], left: [], came: [], lit: false };

export function movedOn(
  blocks: readonly DrawnBlock[],
  panels: readonly PanelView[],
): (block: string) => Moved {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const found = new Map<string, { was: string[]; left: string[]; came: string[]; lit: boolean }>();
  const at = (id: string) => {
    const known = found.get(id) ?? { was: [], left: [], came: [], lit: false };
    found.set(id, known);
    return known;
  };
  const chainTo = (id: string): ReadonlySet<string> => {
    const chain = new Set<string>();
    for (let one = byId.get(id); one; one = one.parent === null ? undefined : byId.get(one.parent))
      chain.add(one.id);
    return chain;
  };
  for (const { actor, rows } of panels) {
    const old = rows.find(({ id }) => id === 'tip')?.was?.args?.value;
    const now = blocks.find(({ tipOf }) => tipOf.includes(actor))?.id;
    if (typeof old !== 'string' || now === undefined) continue;
    at(old).was.push(actor);
    at(now).lit = true;
    const [before, after] = [chainTo(old), chainTo(now)];
    const left = [...before].filter((id) => !after.has(id));
    for (const id of left) at(id).left.push(actor);
    for (const id of after)
      if (!before.has(id)) {
        at(id).lit = true;
        if (left.length > 0) at(id).came.push(actor);
      }
  }
  return (id) => found.get(id) ?? NOTHING;
}
