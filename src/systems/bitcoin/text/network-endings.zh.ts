// 网络的运行以什么结束；键与英文表相同，缺一不能编译。

import type { words as en } from './network-endings.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'block-and-mempool.end.all':
    '进下一块，或者再下一块：每个矿工取付得最多的，其余留着。四笔（{confirmed}）都在这 {height} 块里了。',
  'block-and-mempool.end.some':
    '哪个矿工听到了它、区块里又还有位置，它就进哪一块：{confirmed} 已在链上，{waiting} 还在等。别人的区块里已有的，矿工从自己的内存池里删掉。',
  'block-and-mempool.end.paid':
    '哪个矿工听到了它、区块里又还有位置，它就进哪一块：{confirmed} 已在链上，H 处没有再等的。',
  'block-and-mempool.end.none': '还没有区块，谁也没收到钱。',
  'block-and-mempool.beside.size':
    '这里一个区块最多 {most} 字节；真实的链上曾是 1,000,000 字节，如今是 4,000,000 单位的重量。',
  'soft-fork.end.one':
    '拒绝得更多的那些人的区块，只要他们的工作量更多：现在都相信 {tip}。{stale} 对谁都不算数，虽然按旧规则它并没有错。',
  'soft-fork.end.split':
    '都还不算：有 {count} 个链尖（{tips}）。新节点永远不接受大的那块；新链的工作量一旦更多，旧节点就会跟过来。',
  'soft-fork.end.alike': '谁的都算数：所有节点规则相同，一个接受的，别的也不拒绝。',
  'soft-fork.end.none': '所有区块对两边都够小：谁也没察觉。',
  'soft-fork.beside.definitions':
    '讲义引了两种定义。一种说双方都接受对方的区块：那就不会分叉了。另一种才对：按新规则有效的，按旧规则也有效，反过来却不一定。',
  'soft-fork.beside.size':
    '1,000,000 字节的上限本身就是 2010 年这样加上的。这里旧上限是 {most}，新上限是它的三分之二。',
  'hard-fork.end.apart':
    '两条都算，各算各的：到 {tips} 的两条链互相拒绝，工作量再多也一样。之前的币两边都有，签一次的付款也两边都有：{both}。',
  'hard-fork.end.split':
    '都还不算：有 {count} 个链尖（{tips}）。旧节点永远不接受大的那块；旧链的工作量一旦更多，新节点就会回去。',
  'hard-fork.end.one':
    '旧的：新节点允许得更多，却什么也不拒绝，所以被工作量更多的链带了回去。{stale} 对谁都不算数。',
  'hard-fork.end.alike': '只有一条：所有节点规则相同，一个接受的，别的也不拒绝。',
  'hard-fork.end.none': '没有区块超过旧上限：没有分叉。',
  'hard-fork.beside.cash':
    '凭记忆，这里的数据没有：Bitcoin Cash 在 2017 年 8 月就是这样分开的：第一块必须超过 1,000,000 字节，签名也改成只在自己的链上有效，以防重放。',
  'hard-fork.beside.branch':
    '数据里有少数矿工按别的规则挖的一支：从 {height} 起，{days} 天 {blocks} 块，同样的时间别人约挖 {others} 块。照这个速度，离下一次难度调整还有 {years} 年以上。',
  'bugs-and-versions.end.one':
    '没有错误的那些人工作量更多，就过去了：现在都相信 {tip}。{stale} 和里面的币对谁都不算数，也没有问过任何人。',
  'bugs-and-versions.end.split':
    '还没有：有 {count} 个链尖（{tips}），要等没有错误的那些人工作量更多。说了算的是工作量，不是节点数。',
  'bugs-and-versions.end.alike.old': '有人修复之前都不会：所有节点都算错，有这种币的区块人人接受。',
  'bugs-and-versions.end.alike.new': '根本没有开始：所有节点都已修复，没有谁接受有这种币的区块。',
  'bugs-and-versions.end.none': '那些币没有进任何区块：什么也没发生。',
  'bugs-and-versions.beside.overflow':
    '凭记忆，这里的数据没有：2010 年 8 月 15 日就是这样，第 74,638 块有两个这样的输出。几小时后有了修复的版本，从第 74,691 块起它的链工作量更多。',
  'bugs-and-versions.beside.locks':
    '同样凭记忆：2013 年 3 月正好相反，0.8 版接受了第 225,430 块，0.7 版却不能，因为数据库的锁用完了。矿工退回 0.7 版，它的链赢了。',
  'fork.end.one': '下一块接在哪个上，哪个就算数。现在都相信 {tip}；另一个（{stale}）作废，奖励也没了。',
  'fork.end.split': '都还不算：有 {count} 个链尖（{tips}），要等下一块的工作量更多。',
  'fork.end.none': '没有第二个：没有分叉。',
  'double-spend.end.lost':
    '不够：A 的链工作量更多，付款被收回。占算力 {share} % 时，{z} 个确认有 {odds} 的可能守不住。',
  'double-spend.end.kept': '这一次够了。占算力 {share} % 时，{z} 个确认有 {odds} 的可能守不住。',
  'double-spend.end.lost.race':
    'M 一块也不等，竞速输了：{finder} 先听到 Q 而不是 Z，它的区块 {double} 里有 Q。A 一块也不用挖。',
  'double-spend.end.kept.race': 'M 一块也不等，竞速到现在赢了：它相信的区块里没有 Q。下一块就可能有。',
  'double-spend.end.lost.finney':
    'M 一块也不等，这是 Finney 攻击：含有 Q 的 {double} 在 A 付款之前就挖好，之后才公布。一块就够，不用着急。',
  'double-spend.end.kept.finney': 'M 一块也不等，Z 还在：它相信的区块里没有 Q。备好的那块随时会来。',
  'double-spend.beside.unconfirmed':
    '不等确认时，只要 Q 先进区块：或者抢先（race），或者 A 在付款之前就挖好含 Q 的一块藏着（Finney 攻击：先造 Q、挖出，再付款，最后才公布）。两种都能运行：开关叫“攻击”。',
  'double-spend.beside.six':
    '六个确认，对占算力 {share} % 的攻击者有 {six} 的可能守不住，对 10 % 的有 {tenth}。这是精确值，打平算 A 赢；论文的数更小，因为它用均值代替了 z 块所花的时间。',
  'double-spend.end.open': 'M 还在等。',
  'majority.end.lost': '多少都不够：占算力 {share} % 的攻击者，无论多深，有 {odds} 的可能追上。',
  'majority.end.kept': '{z} 个目前够了。占算力 {share} % 的攻击者有 {odds} 的可能追上：只要继续挖。',
  'majority.end.lost.fewer':
    '要比 {z} 个多：占算力 {share} % 的攻击者有 {odds} 的可能收回 {z} 个确认；确认越多，可能越小。',
  'majority.end.kept.fewer':
    '{z} 个目前够了：占算力 {share} % 的攻击者有 {odds} 的可能收回它们；确认越多，可能越小。',
  'majority.end.open': 'M 还在等。',
  'partition.end.undone': '工作量更多的那一半：都相信 {tip}。另一半的 {stale} 作废，其中的付款重新等待。',
  'partition.end.split': '都不是：有 {count} 个链尖（{tips}），要等一边的工作量更多。',
  'partition.end.eclipsed':
    '只要 M 只听得到 A，就以 A 给它看的为准。有一条诚实的连接，它就看到工作量最多的链，站到 {tip} 上。',
  'partition.end.none': '没有什么要决定。',
  'chain-growth.end.grown': '工作量：每一块都接在上一块上。{height} 块，一份历史，没有问过任何人。',
  'chain-growth.end.stale':
    '工作量：{blocks} 块里有 {height} 块在大家的历史中。来晚了、对谁都不算数的：{stale}。',
  'end.more': '{names} 等，另有 {count} 块',
  'chain-growth.beside.moment':
    '不论何时看，平均还要十分钟才有下一块，而上一块平均已过了十分钟：随便一个时刻，更容易落在长的间隔里。{waits} 个真实间隔平均 {mean} 分钟，而某一时刻所在的间隔平均 {around} 分钟。',
  'chain-growth.end.split': '还没有：有 {count} 个链尖（{tips}），由下一块决定。',
};
