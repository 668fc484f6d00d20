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
  'end.any': '{jobs} 个作业，{tasks} 个任务；从输入读了 {read} 个分区，重算 {again} 个。',
  'end.failed': '失败：{why}',
  'fact.jobs': '{jobs} 个作业，运行 {stages} 个阶段，跳过 {skipped} 个，开始 {tasks} 个任务',
  'fact.read': '从输入读 {read} 个分区，从内存读 {hits} 个',
  'fact.again': '重算 {again} 个',
  'fact.result': '最后的结果 `{value}`',
};
