// 沿真实区块头走；键与英文表相同，缺一不能编译。

import type { words as en } from './chain.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'view.chain': '链',
  'chain.tab.first': '区块头 0 到 99',
  'chain.tab.edges': '周期的边界',
  'chain.tab.before-parent': '822,776 到 822,788',
  'chain.tab.stale': '被抛下的分支',
  'chain.about.first':
    '最早的一百个区块头，2009 年 1 月。用方向键走，或点一块；在下面改一个字节，看什么不再成立。',
  'chain.about.edges':
    '413 处周期边界中的十处，2009 到 2024 年：一个 2,016 块周期的最后一个区块头，和带着新目标的下一个。新目标由周期首末两块的时间戳得出：比 2,016 少一个间隔。',
  'chain.about.before-parent':
    '2023 年 12 月的十三个区块头。822,787 的时间戳早于父块，却有效：算数的只是十一个的中位数。',
  'chain.about.stale':
    '2026 年 8 月的八个区块头，各有其工作量，链却没有理会它们：二十天才八块，十分钟一块应有 2,880 块。算数的是工作量最多的分支。',
  'chain.block': '第 {height} 块，时间戳 {time}，比父块晚 {seconds} 秒。',
  'chain.block.early': '第 {height} 块，时间戳 {time}，比父块早 {seconds} 秒。',
  'chain.block.alone': '第 {height} 块，时间戳 {time}。',
  'chain.gap': '',
  'chain.work': '它的目标约需 2^{log} 次哈希。',
  'chain.retarget': '这个周期用了 {days} 天而不是 14 天：目标是原来的 {times} 倍，但不超过最初的目标。',
  'chain.retarget.held': '这个周期用了 {days} 天而不是 14 天，目标至多变四倍：是原来的 {times} 倍。',
  'chain.checkpoint':
    '程序可以写明这一块的哈希，叫做检查点 (checkpoint)。Q 在同一个父块上挖出了另一块 {other}，它不违反区块头的任何规则。',
  'chain.held': '第 {height} 块站在它上面：写的正是这个哈希。',
  'chain.cut': '第 {height} 块不再站在它上面，其后各块也都不再：',
  'chain.tab.own': '你自己的',
  'chain.about.own':
    '粘贴十六进制的区块头，或选一个文件：每个头都按能对照的规则检查。头太多时，只列出头尾、每次目标重设处和每个违规的头。',
  'chain.own.hex': '区块头，每个 160 位十六进制数字',
  'chain.own.height': '第一个的高度（知道的话；否则从 0 数起）',
  'chain.own.read': '读取',
  'chain.own.choose': '选择文件',
  'chain.own.stop': '停止 · {percent} %',
  'chain.anew': '× {times}',
  'chain.anew.held': '× {times}，受限',
  'chain.breaks': '它违反 {rules}。',
  'chain.went-on': '链走了别的路',
};
