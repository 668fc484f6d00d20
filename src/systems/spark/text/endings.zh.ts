// 运行如何结束；键与英文表相同，缺一不能编译。

import type { words as en } from './endings.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'lazy.end.kept':
    '直到第一个行动才读：从输入读了 {read} 个分区。第二个行动读了 {hits} 个缓存的分区，没有再读输入。',
  'lazy.end.twice': '每个行动读一次：共 {read} 个分区，因为第一次什么也没有留下。',
  'stages.end.cut':
    '在 shuffle 处。{partitions} 个 map 任务写下 {records} 条记录，然后 {reducers} 个 reduce 任务各读每个 map 输出的一份，所以最后一个 map 任务结束前没有一个能开始。',
  'narrow-crash.end.again': '只有它持有的：{again} 个分区由 {by} 重算，各自只用自己的那份输入。结果相同。',
  'narrow-crash.end.unkept': '什么都没有缓存，也就没有丢失缓存：两个行动都读了整个输入，共 {read} 个分区。',
  'narrow-crash.end.calm': '这次运行没有崩溃，也没有重算。',
  'wide-crash.end.deep':
    '穿过两次 shuffle：{again} 个 map 输出由 {by} 重算，因为最后阶段的每个任务都要读每个 map 任务的输出。',
  'wide-crash.end.short': '只到最后一次 shuffle：{again} 个 map 输出由 {by} 重算；之前的还在。',
  'wide-crash.end.calm': '这次运行没有重算。',
  'persist.end.each':
    '每个行动读一次：{jobs} 个行动共读 {read} 个分区。什么都没有留下，所以每次都从文件重新开始。',
  'persist.end.kept': '一次：{read} 个分区。第一个行动留下了单词，此后从内存读了 {hits} 个分区。',
  'pipeline.end.one': '{tasks} 个任务，每个分区一个。每个任务让记录逐条走完所有算子，中间什么也没有写下。',
  'memory-loss.end.again': '同样的字节，来自 shuffle 文件：先重算 {files} 个 map 输出，再由 {by} 重算计数。',
  'memory-loss.end.unkept': '什么都没有缓存，也就没有丢失缓存；重算了 {files} 个 map 输出。',
  'memory-loss.end.calm': '这次运行没有崩溃，两个行动都读到了已有的东西。',
  'persist-vs-checkpoint.end.storage':
    '缓存随工作机消失，检查点还在：丢失的分区从可靠存储读回，重算了 {files} 个 map 输出。代价是它自己的一个作业。',
  'persist-vs-checkpoint.end.lineage': '没有检查点，损失沿血统追溯：先重算 {files} 个 map 输出，再算计数。',
  'persist-vs-checkpoint.end.calm': '这次运行没有崩溃，两者都没有用上。',
  'eviction.end.again':
    '最近用过的 RDD 留下，另一个被逐出，又算了一遍：重算 {again} 个分区，共从输入读 {read} 个。',
  'eviction.end.disk': '被逐出内存的写到了磁盘，再从那里读：读了 {hits} 个分区，没有重算。',
  'eviction.end.room': '内存放得下两个：从内存读了 {hits} 个分区，没有重算。',
  'eviction.end.unkept': '什么都没有缓存：从输入读了 {read} 个分区。',
  'pagerank.end.kept':
    '只有贡献：一共 {shuffles} 次 shuffle，其中一次是链接。第一轮之后，链接从内存读了 {hits} 次，再没有移动。',
  'pagerank.end.unkept':
    '贡献，而且每一轮都再读一遍链接的 shuffle 文件：什么都没有缓存，所以每一轮都重新给链接分组。',
  'co-partitioned.end.alike':
    '什么也不用：相同的键在相同的分区，每次连接都是窄依赖。共 {shuffles} 次 shuffle：链接一次，每轮求和一次。',
  'co-partitioned.end.apart':
    '每一轮都要再 shuffle 排名：它们的分区与链接的不同。共 {shuffles} 次 shuffle，写了 {records} 条记录。',
  'checkpoint-interval.end.storage':
    '从上一个检查点起，不再往前：{by} 重算了 {files} 个 map 输出。检查点自己也是作业：共 {jobs} 个作业，{tasks} 个任务。',
  'checkpoint-interval.end.lineage':
    '从输入起：什么都没有写下，{by} 重算了 {files} 个 map 输出，共 {tasks} 个任务。',
  'checkpoint-interval.end.calm': '这次运行没有崩溃：{jobs} 个作业，{tasks} 个任务，写检查点的也算在内。',
  'straggler.end.copy': '慢任务旁边运行了一个副本，先完成的算数：启动了 {tasks} 个任务，多了一个。',
  'straggler.end.waited': '没有启动副本：大家都在等慢任务。',
  'playground.end.calm': '{jobs} 个作业，{tasks} 个任务；从输入读了 {read} 个分区。没有崩溃。',
  'playground.end.again': '{jobs} 个作业，{tasks} 个任务；由 {by} 重算了 {again} 个，结果相同。',
  'end.any': '{jobs} 个作业，{tasks} 个任务；从输入读了 {read} 个分区，重算 {again} 个。',
  'end.failed': '失败：{why}',
  'fact.jobs': '{jobs} 个作业，运行 {stages} 个阶段，跳过 {skipped} 个，开始 {tasks} 个任务',
  'fact.read': '从输入读 {read} 个分区，从内存读 {hits} 个',
  'fact.again': '重算 {again} 个',
  'fact.result': '最后的结果 `{value}`',
};
