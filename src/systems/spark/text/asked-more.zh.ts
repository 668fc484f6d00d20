// PageRank 与慢机器各场景的问题；键与英文表相同，缺一不能编译。

import type { words as en } from './asked-more.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'pagerank.predict.round': '第一轮已经完成。第二轮的任务除了 shuffle 来的贡献，还读什么？',
  'pagerank.predict.round.memory': '内存里的链接',
  'pagerank.predict.round.input': '再读输入',
  'pagerank.predict.round.shuffled': '再 shuffle 一次的链接',
  'co-partitioned.predict.join': '第一轮贡献已经写下。下一次连接除了贡献之和，还要 shuffle 什么？',
  'co-partitioned.predict.join.narrow': '什么也不用：相同的键在相同的分区',
  'co-partitioned.predict.join.ranks': '排名',
  'co-partitioned.predict.join.both': '链接和排名',
  'straggler.predict.first': 'W0 和 W1 都在运行任务 0，W0 很慢。谁的结果算数？',
  'straggler.predict.first.copy': 'W1 的：先完成的',
  'straggler.predict.first.original': 'W0 的：它先开始',
  'straggler.predict.first.both': '两个都要，互相比较',
};
