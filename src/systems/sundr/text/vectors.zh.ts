// 版本向量的文字。

import type { words as en } from './vectors.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'vectors.title': '各人最新的一个，行与列相比',
  'vectors.entry': '**{signer}** 签署 {id}：{op} `{file}`，向量 {vector}。',
  'vectors.order.before': '不晚于',
  'vectors.order.after': '晚于',
  'vectors.order.same': '相同',
  'vectors.order.apart': '互不先后：两个世界',
  'vectors.tell.before': '**{one}** 最新的 {x} 不晚于 **{other}** 的 {y}。',
  'vectors.tell.after': '**{one}** 最新的 {x} 晚于 **{other}** 的 {y}。',
  'vectors.tell.same': '**{one}** 与 **{other}** 最新的相同：{x} 与 {y}。',
  'vectors.tell.apart': '**{one}** 最新的 {x} 与 **{other}** 的 {y} 互不先后：它们是两个世界。',
};
