// Which branch of a tree an entry is on: known once it is there, and the same however the tree grows.

/**
 * The branch of each entry, in the order of the list, parents first. The first child of an entry goes on in its row, any
 * other opens the next one: append-only, an entry that is added later moves none.
 */
export function branchRows(
  entries: readonly { readonly id: string; readonly parent: string | null }[],
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const goneOn = new Set<string>();
  let opened = 0;
  for (const { id, parent } of entries) {
    const before = parent === null ? undefined : rows.get(parent);
    if (before !== undefined && parent !== null && !goneOn.has(parent)) {
      goneOn.add(parent);
      rows.set(id, before);
    } else rows.set(id, opened++);
  }
  return rows;
}
