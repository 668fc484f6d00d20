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
    '缓存随工作机消失，检查点还在：丢失的分区从可靠存储读回，重算了 {files} 个 map 输出。检查点的代价是多一个作业。',
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
  'example.accumulator.end':
    '两次计数，累加器说 **{counted}**：转换每算一次就加一次。把单词缓存，或者在行动里计数；丢失一个缓存的分区，又会再加。',
  'example.impure.end':
    '没有故障时，看不出这个函数在抽随机数。计数之后让一台工作机崩溃：重算出来的字节不同，“与原来字节相同”会指出来。',
  'example.grouped.end': '每一对都被 shuffle：{records} 条记录，{bytes} 字节。与 `reduceByKey` 比较。',
  'example.reduced.end':
    '每个 map 任务先各自求和：shuffle 了 {records} 条记录，{bytes} 字节。与 `groupByKey` 比较。',
  'example.unkept.end':
    '写检查点是它自己的作业，走同样的血统：{partitions} 个分区的文件读了 {read} 个分区。先缓存。',
  'example.kept.end': '写检查点的作业读了缓存：读输入 {read} 个分区，从内存 {hits} 个。',
  'example.coalesced.end':
    '`coalesce(1)` 让它前面的整个阶段只剩一个任务；加上 shuffle（`coalesce(1, true)`），那个阶段保持 {partitions} 个任务：共 {tasks} 个。',
  'example.unasked.end':
    '两个行动用了 {jobs} 个作业：`take` 先看一个分区，再看更多；`sortByKey` 先对键抽样。',
  'example.collected.end': '同样的单词两次：`collect` 把每条记录都带到驱动程序，`count` 每个分区一个数。',
  'example.dealt.end':
    '`repartition` 按顺序分发记录：{shuffles} 次 shuffle，共 {records} 条。在 Spark 里块以任意顺序到达，所以它称之为**结果不定**：重试时分发得不同，就会丢失一些行、重复另一些。这里按顺序读块；让一台工作机崩溃，字节仍相同。',
  'beside.immutable':
    'RDD 从不改变：丢失的照原样重算，读过它的人看不出差别。能改变的值就得复制，或者把改动记下来。',
  'beside.log':
    '血统与事务日志：这里它是 {rdds} 个 RDD，不管数据多大，只重做丢失的分区；日志要记 {records} 条记录，能撤销和重做单次写入，而 RDD 没有单次写入。',
  'beside.four': '取不到输入的任务没有错：不算进四次失败（到四次就放弃作业）；阶段自己的四次尝试才算。',
  'beside.disk':
    '缓存的分区在内存里；shuffle 文件在写它的工作机磁盘上，尽管人们说一切都在内存里。两者都随工作机消失。',
  'beside.counter':
    '任务函数里的 `counter = counter + 1` 在这里会被拒绝：在 Spark 里每个任务加的是自己的副本，驱动程序的仍是 0。用累加器或 reduce。',
  'beside.repartition':
    '块以任意顺序到达时，按顺序分发记录的操作（repartition、抽样）如果只重算一部分，可能丢失或重复记录。Spark 会重跑整个阶段或放弃作业；这里按顺序读块。',
  'beside.collect':
    '收集的结果必须放得进驱动程序：超过 `spark.driver.maxResultSize`（1 GB）Spark 就放弃。改为保存，或只取几条。',
  'end.any': '{jobs} 个作业，{tasks} 个任务；从输入读了 {read} 个分区，重算 {again} 个。',
  'end.failed': '失败：{why}',
  'fact.jobs': '{jobs} 个作业，运行 {stages} 个阶段，跳过 {skipped} 个，开始 {tasks} 个任务',
  'fact.read': '从输入读 {read} 个分区，从内存读 {hits} 个',
  'fact.shuffled': 'shuffle {records} 条记录，读 {bytes} 字节',
  'fact.again': '重算 {again} 个',
  'fact.result': '最后的结果 `{value}`',
};
