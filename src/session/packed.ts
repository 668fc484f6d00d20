// A long run's saved value as text in a Blob: it crosses threads and goes to storage without being taken apart.

export interface Packed {
  readonly fingerprint: string;
  readonly text: Blob;
}

/** Letters from which a saved value is packed: some 5 ms of copying. */
const PACK_LETTERS = 100_000;

const isPacked = (value: unknown): value is Packed =>
  typeof value === 'object' && value !== null && 'text' in value && value.text instanceof Blob;

export function packed(saved: unknown): unknown {
  const text = JSON.stringify(saved);
  if (text.length < PACK_LETTERS) return saved;
  const { fingerprint } = saved as { readonly fingerprint: string };
  return { fingerprint, text: new Blob([text], { type: 'application/json' }) };
}

/** The value, or its text where it was packed. */
export const unpacked = (saved: unknown): unknown => (isPacked(saved) ? saved.text.text() : saved);

/** A saved value as the text of a file. */
export const savedText = (saved: unknown): Promise<string> | string =>
  isPacked(saved) ? saved.text.text() : JSON.stringify(saved);
