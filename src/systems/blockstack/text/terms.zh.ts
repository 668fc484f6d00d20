// 名字系统的术语；键与英文表相同，缺一不能编译。

import type { words as en } from './terms.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'term.consensus-hash': '共识哈希',
  'term.consensus-hash.note': '覆盖节点至今接受的全部名字操作的一个哈希。',
  'term.zone-file': '区域文件',
  'term.zone-file.note': '说明名字的数据在哪里的文本；链上是它的哈希。',
  'term.mempool': '内存池',
  'term.mempool.note': '已发出而还不在块里的交易：人人可见。',
  'term.preorder': '预订',
  'term.preorder.note': '链上的一个哈希，隐藏着将要注册的名字。',
};
