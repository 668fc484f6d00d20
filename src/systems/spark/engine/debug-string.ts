// The lineage in words, character for character as Spark prints it (RDD.toDebugString).

import type { GraphNode } from './graph.ts';
import { parentsOf } from './graph.ts';

/** How much of an RDD is held now; null where nothing is. */
export type HeldOf = (node: GraphNode) => {
  readonly partitions: number;
  readonly memory: number;
  readonly disk: number;
} | null;

/** A parent that is shared is printed once for each way to it: Spark would go on. */
const MOST_LINES = 5000;

const LEVELS = {
  NONE: '',
  MEMORY_ONLY: 'Memory Deserialized 1x Replicated',
  MEMORY_AND_DISK: 'Disk Memory Deserialized 1x Replicated',
  DISK_ONLY: 'Disk Serialized 1x Replicated',
} as const;

export function debugString(top: GraphNode, heldOf: HeldOf): string {
  // A quirk of Spark: every line has the level of the RDD that was asked.
  const level = LEVELS[top.level];

  let lines = 0;
  function own(node: GraphNode, prefix: string): string[] {
    lines += 1;
    const name = node.label === undefined ? '' : `${node.label} `;
    const line = `${name}${node.kind}[${node.id}] at ${node.site} [${level}]`;
    const held = node.level === 'NONE' ? null : heldOf(node);
    if (held === null) return [line];
    const { partitions, memory, disk } = held;
    const sizes = `MemorySize: ${memory.toFixed(1)} B; DiskSize: ${disk.toFixed(1)} B`;
    return [line, `${prefix}    CachedPartitions: ${partitions}; ${sizes}`];
  }

  function children(node: GraphNode, prefix: string): string[] {
    const parents = lines < MOST_LINES ? parentsOf(node) : [];
    return parents.flatMap(({ kind, parent }, i) =>
      kind === 'narrow' ? continued(parent, prefix) : shuffled(parent, prefix, i === parents.length - 1),
    );
  }

  function continued(node: GraphNode, prefix: string): string[] {
    const [line = '', ...held] = own(node, prefix);
    return [`${prefix}${line}`, ...held, ...children(node, prefix)];
  }

  function shuffled(node: GraphNode, prefix: string, isLast: boolean): string[] {
    const stripped = prefix.replace(/\|\s+$/, '');
    const head = `(${node.partitions}) `;
    const next = `${stripped}${isLast ? '  ' : '| '}${bar(node.partitions)}`;
    const [line = '', ...held] = own(node, next);
    return [`${stripped}+-${head}${line}`, ...held, ...children(node, next)];
  }

  // One blank more before what is held of the first: so Spark prints it.
  const [line = '', ...held] = own(top, `${bar(top.partitions)} `);
  const all = [`(${top.partitions}) ${line}`, ...held, ...children(top, bar(top.partitions))];
  return (lines < MOST_LINES ? all : [...all.slice(0, MOST_LINES), '…']).join('\n');
}

/** What stands before the lines under a number of partitions: a bar under the middle of the number. */
function bar(partitions: number): string {
  const width = `(${partitions})`.length;
  const offset = (width - 1) >> 1;
  return `${' '.repeat(offset)}|${' '.repeat(width - offset)}`;
}
