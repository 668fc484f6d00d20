// SUNDR 的术语，各解释一次；键与英文表相同，缺一不能编译。

import type { words as en } from './terms.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'term.version-structure': '版本结构',
  'term.version-structure.note':
    '用户为一次操作签下的东西：它的 i-handle 和一个版本向量。这里用 Ed25519 签，论文用 ESIGN。',
  'term.version-vector': '版本向量',
  'term.version-vector.note': '签名者见过每个用户的多少次操作。',
  'term.i-handle': 'i-handle',
  'term.i-handle.note': '代表一个用户所有文件的那一个哈希。这里用 SHA-256，论文用 SHA-1。',
  'term.timestamp-box': '时间戳盒',
  'term.timestamp-box.note': '大家都信任的一个用户，每个滴答签一次更新。',
};
