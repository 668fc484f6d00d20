// What one more operation costs.

export const words = {
  'oneMore.title': 'One more operation',
  'oneMore.question':
    'How much does a client sign, verify and send for its next operation, when the log is already long?',
  'oneMore.here':
    'Real keys, real signatures, four users. Straw man and serialized sign {signed time|times} an operation, concurrent {signedBoth time|times}.',
  'oneMore.noUnit': '',
  'oneMore.entries': 'Entries in the log before it',
  'oneMore.ms.tab': 'Time',
  'oneMore.ms':
    'On {entries} entries, verifying the whole log takes {whole} ms, checking version structures {structures} ms: {times} times as long',
  'oneMore.ms.y': 'Time of one more operation',
  'oneMore.ms.unit': 'ms',
  'oneMore.bytes.tab': 'Bytes',
  'oneMore.bytes':
    'The whole log is {whole} bytes for one operation on {entries} entries, version structures {structures}',
  'oneMore.bytes.y': 'Sent and received',
  'oneMore.bytes.unit': 'bytes',
  'oneMore.verifies.tab': 'Signatures',
  'oneMore.verifies':
    'Signatures verified: {small} on a log of {least} entries, {whole} on {entries}; with version structures always {structures}',
  'oneMore.verifies.y': 'Signatures verified',
  'oneMore.verifies.unit': '',
  'oneMore.way.straw-every-signature': 'Straw man, all',
  'oneMore.way.straw-newest-signatures': 'Straw man, newest',
  'oneMore.way.straw-incremental': 'Straw man, what is new',
  'oneMore.way.serialized': 'Serialized',
  'oneMore.way.concurrent': 'Concurrent',
} as const;
