// 笔记比论文说得松的地方；键与英文表相同，缺一不能编译。

import type { words as en } from './corrections.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'corrections.signing.title': '签名不是加密',
  'corrections.signing.notes': '对文件使用非对称加密，S 没有密钥就改不了。',
  'corrections.signing.paper':
    '文件是签名的：谁都能读，也能核对是谁写的。SUNDR 承诺的是完整性；谁可以读是另一回事。',
  'corrections.signing.run': 'C 读得了被改动的 `auth.py`，然后拒绝它：签名签的是别的字节。',
  'corrections.honest-branches.title': '诚实的运行不会分出分支',
  'corrections.honest-branches.notes': 'A 和 B 同时上传，于是日志有了两条分支。',
  'corrections.honest-branches.paper':
    '有一把锁：操作一个接一个，每个都在上一个之上。出现两条分支，说明服务器说了谎。',
  'corrections.honest-branches.run': '诚实的服务器，三个用户的四次操作：一份日志。',
  'corrections.stamp.title': '时间也是一次普通的更新',
  'corrections.stamp.notes': '一台可信机器把时间戳加进日志。',
  'corrections.stamp.paper':
    '盒子是大家都信任的一个用户。它每隔几秒通过 SUNDR 签一次对一个文件的更新，也就签下了它所看到的。',
  'corrections.stamp.run': 'T 的第二个时间戳是它自己的一条记录，签名涵盖 A 写的内容。',
  'corrections.merge.title': '服务器不能合并',
  'corrections.merge.notes': '服务器可以随时分叉日志，只要能再合并回一个一致的视图。',
  'corrections.merge.paper':
    '它只能分叉：在一个分支里签过的人，会拒绝另一个分支里签的东西。用户可以选一边，继续下去。',
  'corrections.merge.run': 'B 签在 A2 旁边。两者都给它看，它拒绝：排不出先后。',
};
