// 比特币的术语，各解释一次；键与英文表相同，缺一不能编译。

import type { words as en } from './terms.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'term.coinbase': 'coinbase',
  'term.coinbase.note': '一块里的第一笔交易：不花任何币，付给找到它的人。',
  'term.satoshi': '聪',
  'term.satoshi.note': '最小的金额：一亿聪是一枚币。',
  'term.merkle-root': 'Merkle 根',
  'term.merkle-root.note': '对一块里所有交易两两求得的哈希，写在区块头里。',
  'term.txid': 'txid',
  'term.txid.note': '不含见证的交易哈希，花它时用这个名字。',
  'term.wtxid': 'wtxid',
  'term.wtxid.note': '含见证的交易哈希。',
  'term.nonce': 'nonce',
  'term.nonce.note': '区块头里专供尝试的四个字节。',
  'term.hash-power': '算力',
  'term.hash-power.note': '全部矿工每秒的哈希次数。',
  'term.subsidy': '补贴',
  'term.subsidy.note': '一块产生的新币：最初 50 枚，每 210,000 块减半。',
  'term.difficulty': '难度',
  'term.difficulty.note': '目标比最容易的难多少倍。',
  'term.median': '中位数',
  'term.median.note': '最近十一个时间戳按大小排在中间的那个。',
  'term.soft-fork': '软分叉',
  'term.soft-fork.note': '新规则拒绝旧规则所接受的一部分。',
  'term.hard-fork': '硬分叉',
  'term.hard-fork.note': '新规则接受旧规则所拒绝的一部分。',
  'term.stake': '权益',
  'term.stake.note': '算作票数的币，签两次时可能被销毁。',
};
