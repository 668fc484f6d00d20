// 随运行的图；键与英文表相同，缺一不能编译。

import type { words as en } from './curve.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'view.curve': '图',
  'curve.period': '第几个 2,016 块周期',
  'curve.seconds': '每块秒数',
  'curve.block': '各周期每块秒数',
  'curve.tell.block': '第 {n} 周期：算力 {power} 时每块 {seconds} 秒',
  'curve.tell.level': '应有的十分钟',
  'curve.height': '块的高度',
  'curve.difficulty': '难度',
  'curve.tell.history': '真实链的难度，从 {from} 到 {to}',
  'curve.block-height': '块',
  'curve.hours': '距第一块的小时数',
  'curve.stamp': '时间戳',
  'curve.clock': '真实时间',
  'curve.tell.stamp': '第 {n} 块盖 {time}，此刻是 {clock}',
  'curve.tell.clock': '第 {n} 块在 {clock} 到来',
  'curve.after': '比父块晚的分钟数',
  'curve.real': '真实的头',
  'curve.tell.real': '区块头 {height}：比父块 {after} 秒',
  'curve.tell.parent': '父块的时间戳',
  'curve.year': '年',
  'curve.coins': '每块枚数',
  'curve.subsidy': '新币',
  'curve.tell.subsidy': '第 {era} 时代，约自 {year} 年：每块新币 {subsidy} 枚',
  'curve.tell.fees': '现在的手续费：每块 {fees} 枚',
};
