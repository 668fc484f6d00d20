// 矿工自选交易、节点规则有两个版本时网络的文字；键与英文表相同，缺一不能编译。

import type { words as en } from './network-rules.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'role.payer': '付款',
  'role.old': '{role}；旧规则',
  'role.new': '{role}；新规则',
  'act.pay.many': '付 {payment}',
  'act.renew': '选择',
  'act.renew.taken': '选 {payments}',
  'act.overflow': '造 V',
  'do.pay.many': '**{who}** 用 {payment} 付款给 M；手续费 {fee} 聪',
  'do.renew': '**{who}** 重新选择区块里放什么',
  'do.overflow': '**{who}** 造出 V，它的总和会溢出',
  'say.pay.many': '**{who}** 签了 {payment}，付给 {to} 12.5 枚币，手续费 {fee} 聪，告诉各邻居。',
  'why.pay.many': '哪个矿工把它放进区块，手续费就归谁。',
  'say.renew': '**{who}** 把 {payments} 放进正在挖的区块。',
  'say.renew.full': '**{who}** 把 {payments} 放进正在挖的区块，{rest} 留在一边。',
  'why.renew':
    '它取每字节付得最多的。Merkle 根原是 `{was}`，现在是 `{is}`：所有哈希都变了。工作并没有白费，因为每一次尝试的机会都一样。',
  'say.overflow': '**{who}** 签了 {payment}：用一枚 50 的币，造两个输出，各 92,233,720,368.54 枚。',
  'why.overflow': '按 64 位带符号整数，两者相加是 −0.00997538 枚，比 50 少。旧规则只查这个总和。',
  'why.amount': '{payment} 的每个输出都超过 2100 万枚：`bad-txns-vout-toolarge`。',
  'why.refused.bad-blk-length':
    '{block} 有 {bytes} 字节，而 {who} 只允许 {most}：`bad-blk-length`。工作量再多也抵不了。',
  'why.refused.too-short':
    '{block} 有 {bytes} 字节。{who} 只接受超过 {over} 字节的第一块，这样就不会回到旧链上。',
  'why.refused.bad-txns-vout-toolarge':
    '{block} 里 {payment} 的输出超过 2100 万枚：`bad-txns-vout-toolarge`。',
  'why.refused.hurried': '{block} 的时间戳比父块晚不到十分钟。',
  'row.chosen': '正在挖',
  'row.root': '其 Merkle 根',
  'row.size': '其大小',
  'row.bytes': '{bytes} 字节',
  'row.version': '规则',
  'version.old': '旧：最多 {most} 字节',
  'version.new': '新：最多 {most} 字节',
  'version.over': '新：最多 {most} 字节，第一块超过 {over}',
  'version.wraps': '旧：总和在 64 位处回绕',
  'version.mended': '已修复：金额不超过 2100 万',
  'property.set-aside.note': '有付款在等，不在矿工正在挖的区块里。',
  'property.set-aside.kept': '有在等的',
  'property.set-aside.broken': '没有在等的',
  'property.all-in.note': '四笔付款都在 M 相信的链里。',
  'property.all-in.kept': '四笔都在',
  'property.all-in.broken': '不全',
  'property.contested.note': '有一个区块，有的节点接受，有的拒绝。',
  'property.contested.kept': '有人拒绝',
  'property.contested.broken': '没有',
  'property.apart.note': '两个节点所在的链互相拒绝：工作量再多也合不到一起。',
  'property.apart.kept': '永远分开',
  'property.apart.broken': '还能合',
  'property.replayed.note': '两条互相拒绝的链里，有同一笔签过名的付款。',
  'property.replayed.kept': '两边都有',
  'property.replayed.broken': '只在一边',
  'fact.paid': '在到 {tip} 的链上，{who} 有 {coins} 枚（来自 {payments}）',
  'block-and-mempool.predict.room': 'H 听到了三笔付款，一个区块放得下两笔。它放哪两笔？',
  'block-and-mempool.predict.room.fee': '付得最多的两笔',
  'block-and-mempool.predict.room.first': '先到的两笔',
  'block-and-mempool.predict.room.wait': '都不放，等到放得下全部',
  'block-and-mempool.goal.all': '让四笔付款都进 M 的链。',
  'block-and-mempool.goal.aside': '放得下四笔时，让一笔付款留在一边。',
  'block-and-mempool.end.all':
    '进下一块，或者再下一块：每个矿工取付得最多的，其余留着。四笔（{confirmed}）都在这 {height} 块里了。',
  'block-and-mempool.end.some':
    '等付得更多的都有了位置，它就进去：{confirmed} 已在链上，{waiting} 还在等。别人的区块里已有的，矿工从自己的内存池里删掉。',
  'block-and-mempool.end.none': '还没有区块，谁也没收到钱。',
  'block-and-mempool.beside.size':
    '这里一个区块最多 {most} 字节；真实的链上曾是 1,000,000 字节，如今是 4,000,000 单位的重量。',
  'soft-fork.predict.longer': 'A 和 M 接受了 A1，新节点拒绝了它。现在比 A1 高一块的 B1 到了 A 处。A 怎么做？',
  'soft-fork.predict.longer.leaves': '离开 A1，奖励也不要了',
  'soft-fork.predict.longer.keeps': '不动：按它的规则 A1 没有错',
  'soft-fork.predict.longer.refuses': '拒绝新规则的区块',
  'soft-fork.goal.refused': '造一个旧节点接受、新节点拒绝的区块。',
  'soft-fork.goal.apart': '让两边永远分开。',
  'soft-fork.end.one':
    '拒绝得更多的那些人的区块，只要他们的工作量更多：现在都相信 {tip}。{stale} 对谁都不算数，虽然按旧规则它并没有错。',
  'soft-fork.end.split':
    '都还不算：有 {count} 个链尖（{tips}）。新节点永远不接受大的那块；新链的工作量一旦更多，旧节点就会跟过来。',
  'soft-fork.end.none': '所有区块对两边都够小：谁也没察觉。',
  'soft-fork.beside.definitions':
    '讲义引了两种定义。一种说双方都接受对方的区块：那就不会分叉了。另一种才对：按新规则有效的，按旧规则也有效，反过来却不一定。',
  'soft-fork.beside.size':
    '1,000,000 字节的上限本身就是 2010 年这样加上的。这里旧上限是 {most}，新上限是它的三分之二。',
  'hard-fork.predict.longer': 'A 和 M 高两块，H 和 B 高一块。工作量更多的 A2 到了 H 处。H 怎么做？',
  'hard-fork.predict.longer.refuses': '拒绝，工作量再多也一样',
  'hard-fork.predict.longer.follows': '离开 H1，换到工作量更多的链',
  'hard-fork.predict.longer.both': '两条都留，两边都挖',
  'hard-fork.goal.apart': '让两边永远分开。',
  'hard-fork.goal.replay': '让同一笔签过名的付款在两条链上都算数。',
  'hard-fork.goal.looser': '新规则只是放宽时，让两边永远分开。',
  'hard-fork.end.apart':
    '两条都算，各算各的：到 {tips} 的两条链互相拒绝，工作量再多也一样。之前的币两边都有，签一次的付款也两边都有：{both}。',
  'hard-fork.end.split':
    '都还不算：有 {count} 个链尖（{tips}）。旧节点永远不接受大的那块；旧链的工作量一旦更多，新节点就会回去。',
  'hard-fork.end.one':
    '旧的：新节点允许得更多，却什么也不拒绝，所以被工作量更多的链带了回去。{stale} 对谁都不算数。',
  'hard-fork.end.none': '没有区块超过旧上限：没有分叉。',
  'hard-fork.beside.cash':
    '凭记忆，这里的数据没有：Bitcoin Cash 在 2017 年 8 月就是这样分开的：第一块必须超过 1,000,000 字节，签名也改成只在自己的链上有效，以防重放。',
  'hard-fork.beside.branch':
    '数据里有少数矿工按别的规则挖的一支：从 {height} 起，{days} 天 {blocks} 块，同样的时间别人约挖 {others} 块。照这个速度，离下一次难度调整还有 {years} 年以上。',
  'bugs-and-versions.predict.healed':
    'A 和 M 相信有 1840 亿枚币。已修复的 H 和 B 领先一块。B1 到了 M 处。M 怎么做？',
  'bugs-and-versions.predict.healed.leaves': '跟过去：那些币没有了',
  'bugs-and-versions.predict.healed.keeps': '不动：按它的规则 V 没有错',
  'bugs-and-versions.predict.healed.asks': '请大家投票',
  'bugs-and-versions.goal.coins': '让一个节点相信的币比总量还多。',
  'bugs-and-versions.goal.mended': '所有节点都已修复时，做到同样的事。',
  'bugs-and-versions.end.one':
    '没有错误的那些人工作量更多，就过去了：现在都相信 {tip}。{stale} 和里面的币对谁都不算数，也没有问过任何人。',
  'bugs-and-versions.end.split':
    '还没有：有 {count} 个链尖（{tips}），因为有错误的那些人工作量不少于别人。说了算的是工作量，不是节点数。',
  'bugs-and-versions.end.none': '那些币没有进任何区块：什么也没发生。',
  'bugs-and-versions.beside.overflow':
    '凭记忆，这里的数据没有：2010 年 8 月 15 日就是这样，第 74,638 块有两个这样的输出。几小时后有了修复的版本，从第 74,691 块起它的链工作量更多。',
  'bugs-and-versions.beside.locks':
    '同样凭记忆：2013 年 3 月正好相反，0.8 版接受了第 225,430 块，0.7 版却不能，因为数据库的锁用完了。矿工退回 0.7 版，它的链赢了。',
};
