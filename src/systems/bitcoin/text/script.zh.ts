// 币的脚本会说签名哪里不对；键与英文表相同，缺一不能编译。

import type { words as en } from './script.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'fault.not-a-key': '它没有付给公钥',
  'fault.not-a-signature': '没有签名',
  'fault.high-s': '签名用了高 s',
  'fault.wrong-signature': '这不是该公钥对这些字节的签名',
};
