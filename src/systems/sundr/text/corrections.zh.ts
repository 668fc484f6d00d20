// 笔记比论文说得松的地方；键与英文表相同，缺一不能编译。

import type { words as en } from './corrections.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'corrections.signing.title': '签名不是加密',
  'corrections.signing.notes': '对文件使用非对称加密，S 没有密钥就改不了。',
  'corrections.signing.paper':
    '文件是签名的：谁都能读，也能核对是谁写的。SUNDR 承诺的是完整性；谁可以读是另一回事。',
  'corrections.signing.run': 'C 读得了被改动的 `auth.py`，然后拒绝它：签名签的是别的字节。',
  'corrections.trust.title': '谁信任谁',
  'corrections.trust.notes': 'Frangipani 的文件系统和所有客户端完全互信；SUNDR 里客户端不受信任。',
  'corrections.trust.paper':
    'Petal 受客户端信任，也信任每个客户端。SUNDR 里谁也不信任的是服务器；对用户，大家信任有权写的人，限于他有权写的内容。',
  'corrections.trust.run': '服务器只交出块和签过名的结构。C 自己从中建起文件系统，运行 A 和 B 写的内容。',
  'corrections.only-for-c.title': '只对 C 改动',
  'corrections.only-for-c.notes': 'S 针对 C 修改 `bank.py`，业务流程没变，所以相对难察觉。',
  'corrections.only-for-c.paper':
    'A 和 B 根本察觉不了：他们看到的是自己写的。C 能察觉，只要它核对签名：打开这项检查再看一次。',
  'corrections.only-for-c.run':
    'C 拿到的 `auth.py` 是 A 写的，`bank.py` 不是 B 写的。C 两个都运行，A 和 B 毫无察觉。',
  'corrections.insert-fetch.title': 'C 的读取只有一个位置',
  'corrections.insert-fetch.notes':
    '服务器知道 A 的条目的哈希，可以把 C 的读取插到它后面，然后就不能发送 B 的修改。',
  'corrections.insert-fetch.paper':
    '它什么也没有插入：C 在它看到的内容之上签名。只看到 A 的条目，C 就签在 B 旁边，此后没有哪份日志能同时有两者。',
  'corrections.insert-fetch.run': 'C 在 A1 之上签名。再给它看 B1 时，有一个签名通不过。',
  'corrections.old-vector.title': '旧状态配自己的旧向量',
  'corrections.old-vector.notes': '取版本最新的那个版本结构。',
  'corrections.old-vector.paper':
    '是看到的之中最新的。对没有见过更新内容的人，服务器可以完整地给出旧状态；分叉一致性的承诺只到这里。',
  'corrections.old-vector.run': 'B1 已签名，C 只看到当初签下的 A1。每项检查都通过，承诺成立。',
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
