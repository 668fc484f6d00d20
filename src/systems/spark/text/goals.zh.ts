// 每个场景里可以尝试的；键与英文表相同，缺一不能编译。

import type { words as en } from './goals.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'lazy.goal.again': '让一个缓存的分区被重算。',
  'lazy.goal.twice': '让某台工作机持有的分区又被计算。',
  'persist.goal.again': '单词已缓存时：让其中一个分区被重算。',
  'persist.goal.unkept': '什么都没有缓存时：让任何东西被重算。',
  'pipeline.goal.again': '什么都没有缓存也没有 shuffle，让任何东西被重算。',
  'stages.goal.again': '让一个 map 输出被重算。',
  'stages.goal.calm': '没有故障时：让一个 map 输出被重算。',
  'narrow-crash.goal.again': '让一个缓存的分区被重算。',
  'narrow-crash.goal.unkept': '什么都没有缓存时：让任何东西被重算。',
  'wide-crash.goal.again': '让一个 map 输出被重算。',
  'wide-crash.goal.cut': '让一个任务读到检查点之前。',
  'memory-loss.goal.again': '让一个 map 输出被重算。',
  'memory-loss.goal.bytes': '让补回来的字节不同。',
  'persist-vs-checkpoint.goal.again': '让一个 map 输出被重算。',
  'persist-vs-checkpoint.goal.cut': '让一个任务读到检查点之前。',
  'eviction.goal.again': '没有故障时：让任何东西被重算。',
  'eviction.goal.room': '内存放得下两个时，做到同样的事。',
  'pagerank.goal.again': '让一个 map 输出被重算。',
  'pagerank.goal.calm': '没有故障时：让一个 map 输出被重算。',
  'co-partitioned.goal.again': '让一个 map 输出被重算。',
  'co-partitioned.goal.calm': '没有故障时：让一个 map 输出被重算。',
  'checkpoint-interval.goal.again': '让一个 map 输出被重算。',
  'checkpoint-interval.goal.cut': '让一个任务读到检查点之前。',
  'straggler.goal.again': '让一个 map 输出被重算。',
  'straggler.goal.copy': '让副本改变结果。',
  'playground.goal.draw': '用抽随机数的函数：让一个分区补回不同的字节。',
  'playground.goal.pure': '用所写的程序，做到同样的事。',
};
