// 选中的分区在状态里的文字；键与英文表相同，缺一不能编译。

import type { words as en } from './partition.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'thing.name': '`{name}`，分区 {p}',
  'thing.is': '现在',
  'thing.by': '由谁算出',
  'thing.why': '为什么',
  'thing.records': '写出的记录',
  'thing.bytes': '大小',
  'thing.sum': '校验和',
  'thing.sums': '校验和，丢失的与新的',
  'thing.line': '程序的行',
  'thing.attempt': '{worker}，{stage}.{attempt} 的任务 {task}',
  'thing.job': '`{action}` 要它：作业 {job}',
  'thing.before.dead': '它随 {from} 丢失了',
  'thing.before.alive': '它已不在 {from} 上',
  'thing.size': '{n} B',
  'thing.same': '`{first} = {now}`',
  'thing.other': '`{first} ≠ {now}`',
};
