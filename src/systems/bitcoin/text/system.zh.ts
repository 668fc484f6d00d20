// 比特币各场景共用的文字；键与英文表相同，缺一不能编译。

import type { words as en } from './system.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'system.lecture': 'MIT 6.824 课程笔记，{section}',
  'system.source': 'Nakamoto 2008，第 {section} 节',
  'system.url': 'https://bitcoin.org/bitcoin.pdf',
  'switch.layout.note': '有谁在场，能做什么。',
  'switch.layout.transaction': '付款与两个节点',
  'switch.layout.forgery': '一个伪造者与三个节点',
  'switch.layout.mine-a-block': '挖同一个区块头的矿工',
  'switch.layout.retarget': '矿工与目标',
  'switch.layout.timestamps': '矿工与节点的时钟',
  'switch.layout.invalid-flood': '洪水与节点',
  'switch.layout.incentives': '每 210,000 块一个时代',
  'switch.layout.history': '全节点、修剪节点、轻钱包',
  'switch.layout.network': '节点网络',
  'switch.real.note': '换成真实的区块头，按当时的时间戳。',
  'switch.real.off': '关',
  'switch.real.on': '开',
  'switch.scheduler': '由谁来选',
  'switch.scheduler.note': '你不选时，“下一步”怎么走。',
  'switch.scheduler.scenario': '按场景',
  'switch.scheduler.first': '列表里的第一个',
  'switch.scheduler.seeded': '随机，由种子决定',
  'switch.scheduler.earliest': '最先到期的',
  'switch.scheduler.manual': '只由你选',
  n: '{n}',
  'number.plain': '{n}',
  'chip.none': '–',
  none: '–',
};
