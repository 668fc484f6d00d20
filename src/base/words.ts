// Turns a Text into words of one language. A table is a plain record of templates; `{name}` stands for an argument,
// `{count page|pages}` for a number with its noun, `**bold**` for a name, backticks for a value in mono. Pages draw the
// spans; the command line joins them.

import type { Text, TextArg } from './text.ts';

export type Words = Readonly<Record<string, string>>;
export type Language = 'en' | 'zh';

export interface Span {
  readonly kind: 'plain' | 'strong' | 'code';
  readonly text: string;
}

/** An argument, alone or with its noun for one and for any other number. */
const PLACE = /\{(\w+)(?: ([^{}|]+)\|([^{}|]+))?\}/g;

/** The arguments a template asks for, each once, in order of name: the same in every language. */
export const placesOf = (template: string): readonly string[] =>
  [...new Set([...template.matchAll(PLACE)].map((match) => match[1] as string))].sort();

/** The template with its arguments filled in, marks kept; a key that no table has stands for itself. */
export function fill(words: Words, text: Text): string {
  const template = words[text.key] ?? text.key;
  return template.replace(PLACE, (whole, name: string, one?: string, many?: string) => {
    const arg: TextArg | undefined = text.args?.[name];
    if (arg === undefined) return whole;
    const value = typeof arg === 'object' ? fill(words, arg) : String(arg);
    return one === undefined ? value : `${value} ${value === '1' ? one : many}`;
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
