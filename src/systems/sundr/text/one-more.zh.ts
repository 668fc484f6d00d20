// 再做一次操作的代价。

import type { words as en } from './one-more.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'oneMore.title': '再做一个操作',
  'oneMore.question': '日志已经很长时，客户端为下一个操作要签名、验证、收发多少？',
  'oneMore.here':
    '真的密钥，真的签名，四个用户。签名日志和串行协议每个操作签 {signed} 次，并发协议签 {signedBoth} 次。',
  'oneMore.noUnit': '',
  'oneMore.entries': '之前日志里的条目数',
  'oneMore.ms.tab': '时间',
  'oneMore.ms':
    '有 {entries} 个条目时，验证整个日志用 {whole} 毫秒，检查版本结构用 {structures} 毫秒：前者是后者的 {times} 倍',
  'oneMore.ms.y': '再做一个操作的时间',
  'oneMore.ms.unit': '毫秒',
  'oneMore.bytes.tab': '字节',
  'oneMore.bytes': '有 {entries} 个条目时，一个操作要收发整个日志 {whole} 字节，版本结构只要 {structures}',
  'oneMore.bytes.y': '收发',
  'oneMore.bytes.unit': '字节',
  'oneMore.verifies.tab': '签名',
  'oneMore.verifies':
    '验证的签名：{least} 个条目时 {small} 个，{entries} 个条目时 {whole} 个；用版本结构总是 {structures} 个',
  'oneMore.verifies.y': '验证的签名',
  'oneMore.verifies.unit': '',
  'oneMore.way.straw-every-signature': '签名日志，全部',
  'oneMore.way.straw-newest-signatures': '签名日志，最新',
  'oneMore.way.straw-incremental': '签名日志，新增',
  'oneMore.way.serialized': '串行',
  'oneMore.way.concurrent': '并发',
};
