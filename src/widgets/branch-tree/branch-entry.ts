// What a tree is made of: entries that point at the one before them. A branch is a row that never changes, a place on the
// axis is a slot that never changes, so what is drawn stays where it is however the tree grows.

export interface TreeEntry {
  readonly id: string;
  /** The entry that this one stands on; null for a root. */
  readonly parent: string | null;
  /** Its branch, from 0, in the order in which branches were opened (base/branch-rows.ts). */
  readonly row: number;
  /** Its place on the axis, from 1: after its parent's. */
  readonly slot: number;
}

/** The key of the line by which the outline tells of an entry. */
export const toldEntry = (id: string): string => `entry ${id}`;

/** The entry and all that it stands on, back to its root. */
export function ancestry(entries: readonly TreeEntry[], id: string | null): ReadonlySet<string> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const found = new Set<string>();
  for (let at = id; at !== null && byId.has(at) && !found.has(at); at = byId.get(at)?.parent ?? null) {
    found.add(at);
  }
  return found;
}

/** A way through the tree: along the axis to the parent or a child, or across to a neighbouring branch. */
export type Way = 'parent' | 'child' | 'branch before' | 'branch after' | 'first' | 'last';

/** Where a walk leads from an entry; the entry itself where there is nothing that way. */
export function walked(entries: readonly TreeEntry[], id: string, way: Way): string {
  const here = entries.find((entry) => entry.id === id);
  if (!here) return entries.at(-1)?.id ?? id;
  switch (way) {
    case 'parent':
      return entries.find((entry) => entry.id === here.parent)?.id ?? id;
    case 'child': {
      const children = entries.filter(({ parent }) => parent === id);
      return (children.find(({ row }) => row === here.row) ?? children[0])?.id ?? id;
    }
    case 'branch before':
      return across(entries, here, -1) ?? id;
    case 'branch after':
      return across(entries, here, 1) ?? id;
    case 'first':
      return entries[0]?.id ?? id;
    case 'last':
      return entries.at(-1)?.id ?? id;
  }
}

/** The entry of the next branch that way which stands nearest on the axis. */
function across(entries: readonly TreeEntry[], here: TreeEntry, by: 1 | -1): string | undefined {
  const rows = [...new Set(entries.map(({ row }) => row))].sort((a, b) => (a - b) * by);
  const next = rows.find((row) => (row - here.row) * by > 0);
  const away = ({ slot }: TreeEntry): number => Math.abs(slot - here.slot);
  return entries.filter(({ row }) => row === next).sort((a, b) => away(a) - away(b) || a.slot - b.slot)[0]
    ?.id;
}
