// What the command line says of files, in English.

export const en = {
  'file.missing': 'There is no file `{path}`. Look at the folder and the spelling.',
  'file.not-a-file': '`{path}` is not a file. Name a file.',
  'file.unreadable': '`{path}` cannot be read. Look at its rights.',
  'file.too-big': '`{path}` has {size}; {most} is the most that is read at once here.',
  'file.not-text': '`{path}` is not UTF-8 text.',
} as const;
