// 用户发现分叉之后：其中一个站到另一边；键与英文表相同，缺一不能编译。

import type { words as en } from './sides.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'act.join': '选边',
  'act.stay': '留在原边',
  'do.join': '**{user}** 站到 **{other}** 那一边',
  'do.stay': '**{user}** 留在自己这一边，并告诉 **{other}**',
  'say.joins': '**{user}** 站到 **{other}** 那一边，它在那里的最后一条是 {last}。它丢下 {left}。',
  'say.joins-new': '**{user}** 站到 **{other}** 那一边，它在那里还没有签过。它丢下 {left}。',
  'why.joins': '它写过的要在那里重做：{ids}。别人没有权限替它签。',
  'why.joins-read': '它在丢下的那边只读过，没有什么要重做。',
  'say.stays': '**{user}** 留在自己这一边，告诉 **{other}** 自己最后签的是什么。',
  'why.stays': '哪一边对，SUNDR 不说，由用户决定。',
  'why.again': '与 {of} 相同的写入，{of} 留在另一边。编号是新的：一个编号不能代表两个结构。',
  'blocked.stopped': '{user} 已拒绝，不再做任何事',
  'blocked.again': '{user} 要先重做 {id}',
};
