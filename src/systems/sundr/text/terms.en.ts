// The terms of SUNDR, each explained once: `term.ID` is its name, `term.ID.note` what it means. `docs/terms.md` holds
// both with their Chinese. Loaded when a note is opened.

export const words = {
  'term.version-structure': 'version structure',
  'term.version-structure.note':
    'What a user signs for an operation, by Ed25519 where the paper has ESIGN: its i-handle and a version vector.',
  'term.version-vector': 'version vector',
  'term.version-vector.note': 'How many operations of each user its signer had seen.',
  'term.i-handle': 'i-handle',
  'term.i-handle.note':
    'The one hash that stands for all files of a user, by SHA-256 where the paper has SHA-1.',
  'term.timestamp-box': 'timestamp box',
  'term.timestamp-box.note': 'A user whom all trust, and who signs an update at every tick.',
} as const;
