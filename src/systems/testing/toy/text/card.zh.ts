// 首页与查找里关于这个玩具的文字。

import type { words as en } from './card.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'system.title': '玩具锁',
  'system.paper': '用来测试目录',
  'system.question': '两个职员，一把锁，谁在里面？',
  'group.lock': '拿锁',
  'look-then-take.title': '看见不等于拿到',
  'look-then-take.short': '先看后拿',
  'look-then-take.question': '两个职员都先看再拿，够吗？',
  'test-and-set.title': '看与拿一步完成',
  'test-and-set.short': '测试并设置',
  'test-and-set.question': '如果看和拿是一步呢？',
  'note.title': '用纸条代替锁',
  'note.short': '纸条',
  'note.question': '安留下一张纸条，本会不会进去？',
  'property.one-inside': '里面至多一个职员',
  'property.both-done': '两个职员都出来了',
  'switch.atomic': '原子',
  'switch.reads': '本看',
  'switch.rota': '值班表',
};
