// 关于文件、签名与字节的场景里所问与所求。

import type { words as en } from './asked-files.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'trapdoor.predict.altered': '服务器给 C 一份改过的 `auth.py`，C 不验证签名。C 会怎样？',
  'trapdoor.predict.altered.runs': '照样运行',
  'trapdoor.predict.altered.refuses': '拒绝',
  'trapdoor.predict.altered.later': '读取 `bank.py` 时才发现',
  'signed-files.predict.old': 'A 和 B 都已完成。服务器给 C 最初的 `auth.py`。接下来呢？',
  'signed-files.predict.old.mixed': 'C 把旧的和新的 `bank.py` 一起运行',
  'signed-files.predict.old.refused': 'C 拒绝：签名太旧',
  'signed-files.predict.old.new': 'C 再问一次，得到新的',
  'merkle-path.predict.block': 'A 的版本结构原样给出，`auth.py` 有一个块不是。哪里会对不上？',
  'merkle-path.predict.block.handle': '哈希：它到不了 A 的 i-handle',
  'merkle-path.predict.block.signature': 'A 的签名',
  'merkle-path.predict.block.nothing': '都对得上',
  'byzantine.predict.best': '轮到服务器回答 B。B 会接受的最坏的谎是什么？',
  'byzantine.predict.best.parts': '隐瞒 A 的工作：让 B 自成一个世界',
  'byzantine.predict.best.outvoted': '没有：别的用户会投票否决',
  'byzantine.predict.best.forges': '服务器编造的 `auth.py`',
  'trapdoor.goal.forged': '让 C 运行没有任何人签过名的字节',
  'trapdoor.goal.denied': '对验证签名的人做到同样的事',
  'signed-files.goal.denied': '告诉 C 没有 auth.py 这个文件',
  'signed-files.goal.mixed-never': '同样的事，但签名的是日志',
  'merkle-path.goal.forged': '让某人接受没有任何人签过名的字节',
  'merkle-path.goal.forged-never': '所有检查都开着，做到同样的事',
  'byzantine.goal.spoil': '用 B 的密钥，让某人接受 B 从没写过的东西',
  'byzantine.goal.forged-never': '用 B 的密钥，伪造 A 写的东西',
  'byzantine.goal.merge-never': '用 B 的密钥，合并另外两人的世界',
  'byzantine.goal.outlive': 'B 被移除之后，让某人仍相信它',
  'byzantine.goal.outlive-never': '用 B 的密钥，对看到移除的人做到同样的事',
  'signed-files.goal.mixed': '让 C 把旧的 auth.py 和新的 bank.py 一起用',
};
