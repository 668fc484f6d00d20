// 命令行里关于挖矿的话。

import type { words as en } from './mining.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'mine.found': 'nonce {nonce}：{hash}',
  'mine.none': '从 {from} 到 {to}，没有一个 nonce 的哈希不大于目标值。',
  'mine.stopped': '还没有找到 nonce 就停下了。',
  'mine.rate': '{seconds} 秒算了 {hashes} 个哈希：每秒 {rate} 个',
};
