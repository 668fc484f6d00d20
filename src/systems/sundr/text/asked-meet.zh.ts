// 关于用户互相告知与计数的场景里所问与所求。

import type { words as en } from './asked-meet.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'out-of-band.predict.compare': 'A 告诉 B 自己最后签的是什么。B 会发现什么？',
  'out-of-band.predict.compare.parted': '谁也不在谁之前：分叉了',
  'out-of-band.predict.compare.prefix': 'A 只是走得更远',
  'out-of-band.predict.compare.server': '得去问服务器',
  'version-vectors.predict.order': 'B 签过 A2 B2。现在给它看 A3，其中记的是 A3 B1。哪个更新？',
  'version-vectors.predict.order.neither': '都不是：B 拒绝',
  'version-vectors.predict.order.newer': 'A3',
  'version-vectors.predict.order.own': 'B 自己的',
  'version-vectors.goal.move': '没有人检查次序时，让 A 跳到 B 的世界',
  'version-vectors.goal.move-never': '所有检查都开着，让某人跳到另一个世界',
  'out-of-band.goal.found': '让两个互相交谈的用户发现分叉',
  'out-of-band.goal.found-never': '服务器诚实时让人发现分叉',
};
