// Spark 的术语，各解释一次；键与英文表相同，缺一不能编译。

import type { words as en } from './terms.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'term.rdd': 'RDD',
  'term.rdd.note': '分成若干分区的记录列表，知道自己如何由别的 RDD 得来。',
  'term.shuffle': 'shuffle',
  'term.shuffle.note': '每个 map 任务为每个 reduce 任务写一份，每个 reduce 任务读每个 map 输出的一份。',
  'term.map-output': 'map 输出',
  'term.map-output.note': 'map 任务留在工作机磁盘上、给 shuffle 之后的任务读的东西。',
  'term.checkpoint-rdd': '可靠存储',
  'term.checkpoint-rdd.note': '写检查点的地方：任何工作机崩溃它都还在。',
};
