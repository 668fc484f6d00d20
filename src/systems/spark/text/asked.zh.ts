// 缓存、分区与慢机器各场景的问题；键与英文表相同，缺一不能编译。

import type { words as en } from './asked.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'persist.predict.second': '第一次计数已经完成。第二个行动读什么？',
  'persist.predict.second.file': '输入，再读一遍',
  'persist.predict.second.kept': '内存里的单词',
  'persist.predict.second.rest': '只读长单词',
  'pipeline.predict.tasks': '这个行动要启动多少个任务？',
  'pipeline.predict.tasks.four': '四个：每个分区一个',
  'pipeline.predict.tasks.sixteen': '十六个：每个算子每个分区一个',
  'pipeline.predict.tasks.two': '两个：每台工作机一个',
  'memory-loss.predict.bytes': 'W1 带着它缓存的计数崩溃了。补上的会是什么？',
  'memory-loss.predict.bytes.same': '同样的字节',
  'memory-loss.predict.bytes.order': '同样的计数，顺序不同',
  'memory-loss.predict.bytes.none': '什么也没有：作业失败',
  'persist-vs-checkpoint.predict.from': 'W1 在最后一个作业里崩溃。它那份 `counts` 从哪里来？',
  'persist-vs-checkpoint.predict.from.storage': '可靠存储',
  'persist-vs-checkpoint.predict.from.files': 'shuffle 文件，先重算丢失的那个',
  'persist-vs-checkpoint.predict.from.copy': '另一台工作机内存里的副本',
  'eviction.predict.third': '正在算大写单词，它们也要缓存。第三个行动会读什么？',
  'eviction.predict.third.input': '再读输入：单词已经不在',
  'eviction.predict.third.memory': '内存里的单词',
  'eviction.predict.third.loud': '内存里的大写单词',
};
