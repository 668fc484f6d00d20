// 关于签名日志的场景里所问与所求。

import type { words as en } from './asked-log.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'signed-log.predict.covers': 'B 正要签名。它的签名会涵盖什么？',
  'signed-log.predict.covers.all': 'A 的记录和它自己的',
  'signed-log.predict.covers.own': '只有它自己的记录',
  'signed-log.predict.covers.file': '只有 `bank.py` 的字节',
  'drop-an-entry.predict.whose': '服务器给 C 的日志里没有 A 的记录。谁的签名对不上？',
  'drop-an-entry.predict.whose.b': 'B 的：它涵盖 A 的记录',
  'drop-an-entry.predict.whose.none': '谁的都对得上',
  'drop-an-entry.predict.whose.a': 'A 的',
  'rollback.predict.gone': '服务器给 A 一份空日志。A 凭什么说不对？',
  'rollback.predict.gone.own': '自己的最后一条不在里面',
  'rollback.predict.gone.signature': '有签名对不上',
  'rollback.predict.gone.nothing': '没有什么不对：空日志也是好日志',
  'why-log-fetches.predict.second':
    'C 读 `auth.py` 时看到的是空日志，也没留下记录。现在读 `bank.py`，看到了全部。C 会怎样？',
  'why-log-fetches.predict.second.accepts': '接受，新旧混着运行',
  'why-log-fetches.predict.second.refuses': '拒绝',
  'why-log-fetches.predict.second.old': '得到旧的 `bank.py`',
  'signed-log.goal.part': '让两个用户签出已经分开的日志',
  'signed-log.goal.forged-never': '让某人接受没有任何人签过名的字节',
  'drop-an-entry.goal.forged': '让某人接受你编造的条目',
  'drop-an-entry.goal.silent-never': '所有检查都开着，造成损害而无人拒绝',
  'rollback.goal.back': '撤回 A 的一个操作，而 A 继续签名',
  'rollback.goal.back-never': '所有检查都开着，做到同样的事',
  'why-log-fetches.goal.mixed': '让 C 把旧的 auth.py 和新的 bank.py 一起用',
  'why-log-fetches.goal.mixed-own': '同样的事：读取记入日志，但没有人找自己的最后一条',
  'why-log-fetches.goal.mixed-sig': '同样的事：服务器说谎但不编造，没有人验证签名',
  'why-log-fetches.goal.mixed-order': '同样的事：用版本结构，没有人检查次序',
  'why-log-fetches.goal.mixed-never': '同样的事：所有检查都开着',
};
