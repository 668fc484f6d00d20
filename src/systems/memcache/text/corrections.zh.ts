// 课程笔记比论文宽松之处；键与英文表相同，缺一不能编译。

import type { words as en } from './corrections.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'corrections.empty-read.title': '读到的不是空值，而是旧值',
  'corrections.empty-read.notes':
    '客户端在副本区域写入，删除缓存里的键，接着读，取到空值，因为改动还没有同步到副本区域。',
  'corrections.empty-read.paper': '未命中本身无害。问题是它接着去读落后的副本数据库，读到旧值。',
  'corrections.empty-read.run': '不用标记时只要四步：写入，删除，未命中，再从副本读到自己写入之前的值。',
  'corrections.marker-first.title': '标记先于写入，而不是在删除之后',
  'corrections.marker-first.notes': '客户端执行删除时，把键标记为“remote”。',
  'corrections.marker-first.paper':
    '按顺序三步：在本区域设置标记；写主库，语句里带上键和标记；删除本地集群里的键。',
  'corrections.marker-first.run':
    '设置标记是第一件发生的事。若放在写入之后，中间就有一刻，未命中的读者仍会相信副本。',
  'corrections.marker-primary.title': '看到标记后读的是数据库，不是缓存',
  'corrections.marker-primary.notes': '读到“remote”标记时，从远处主库旁的缓存取值。',
  'corrections.marker-primary.paper':
    '未命中时先查标记；有标记，查询发往主区域，否则发往本地。回答的是数据库。',
  'corrections.marker-primary.run': 'C1 未命中，看到标记，从主库读到自己刚写的值。',
  'corrections.marker-gone.title': '移除标记的是复制流',
  'corrections.marker-gone.notes': '读完之后，移除键的“remote”标记。',
  'corrections.marker-gone.paper':
    '标记写在那条写入语句里，写入复制到位时随之删除：删除它的是复制流，不是读者。',
  'corrections.marker-gone.run':
    'C1 读完时标记还在。三步之后，副本有了这次写入，标记才消失：中间若有别的读者，也要靠它。',
  'corrections.hold-off-add.title': '暂缓期只拒绝 add，被拒的客户端去读数据库',
  'corrections.hold-off-add.notes': '从冷集群删除键之后两秒内，不能对它做任何 put。',
  'corrections.hold-off-add.paper':
    '被拒绝的是 `add`，也就是用热集群的值回填冷集群的那种操作。add 被拒，说明数据库里有更新的值，客户端就去读数据库。',
  'corrections.hold-off-add.run': 'C1 带着热集群里的旧值来填，被拒绝，于是读数据库。',
  'corrections.two-seconds.title': '两秒可能不够，而且有两种情形',
  'corrections.two-seconds.notes': '认为两秒足够让其他写入传播到位。',
  'corrections.two-seconds.paper': '论文承认一个漏洞：热集群的删除可能比暂缓期还晚到。运行经验说这很少见。',
  'corrections.two-seconds.run':
    '还有第二种：读者太慢。它先拿到旧值，拖到暂缓期结束，add 就被接受了。七步，冷集群从此一直是错的。',
  'corrections.lease-backwards.title': '租约并不能保证读者不回到过去',
  'corrections.lease-backwards.notes': '问答：租约 (lease) 还能确保你不会回到过去。',
  'corrections.lease-backwards.paper':
    '论文说租约解决两件事：陈旧写入和惊群。对一个客户端前后两次读的顺序，它什么也没说。',
  'corrections.lease-backwards.run':
    '租约开着，没拿到租约的客户端若去读数据库，会先看到新值，再从缓存看到旧值，七步。若它等待，就不会。',
  'corrections.replication.title': 'mcsqueal 只发删除，不在区域之间搬数据',
  'corrections.replication.notes': '主库的数据变化，由 squeal 进程监听并同步到备份数据中心。',
  'corrections.replication.paper':
    '搬数据的是 MySQL 自己的复制。mcsqueal 读提交日志，只向缓存发删除，而且跟在复制流后面，删除不会跑到数据前面。',
  'corrections.replication.run': '副本先应用这条日志；它旁边缓存的删除，是同一条流里的下一项。',
};
