// 签名日志的文字。

import type { words as en } from './log.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'log.title': '每个签名覆盖什么：一行一个签名，一点一个条目',
  'log.entry': '**{signer}** 签署 {id}：{op} `{file}`。签名 `{signature}` 覆盖 {covers}。',
  'log.covers': '覆盖 {covers}',
  'log.out': '✕ 被略去',
  'log.outFor': '✕ 对 {users} 略去',
  'log.outOf': '✕ 被略去：{ids}',
  'log.entry.left':
    '**{signer}** 签署 {id}：{op} `{file}`。签名 `{signature}` 覆盖 {covers}。服务器略去了 {out}。',
  'log.left': '**{user}** 在第 {slot} 步看到的，略去了 {ids}。',
  'log.unsigned': '**{user}** 在第 {slot} 步请求{op} `{file}`，没有留下条目。对它略去的：{ids}。',
};
