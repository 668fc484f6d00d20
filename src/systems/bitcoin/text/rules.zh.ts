// 规则为什么拒绝：实际是什么，应当是什么；键与英文表相同，缺一不能编译。

import type { words as en } from './rules.en.ts';

import { words as script } from './script.zh.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  ...script,
  'rule.high-hash': '哈希是 `{got}`，最大只能是 `{want}`。',
  'rule.prev-blk-not-found': '它接在 `{got}` 之后，而前一块是 `{want}`。',
  'rule.bad-prevblk': '它所接的块本身无效（{got}）。',
  'rule.bad-diffbits': '它的目标是 `{got}`，按链到此为止应为 `{want}`。',
  'rule.time-too-old': '它的时间戳是 {got}，必须晚于前十一块的中位数：至少 {want}。',
  'rule.time-too-new': '它的时间戳是 {got}，超前两小时以上；最晚只能是 {want}。',
  'rule.bad-txnmrklroot': '区块头写的 Merkle 根是 `{got}`，而这些交易的根是 `{want}`。',
  'rule.bad-txns-duplicate': '列表的尾部重复了一遍，而 Merkle 根不变。',
  'rule.bad-blk-length': '长度是 {got}，允许 {want}。',
  'rule.bad-cb-missing': '第一笔交易是付款，不是 coinbase。',
  'rule.bad-cb-multiple': '有 {got} 笔 coinbase，只允许一笔。',
  'rule.bad-cb-length': 'coinbase 的脚本有 {got} 字节，允许 {want}。',
  'rule.bad-cb-height': 'coinbase 以 `{got}` 开头，而它的高度写作 `{want}`。',
  'rule.bad-cb-amount': 'coinbase 付出 {got} 聪，而补贴加手续费是 {want}。',
  'rule.bad-txns-nonfinal': '有交易锁定到 {got}，而现在是 {want}。',
  'rule.bad-witness-merkle-match': 'coinbase 承诺的见证是 `{got}`，实际是 `{want}`。',
  'rule.bad-blk-weight': '重量是 {got}，最多 {want}。',
  'rule.bad-txns-vin-empty': '它什么也没有花。',
  'rule.bad-txns-vout-empty': '它没有付给任何人。',
  'rule.bad-txns-vout-negative': '有一笔输出是 {got} 聪：不能付给人负数。',
  'rule.bad-txns-vout-toolarge': '有一笔输出是 {got} 聪，而总量永远不会超过 {want}。',
  'rule.bad-txns-txouttotal-toolarge': '输出合计 {got} 聪，而总量永远不会超过 {want}。',
  'rule.bad-txns-inputs-duplicate': '它把 `{got}` 花了两次。',
  'rule.bad-txns-prevout-null': '它花的输出不可能存在：只有 coinbase 可以这样写。',
  'rule.bad-txns-inputs-missingorspent': '没有未花费的输出 `{got}`：从未有过，或已花掉。',
  'rule.bad-txns-premature-spend-of-coinbase': '它花的奖励才过了 {got} 块，必须满 {want} 块。',
  'rule.bad-txns-in-belowout': '它花掉 {got} 聪，却付出 {want} 聪。',
  'rule.mandatory-script-verify-flag-failed': '币的脚本不答应：{got}。它的公钥是 `{want}`。',
};
