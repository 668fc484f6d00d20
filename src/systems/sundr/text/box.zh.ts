// 时间戳盒的文字。

import type { words as en } from './box.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'box.clock': '时间戳盒已经滴答 **{clock}** 次。时间戳旧过 **{period}** 次滴答就会被拒绝。',
  'box.off': '没有时间戳盒：谁也不知道一个世界有多旧。',
  'box.user': '用户',
  'box.stamp': '看到的最新时间戳',
  'box.atAsk': '当时多旧',
  'box.age': '现在多旧',
  'box.tooOld': '太旧',
  'box.tell':
    '**{user}** 最后在第 {asked} 步请求，看到时间戳 {tick}，当时已有 {atAsk} 次滴答；现在已有 {age} 次。',
  'box.tell.old':
    '**{user}** 最后在第 {asked} 步请求，看到时间戳 {tick}，当时已有 {atAsk} 次滴答，太旧；现在已有 {age} 次。',
  'box.tell.never': '**{user}** 还没有请求过。',
  'timestamp-box.predict.age': 'B 的分支里最新的时间戳已旧了 3 个滴答，只允许 2 个。B 会怎样？',
  'timestamp-box.predict.age.refuses': '拒绝',
  'timestamp-box.predict.age.accepts': '照签：一切正常',
  'timestamp-box.predict.age.box': '去问盒子',
  'timestamp-box.goal.stale': '给 A 看一份三个刻度之前的日志',
};
