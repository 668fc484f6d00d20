// 笔记比规则宽松之处；键与英文表相同，缺一不能编译。

import type { words as en } from './corrections.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'corrections.target.title': '不是前导零：是哈希不能超过的一个数',
  'corrections.target.notes': '哈希要有 N 个前导零，调整的就是 N。',
  'corrections.target.paper': '哈希作为 256 位的数，至多等于目标。目标的变化比一个零细得多：一个零就是四位。',
  'corrections.target.run': '算力翻倍，目标变为 0.5 倍：合格的哈希少一半，这不是任何整数个零说得清的。',
  'corrections.lying-clock.title': '谁来核对时钟',
  'corrections.lying-clock.notes': '笔记没有说清，靠什么防止矿工在时间上说谎。',
  'corrections.lying-clock.paper': '块必须晚于前十一块的中位数，并且至多比检查者的时钟早两小时。',
  'corrections.lying-clock.run': '等于中位数的时间戳被拒绝，提前两小时零一秒的也被拒绝。',
  'corrections.most-work.title': '不是最长的链：是工作量最大的',
  'corrections.most-work.notes': '以最长的链为准。',
  'corrections.most-work.paper': '以背后工作量最大的链为准；只有目标不变时，论文的“最长”才是同一回事。',
  'corrections.most-work.run': '900,000 个便宜头的链比真实的链长，却没有被跟随。',
  'corrections.six-blocks.title': '多深才够，要看攻击者',
  'corrections.six-blocks.notes': '压上五六块之后，付款实际上不可能收回。',
  'corrections.six-blocks.paper':
    '对占算力 10 % 的攻击者，六块有 0.059 % 的可能守不住；对 30 % 的，有 15.6 %（精确值；论文的近似更低）。到了一半，多深都不够。',
  'corrections.six-blocks.run': '付款上压了六块，而占 30 % 的 A 挖出了七块。',
  'corrections.subsidy.title': '今天一块付 3.125 枚新币',
  'corrections.subsidy.notes': '几年前是 12.5 枚，现在是 6.25 枚。',
  'corrections.subsidy.paper': '每 210,000 块减半：从第 840,000 块起是 3.125。',
  'corrections.subsidy.run': '五个时代：50、25、12.5、6.25、3.125。',
  'corrections.changed-set.title': '矿工随时可以换掉选中的交易',
  'corrections.changed-set.notes': '矿工计算时新来的交易留给下一块，因为加进来会改变哈希。',
  'corrections.changed-set.paper':
    '哈希是变了，却不花什么：每一次尝试的机会都一样，换一个区块头并不白费工作。',
  'corrections.changed-set.run': 'H 正在挖 t1。t2 来了，付得更多；H 把它放进来，Merkle 根就变了。',
  'corrections.soft-fork.title': '软分叉：旧节点接受新区块，反过来却不一定',
  'corrections.soft-fork.notes': '所引的定义之一说，双方都接受对方的区块；那就不会分叉了。',
  'corrections.soft-fork.paper':
    '每个节点接受自己的规则所允许的。收紧的规则拒绝一部分旧区块；旧规则不拒绝新区块。',
  'corrections.soft-fork.run': 'A1 对新规则来说太大：旧的 M 接受它，H 拒绝它。',
};
