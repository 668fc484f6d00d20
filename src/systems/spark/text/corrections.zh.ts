// 讲义比论文宽松之处；键与英文表相同，缺一不能编译。

import type { words as en } from './corrections.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'corrections.partitions.title': '窄与宽说的是分区',
  'corrections.partitions.notes': '一个父 RDD 对一个子 RDD 的依赖是窄的，一个父对多个子的是宽的。',
  'corrections.partitions.paper':
    '窄：父的每个分区最多被子的一个分区使用；宽：被多个使用。连接有两个父 RDD，两者分区相同时它是窄的。',
  'corrections.partitions.run':
    '链接与排名是两个父 RDD，分区相同：这里开始的连接任务各读一个分区，什么也不用 shuffle。',
  'corrections.parallel.title': '哪些阶段并行',
  'corrections.parallel.notes': '阶段并行运行。',
  'corrections.parallel.paper':
    '阶段要读的都在了，它才开始；只有互不等待的阶段才并行。同一阶段的任务则并行。',
  'corrections.parallel.run':
    '四个 map 任务完成了两个，一台工作机空闲：它接第三个。没有一个 reduce 任务可以开始。',
};
