// 学习者可以改的文字怎么叫：文件的字节。

import type { words as en } from './bytes.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'switch.fileBytes': 'A 的 auth.py',
  'switch.fileBytes.note': 'A 写进 `auth.py` 并签名的字节，C 要运行的就是它。',
  'switch.forgedBytes': '服务器的 auth.py',
  'switch.forgedBytes.note': '服务器改动或编造它时，放在它位置上的字节。',
  'bytes.same': '`{file}` 是谁写的，从字节看出来：A 写的、服务器放上去的和最初的，三者必须各不相同。',
};
