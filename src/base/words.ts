// Turns a Text into words of one language. A table is a plain record of templates; `{name}` stands for an argument,
// `**bold**` for a name, backticks for a value in mono. Pages draw the spans; the command line joins them.

import type { Text, TextArg } from './text.ts';

export type Words = Readonly<Record<string, string>>;

export interface Span {
  readonly kind: 'plain' | 'strong' | 'code';
  readonly text: string;
}

/** The template with its arguments filled in, marks kept; a key that no table has stands for itself. */
export function fill(words: Words, text: Text): string {
  const template = words[text.key] ?? text.key;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const arg: TextArg | undefined = text.args?.[name];
    if (arg === undefined) return whole;
    return typeof arg === 'object' ? fill(words, arg) : String(arg);
  });
}

/** The same as spans: what stands between two `**` is strong, between two backticks code. */
export function spans(words: Words, text: Text): readonly Span[] {
  const out: Span[] = [];
  const pattern = /\*\*(.+?)\*\*|`(.+?)`/g;
  const filled = fill(words, text);
  let last = 0;
  for (const match of filled.matchAll(pattern)) {
    if (match.index > last) out.push({ kind: 'plain', text: filled.slice(last, match.index) });
    out.push(
      match[1] !== undefined ? { kind: 'strong', text: match[1] } : { kind: 'code', text: match[2] ?? '' },
    );
    last = match.index + match[0].length;
  }
  if (last < filled.length) out.push({ kind: 'plain', text: filled.slice(last) });
  return out;
}

/** The same as one plain string. */
export const plain = (words: Words, text: Text): string =>
  spans(words, text)
    .map((span) => span.text)
    .join('');
