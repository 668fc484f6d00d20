// What is said of a file of headers, in English.

export const words = {
  'import.empty':
    'The file is empty: there is no header in it. Give a file of 80-byte headers, raw or in hex.',
  'import.cut':
    'After {whole whole header|whole headers} {left byte is|bytes are} left, and a header has 80: the file was cut, or it is of another kind.',
  'import.odd': 'The hex ends in the middle of a byte: the file was cut, or a digit is lost.',
  'import.not-hex': 'Character {at} is no hex digit. Give hex alone, or the raw bytes.',
  'import.text':
    'This is text and not hex: character {at} is no hex digit. Give headers of 80 bytes, raw or in hex.',
  'import.kind':
    'This is a {kind} file and not a file of headers. Give headers of 80 bytes one after another.',
  'import.other':
    'These bytes are no headers: the first two have impossible targets and are not linked. Give headers of 80 bytes, raw or in hex.',
  'import.why.first': 'the block before is not in the file',
  'import.why.eleven': 'not all of the eleven blocks before are in the file',
  'import.why.period':
    'the first block of the period is not in the file: give its time (--previous-retarget-time)',
  'import.why.height': 'the height of the file is not known, so a change of the target may be a retarget',
  'import.why.now': 'there is no clock to hold the times against, for any header',
  'import.valid': '{count header|headers}: every rule that could be checked holds.',
  'import.invalid':
    '{count header|headers}. The first that breaks a rule is at height {height}: {rule}, got {got}, want {want}.',
  'import.broken': '  {height}: {rules}',
  'import.more': '  and {n more header|more headers}',
  'import.not-checked': 'not checked at {height}: {rule} ({why})',
  'import.retargets': 'The target is set anew {n time|times} in the file.',
  'import.chainwork': 'Work of the headers: {chainwork}',
} as const;
