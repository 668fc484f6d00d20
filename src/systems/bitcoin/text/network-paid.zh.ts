// A 可以付款并把币再花一次时的文字；键与英文表相同，缺一不能编译。

import type { words as en } from './network-paid.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'act.pay': '付 Z',
  'act.double': '造 Q',
  'do.pay': '**{who}** 付款给 M',
  'do.double': '**{who}** 造出 Q，花同一枚币',
  'say.pay': '**{who}** 签了 {payment}，付给 {to} {coins} 枚币，手续费 {fee} 聪，只发给 {to}。',
  'why.pay': '收款的人会把付款转给别人。',
  'say.double': '**{who}** 签了 {payment}，花的币与 {other} 相同，不给任何人看。',
  'why.double': '两个签名都有效。哪一笔算数，要看哪一笔进了链。',
  'say.double.race': '**{who}** 签了 {payment}，花的币与 {other} 相同，告诉除 {merchant} 以外的所有人。',
  'why.spent': '它要花 `{coin}`，而在 {who} 的链上 {other} 已经把它花掉：`bad-txns-inputs-missingorspent`。',
  'why.waits': '{who} 的内存池里有 {other}，花的是同一枚币。留先听到的：这不是链的规则，由节点自己定。',
  'why.double.race': '每个矿工取先听到的一笔。下一块是谁的，就由谁决定，不管 M 看到什么。',
  'why.pay.finney': '一个含有 Q 的区块已经备好，只有 {who} 有。',
  'why.replaced': '这条链工作量更多。{payments} 没有了：它的币在这条链里被 {other} 花掉。',
  'why.accepted':
    '{payment} 在 {who} 处有了 {z} 个确认：交货。占算力 {share} % 的 A 有 {odds} 的可能收回它。',
  'why.accepted.0': '{who} 不等确认：交货。',
  'witness.payment-stays': '在 M 相信的链里，Q 取代了 Z。',
  'fact.replaced': '{who} 处 Q 取代了 {payment}',
  'fact.confirmed': '{who} 处 {payment} 有 {depth} 个确认',
  'fact.waits': '{who} 处 {payment} 在等待',
  'fact.unpaid': '{who} 没有收到付款',
};
