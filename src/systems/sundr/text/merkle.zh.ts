// 哈希路径的文字。

import type { words as en } from './merkle.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'merkle.writes': '**{user}** 写入 `{file}`：重算 {all} 个哈希中的 {hashes} 个，签一次名。',
  'merkle.reads': '**{user}** 读取 `{file}`：每个哈希指明下面一个。',
  'merkle.none': '还没有写入或读取过。',
  'merkle.notHere': '这个协议不签哈希树。',
  'merkle.kind.block': '块',
  'merkle.kind.inode': 'inode',
  'merkle.kind.i-table': 'i-table',
  'merkle.kind.i-handle': 'i-handle',
  'merkle.kind.signature': '签名',
  'merkle.write.block': '求哈希',
  'merkle.write.inode': '求哈希',
  'merkle.write.i-table': '求哈希',
  'merkle.write.i-handle': '求哈希',
  'merkle.write.signature': '连同向量签名',
  'merkle.read.block': '对字节求哈希',
  'merkle.read.inode': '求哈希',
  'merkle.read.i-table': '求哈希',
  'merkle.read.i-handle': '求哈希',
  'merkle.read.signature': '验证',
  'merkle.same': '相同',
  'merkle.signed': '签的是',
  'merkle.bytes': '字节得出',
  'merkle.more': '还有 {count} 个',
  'merkle.tell.changed': '{what} {name}：原为 `{other}`，现为 `{value}`；旁边的 {beside} 个不变。',
  'merkle.tell.checked': '{what} {name}：`{value}`，相同。',
  'merkle.tell.wrong': '{what} {name}：签的是 `{other}`，字节得出 `{value}`。',
};
