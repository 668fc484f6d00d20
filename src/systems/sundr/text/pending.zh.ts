// 操作相互重叠时（3.4 节）的文字：它们的步骤、显示它们的树，以及就此所问。

import type { words as en } from './pending.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'act.wait': '等到了',
  'do.wait': '**{user}** 等到正在写的内容，继续',
  'say.wait': '**{user}** 要读的内容已经签名：它继续下去。',
  'blocked.would-wait': '要等待：{user} 要读 {id} 正在写的内容，而它还没有签名',
  'facet.pending': '未完成',
  'concurrent.predict.pending': 'C 已签名，并得知 A1 正在途中。它要读的正是 A1 写的。它会显示什么？',
  'concurrent.predict.pending.waits': 'A 签名之前什么也不显示',
  'concurrent.predict.pending.old': 'A 之前的版本',
  'concurrent.predict.pending.new': '立刻显示 A 的版本',
  'concurrent.goal.unsigned': '让 C 显示 A 还没有签的内容',
  'concurrent.goal.unsigned-never': '它会等待时，做到同样的事',
  'shown.amid': '{shown}，{ids} 未完成',
  'say.sends': '**{user}** 为{op}送出已签名的更新证书。服务器给它看：{shown}。',
  'say.commits': '服务器收下 **{id}**：它已签名，不再是未完成。',
  'say.withdraws': '**{user}** 什么也不提交：它的证书撤下。',
  'view.pending': '分叉树',
  'pending.caption': '每张卡自证书起就有位置：未完成为虚线，已签名为实线',
  'pending.word': '未完成',
  'pending.short': '{id}：{op} {file}，未完成',
  'pending.entry.pending':
    '**{signer}** 的 {id}（{op} `{file}`）未完成：更新证书已签名，版本结构尚未签名。接在 {parent} 之后。分支 {branch}。',
  'pending.entry.signed':
    '**{signer}** 签署 {id}：{op} `{file}`，{vector}，接在 {parent} 之后。分支 {branch}。它记下的未完成：{amid}。',
  'pending.entry.plain':
    '**{signer}** 签署 {id}：{op} `{file}`，{vector}，接在 {parent} 之后。分支 {branch}。',
  'pending.none': '还没有送出任何证书。',
  'pending.user': '用户',
  'pending.doing': '正在做',
  'pending.shown': '看到',
  'pending.amid': '其中未完成',
  'pending.last': '最近签名',
  'pending.idle': '无',
  'pending.refused': '已拒绝',
  'pending.waits': '{id} 已签名，等待内容',
  'pending.sent': '{id}：证书已送出',
  'pending.commit': '{id} 已签名，正在途中',
  'pending.at': '{id}：{phase}',
  'pending.tell.idle': '**{user}** 没有进行中的操作。最近签名：{last}。',
  'pending.tell': '**{user}**：{doing}。它看到 {shown}，其中未完成 {amid}。最近签名：{last}。',
};
