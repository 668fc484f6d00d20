// 网络场景所问、所求与结局；键与英文表相同，缺一不能编译。

import type { words as en } from './network-asked.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'fork.predict.alike': 'M 站在 A1 上。现在同高度的 H1 到了。M 怎么做？',
  'fork.predict.alike.keeps': '留在先看到的 A1 上',
  'fork.predict.alike.newer': '换到更新的 H1 上',
  'fork.predict.alike.both': '两个都算',
  'fork.goal.reorg': '让一个矿工离开自己挖出的区块。',
  'fork.goal.alike': '每人只能挖一块，做到同样的事。',
  'fork.end.one': '下一块接在哪个上，哪个就算数。现在都相信 {tip}；另一个（{stale}）作废，奖励也没了。',
  'fork.end.split': '都还不算：有 {count} 个链尖（{tips}），要等下一块的工作量更多。',
  'fork.end.none': '没有第二个：没有分叉。',
  'double-spend.predict.longer': '付款上压了一块，M 已交货。现在 A 的两块到了，里面有 Q。M 怎么做？',
  'double-spend.predict.longer.leaves': '离开自己的一块，换到 A 的两块上',
  'double-spend.predict.longer.keeps': '不动：先看到的是自己的',
  'double-spend.predict.longer.refuses': '拒绝 Q：币已花掉',
  'double-spend.goal.zero': 'M 不等区块：用你的一块收回付款。',
  'double-spend.goal.back': 'M 等一块：收回付款。',
  'double-spend.goal.equal': '挖的不比 M 多，做到同样的事。',
  'double-spend.end.lost':
    '不够：A 的链工作量更多，付款被收回。占算力 {share} % 时，{z} 个确认有 {odds} 的可能守不住。',
  'double-spend.end.kept': '这一次够了。占算力 {share} % 时，{z} 个确认有 {odds} 的可能守不住。',
  'double-spend.beside.unconfirmed':
    '不等确认时，只要 Q 先进区块：或者抢先（race），或者 A 在付款之前就挖好含 Q 的一块藏着（Finney 攻击：先造 Q、挖出，再付款，最后才公布）。',
  'double-spend.beside.six':
    '六个确认，对占算力 {share} % 的攻击者有 {six} 的可能守不住，对 10 % 的有 {tenth}。这是精确值，打平算 A 赢；论文的数更小，因为它用均值代替了 z 块所花的时间。',
  'double-spend.end.open': 'M 还在等。',
  'majority.predict.deep': '付款压在三块之下。A 的四块到了 M 处。那三块会怎样？',
  'majority.predict.deep.gone': '三块都被离开',
  'majority.predict.deep.safe': '没事：三块够深了',
  'majority.predict.deep.half': '最后一块被离开',
  'majority.goal.deep': '收回压在三块之下的付款。',
  'majority.end.lost': '多少都不够：占算力 {share} % 的攻击者，无论多深，有 {odds} 的可能追上。',
  'majority.end.kept': '三个目前够了。占算力 {share} % 的攻击者有 {odds} 的可能追上：只要继续挖。',
  'majority.end.open': 'M 还在等。',
  'partition.predict.heal': '两半重新听到对方：这边一块，那边两块。Z 在那一块里，会怎样？',
  'partition.predict.heal.shorter': '那一块被离开：Z 重新等待',
  'partition.predict.heal.merge': '两边的区块合并',
  'partition.predict.heal.first': '没事：各守各的',
  'partition.goal.undone': '让半个网络确认过的一块被离开。',
  'partition.end.undone': '工作量更多的那一半：都相信 {tip}。另一半的 {stale} 作废，其中的付款重新等待。',
  'partition.end.split': '都不是：有 {count} 个链尖（{tips}），要等一边的工作量更多。',
  'partition.end.eclipsed':
    '只要 M 只听得到 A，就以 A 给它看的为准。有一条诚实的连接，它就看到工作量最多的链，站到 {tip} 上。',
  'partition.end.none': '没有什么要决定。',
  'chain-growth.predict.when': '刚挖出一块。下一块什么时候该到？',
  'chain-growth.predict.when.chance': '随时都可能：没有什么“该到”的时候',
  'chain-growth.predict.when.clock': '十分钟之后',
  'chain-growth.predict.when.turns': '轮到下一个矿工的时候',
  'chain-growth.goal.fork': '让同一高度有两块。',
  'chain-growth.goal.left': '让一个节点离开自己链上的一块。',
  'chain-growth.end.grown': '工作量：每一块都接在上一块上。{height} 块，一份历史，没有问过任何人。',
  'chain-growth.end.stale':
    '工作量：{blocks} 块里有 {height} 块在大家的历史中。{stale} 来晚了，对谁都不算数。',
  'chain-growth.beside.moment':
    '不论何时看，平均还要十分钟才有下一块，而上一块平均已过了十分钟：随便一个时刻，更容易落在长的间隔里。{waits} 个真实间隔平均 {mean} 分钟，而某一时刻所在的间隔平均 {around} 分钟。',
  'chain-growth.end.split': '还没有：有 {count} 个链尖（{tips}），由下一块决定。',
};
