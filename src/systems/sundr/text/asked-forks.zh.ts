// 关于分叉与版本结构的场景里所问与所求。

import type { words as en } from './asked-forks.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'fork.predict.hidden': '服务器对 C 隐瞒 A2。C 会怎样？',
  'fork.predict.hidden.signs': '照签，从此在自己的世界里',
  'fork.predict.hidden.notices': '拒绝：少了东西',
  'fork.predict.hidden.waits': '等 A',
  'cannot-merge.predict.merge': '签 A2 时没有 B1。服务器把两者都给 B 看。B 会怎样？',
  'cannot-merge.predict.merge.refused': '拒绝：排不出先后',
  'cannot-merge.predict.merge.merged': '把两者合并',
  'cannot-merge.predict.merge.signature': '拒绝：有签名对不上',
  'fork.goal.part': '把 A 和 B 永远分开',
  'fork.goal.part-never': '服务器诚实时做到同样的事',
  'cannot-merge.goal.merge-own': '没有人查找自己的上一项时，把两个世界合并',
  'cannot-merge.goal.merge-order': '没有人检查次序时，把两个世界合并',
  'cannot-merge.goal.merge-never': '所有检查都开着时，把两个世界合并',
};
