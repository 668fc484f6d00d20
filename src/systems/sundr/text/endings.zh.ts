// 运行的结局；键与英文表相同，缺一不能编译。

import type { words as en } from './endings.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'trapdoor.end.broken':
    '没有抓住：C 运行了没有人签过的字节。文件签名本来能抓住它，但签名说不出文件是不是最新的。',
  'trapdoor.end.caught': '签名检查：{user} 拒绝了（{check}）。',
  'trapdoor.end.kept': '这次没有改动：C 运行的是 A 和 B 写的。',
  'signed-files.end.broken':
    '给旧的：C 把旧的 `auth.py` 和新的 `bank.py` 一起运行，每个签名都对。没有什么把文件捆在一起。',
  'signed-files.end.caught': '这里做不到那么多：{user} 拒绝了（{check}）。',
  'signed-files.end.kept': '这次什么也没做：C 运行的文件是配套的。',
  'signed-log.end.caught': '逐项检查，不对就拒绝：{user} 拒绝了（{check}）。',
  'signed-log.end.forked':
    '检查签名，找自己的最后一条，构造文件系统，追加并签名，上传：共 {entries} 条，世界已经分开。',
  'signed-log.end.kept':
    '检查签名，找自己的最后一条，构造文件系统，追加并签名，上传：共 {entries} 条，一份日志。',
  'drop-an-entry.end.caught': '它后面那条：{user} 看到的内容哈希为 `{actual}`，签名签的是 `{expected}`。',
  'drop-an-entry.end.broken': '没有人检查，也就没有谁的对不上：C 在没有 A 的工作时继续了。',
  'drop-an-entry.end.kept': '都对得上：没有抽掉什么。',
  'rollback.end.caught': '{user} 只记得一件事：自己的最后一条是 {expected}，而它不在。',
  'rollback.end.broken': '它不知道：A 接受了旧日志，并在上面签了名。',
  'rollback.end.kept': '这次什么也没少。',
  'why-log-fetches.end.broken':
    'C 把旧的 `auth.py` 和新的 `bank.py` 一起运行，而它看到的每份日志都是好的。第一次读取没有留下第二份日志必须包含的东西。',
  'why-log-fetches.end.caught': '这里做不到那么多：{user} 拒绝了（{check}）。',
  'why-log-fetches.end.forked': '没有混用：C 的记录把它留在第一次读取的世界里，永远看不到 B 写的。',
  'why-log-fetches.end.kept': '这次没有出问题：C 运行的文件是配套的。',
  'fork.end.caught': '{user} 发现了（{check}）。',
  'fork.end.broken': '没有人发现，而且发生了被禁止的事。',
  'fork.end.forked': '暂时没有人。你的隐瞒把用户分到几个世界，每个世界都成次序。两个世界的人一交谈就会发现。',
  'fork.end.kept': '没有什么可发现的：只有一个世界。',
  'cannot-merge.end.broken': '不检查的话能：两个世界被合并了。',
  'cannot-merge.end.caught': '不能：{user} 看到 {expected} 与 {actual}，拒绝了（{check}）。',
  'cannot-merge.end.forked': '这次没有：两个世界一直分开。',
  'cannot-merge.end.kept': '没有什么可合并的：只有一个世界。',
  'out-of-band.end.caught': '分叉了：{expected} 与 {actual}，谁也不在谁之前。',
  'out-of-band.end.forked': '还没有发现：已经分开，但没有比较。',
  'out-of-band.end.kept': '一切正常：一方的最后一条在另一方的过去里。',
  'timestamp-box.end.broken': '没有人看时间戳，就能一直瞒下去：接受了 {age} 个滴答前的，只允许 {box} 个。',
  'timestamp-box.end.caught': '不会比盒子允许的更久：{user} 拒绝了（{check}）。',
  'timestamp-box.end.kept': '没有时间戳比允许的 {box} 个滴答更旧，最旧 {age} 个。',
  'merkle-path.end.broken': '没有人看，也就哪里都没露出来：C 收下了没有人签过的东西。',
  'merkle-path.end.caught': '在哈希上：这些字节算出 `{actual}`，签名说的是 `{expected}`。',
  'merkle-path.end.kept': '每个块都到得了所有者签过的 i-handle。',
  'version-vectors.end.broken': '两个世界的那两个；没有人检查，它们被合并了。',
  'version-vectors.end.caught': '{expected} 与 {actual}：{user} 拒绝了（{check}）。',
  'version-vectors.end.forked': '两个世界的那两个；没有人同时看到它们。',
  'version-vectors.end.kept': '没有：只有一个世界。',
  'byzantine.end.broken': '比希望的少：被禁止的东西被无声地接受了。',
  'byzantine.end.outlived':
    '{removes} 已被移除，却仍有人相信它：在此前分开的世界里。看到移除的人，会拒绝 {removes} 在它之后签的。',
  'byzantine.end.helped':
    '有了 {helps} 的密钥，服务器就能写 {helps} 有权写的文件，任何检查都看不出来。别人的文件它动不了，分开的世界也合并不了。',
  'byzantine.end.caught': '能发现：{user} 拒绝了（{check}），并就此停下。',
  'byzantine.end.forked': '它只能隐瞒和分叉：没有伪造的字节，没有合并；两个世界之间只要有一句话，就会暴露。',
  'byzantine.end.kept': '这台服务器说的是真话；谁也无从知道。',
  'fact.refused': '{user} 拒绝：{check}',
  'fact.side': '{user} 站到了 {other} 那一边',
  'fact.again': '{user} 重做了 {of}，成为 {id}',
  'fact.signed': '签了 {n} 条',
  'fact.read': '{user} 读 {file}：{what}',
  'concurrent.end.caught': '这里做不到那么多：{user} 拒绝了（{check}）。',
  'concurrent.end.broken': '给它看了 A 没有签过的字节：A 若不再回来，那就是没有人的字节。',
  'concurrent.end.forked': '只能看通过检查的：用户已经分开，各自成次序。',
  'concurrent.end.kept': '什么也不行：它立刻签名，把途中的也计入，等到签名才显示字节。',
};
