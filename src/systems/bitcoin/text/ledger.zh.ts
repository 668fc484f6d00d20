// 关于币的各场景共用的文字；键与英文表相同，缺一不能编译。

import type { words as en } from './ledger.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'actor.X': 'X',
  'actor.Y': 'Y',
  'actor.Z': 'Z',
  'actor.Q': 'Q',
  'actor.N1': '节点 1',
  'actor.N2': '节点 2',
  'actor.N3': '节点 3',
  'role.X': '由 T6 得到付款',
  'role.Y': '由 X 付款',
  'role.Z': '卖咖啡，信任节点 2',
  'role.Q': '想要不属于自己的',
  'role.N1': '自己检查一切',
  'role.N2': '自己检查一切',
  'role.N3': '按设定检查',
  'bytes.at': '{tx}，到达{node} 时',
  'bytes.signed': '{tx}，签名时',
  'rep.taken': '接受',
  'rep.refused': '{rule}',
  'chip.refused': '✗ {what}',
  'row.pool': '等待入块',
  'row.refused': '最近拒绝',
};
