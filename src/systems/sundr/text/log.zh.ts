// 签名日志的文字。

import type { words as en } from './log.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'log.title': '每个签名覆盖什么：一行一个签名，一点一个条目',
  'log.entry': '**{signer}** 签署 {id}：{op} `{file}`。签名 `{signature}` 覆盖 {covers}。',
  'log.covers': '覆盖 {covers}',
};
