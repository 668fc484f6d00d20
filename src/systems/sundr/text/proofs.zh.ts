// 证明、签名文本或检查点为什么不成立（中文）：哪里不对，怎样才对。

import type { ProofsKey } from './proofs.en.ts';

export const words: Readonly<Record<ProofsKey, string>> = {
  'error.of': '{field}：{error}',
  'error.values': '应为 {expected}，实为 {actual}。',
  'error.hash-length': '哈希是 32 字节，即 64 个十六进制数字；这个不是。',
  'error.not-hex': '十六进制数字是 0 到 9 和 a 到 f；这里有别的字符。',
  'error.not-a-number': '大小和序号是 0 到 18446744073709551615 的整数，没有前导零。',
  'error.index-out-of-range': '日志在这一条之前就结束了：请给出小于日志大小的序号。',
  'error.size-zero': '任何日志都以空日志开头，所以这什么也没证明：请给出有条目的旧日志。',
  'error.sizes-reversed': '旧日志比新日志大：请对调。',
  'error.proof-length': '这个大小的日志，在这条路径上的哈希个数不是这么多。',
  'error.root-mismatch': '这些哈希通向另一个根：不是那份日志。',
  'error.old-root-mismatch': '这些哈希通向另一个旧根：旧日志不是新日志的开头。',
  'error.other-log': '两个检查点写的是两份不同的日志。',
  'error.wrong-key-hash': '密钥哈希与这个密钥不符：签名文本或密钥被改过，或者是另一个密钥。',
  'error.unknown-algorithm': '这个密钥不是 Ed25519（算法 1），这里只认识它。',
  'error.missing-newline': '签名文本以换行结尾，正文与签名之间有一个空行；这里少了一个。',
  'error.duplicate-signature': '有两行由同一个密钥签名：请只留一行。',
  'error.bad-signature': '这不是该密钥对这段正文的签名。',
  'error.no-signature': '没有一行写着这个密钥的名字。',
  'error.not-utf8': '文件不是 UTF-8 文本。',
  'error.control-character': '签名文本里除换行外没有控制字符；这里有一个，例如制表符或回车：请去掉。',
  'error.not-a-note': '正文下面有一行不是签名行：破折号、名字、base64。',
  'error.not-a-key': '这不是验证密钥：名字、八个十六进制数字和 base64，用加号相连。',
  'error.not-a-checkpoint': '检查点的前三行是日志名、大小和 base64 的根。',
};
