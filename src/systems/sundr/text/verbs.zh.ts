// SUNDR 各命令的输出（中文）。

import type { VerbsKey } from './verbs.en.ts';

export const words: Readonly<Record<VerbsKey, string>> = {
  'merkle.hashed': '{kind} {name}：{old} 变为 {now}',
  'merkle.block': '数据块',
  'merkle.inode': 'inode',
  'merkle.i-table': 'i-table',
  'merkle.i-handle': 'i-handle，属于',
  'merkle.counts': '这次改动需要 {hashes} 次哈希；整棵树需要 {fromScratch} 次。',
  'tlog.included': '该条目是日志的第 {index} 条；日志的根为 {root}，共 {size} 条。',
  'tlog.consistent': '{size1} 条的日志是 {size2} 条的日志的开头。',
  'tlog.not-bound': '{field}：没有证明约束它。只有签名的检查点这样写时，它才可信。',
  'note.signed': '由 {name} 签名，密钥 {keyHash}。',
  'git.counts': '{commits} 个提交，{trees} 个目录树，{blobs} 个文件内容；{links} 条链接都指向所写的对象。',
  'git.outside': '{outside} 条链接指向文件之外。',
  'git.signed': '{signed} 个提交带有签名（这里没有密钥，不作验证），{unsigned} 个没有签名。',
  'git.bad': '第一处错误在 {object} 的 {field}：应为 {expected}，实为 {actual}。',
  'git.whole': '每个对象的哈希都与它的名字相符。',
  'git.no-heading':
    '第 {offset} 字节：应有一行 `ID TYPE SIZE`，实为 `{line}`。请用 `git cat-file --batch --batch-all-objects` 生成文件。',
  'git.two-hashes': '第 {offset} 字节：哈希有两种长度。一个文件只属于一个仓库：SHA-1 或 SHA-256。',
  'git.too-large': '对象 {id} 有 {bytes} 字节：超过了提交、目录树或标签的上限（32 MiB）。',
  'git.no-newline': '第 {offset} 字节：对象 {id} 后面没有换行，说明大小不对或文件被改过。请重新生成。',
  'git.nothing': '里面没有对象，所以什么也没检查。请用 `git cat-file --batch --batch-all-objects` 生成文件。',
  'git.cut': '文件在第 {offset} 字节、对象 {id} 之中结束：它被截断了。请重新生成。',
  'git.cut-heading': '文件在第 {offset} 字节、标题行之中结束：它被截断了。请重新生成。',
};
