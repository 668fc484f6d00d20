// The memory store of a worker (MemoryStore.evictBlocksToFreeSpace): least recently used first, block by block, but
// never a block of the RDD that asks for room, and nothing at all where it would not be enough. What is evicted goes to
// disk where its level says so, else away.

import type { StorageLevel } from './graph.ts';
import type { Block, State } from './state.ts';

export interface NewBlock {
  readonly worker: number;
  readonly rdd: number;
  readonly partition: number;
  readonly address: string;
  readonly size: number;
}

/** Marks a block as used just now. */
export function touch(state: State, block: Block): void {
  state.blocks = [...state.blocks.filter((other) => other !== block), block];
}

/** Stores a partition on a worker, where there is room. `levelOf` says the level of each RDD. */
export function store(state: State, block: NewBlock, levelOf: (rdd: number) => StorageLevel): void {
  const level = levelOf(block.rdd);
  if (level === 'NONE') return;
  const isSame = (other: Block): boolean =>
    other.worker === block.worker && other.rdd === block.rdd && other.partition === block.partition;
  const others = state.blocks.filter((other) => !isSame(other));
  const fits = level !== 'DISK_ONLY' && makeRoom(state, others, block, levelOf);
  if (!fits && level === 'MEMORY_ONLY') return;
  state.blocks = [
    ...(fits ? state.blocks.filter((other) => !isSame(other)) : others),
    { ...block, memory: fits, disk: !fits },
  ];
}

function makeRoom(
  state: State,
  others: readonly Block[],
  { worker, rdd, size }: NewBlock,
  levelOf: (rdd: number) => StorageLevel,
): boolean {
  const inMemory = others.filter((block) => block.worker === worker && block.memory);
  let free = state.memory - inMemory.reduce((sum, block) => sum + block.size, 0);
  const victims: Block[] = [];
  for (const block of inMemory) {
    if (free >= size) break;
    if (block.rdd === rdd) continue;
    victims.push(block);
    free += block.size;
  }
  if (free < size) return false;
  state.blocks = others.flatMap((block) => (victims.includes(block) ? evicted(block, levelOf) : [block]));
  return true;
}

/** What is left of a block that leaves memory. */
export function evicted(block: Block, levelOf: (rdd: number) => StorageLevel): Block[] {
  return block.disk || levelOf(block.rdd) === 'MEMORY_AND_DISK'
    ? [{ ...block, memory: false, disk: true }]
    : [];
}

export function unpersist(state: State, rdd: number): void {
  state.blocks = state.blocks.filter((block) => block.rdd !== rdd);
}

/** Where a partition was held and is not: the next task computes it (SPARK-15736). */
export function forgetBlock(state: State, rdd: number, partition: number): void {
  state.blocks = state.blocks.filter(
    (block) => block.rdd !== rdd || block.partition !== partition || !block.lost,
  );
}
