// Draws a Text in the language at hand: names strong, values in mono. The tables come down by context, so a widget
// knows no system's words and no language.

import { createContext, useContext, useMemo } from 'react';
import type { Text } from '../base/text.ts';
import type { Span, Words } from '../base/words.ts';
import { plain, spans } from '../base/words.ts';

export const WordsContext = createContext<Words>({});

export function Say({ text }: { readonly text: Text }) {
  const words = useContext(WordsContext);
  return spans(words, text).map((span, index) => {
    const id = `${index}${span.kind}`;
    return <SaySpan key={id} span={span} />;
  });
}

export function SaySpan({ span }: { readonly span: Span }) {
  if (span.kind === 'strong') return <b>{bound(span.text)}</b>;
  if (span.kind === 'code') return <code>{whole(span.text)}</code>;
  return bound(span.text);
}

/** A number and its unit stay on one line: 11.9 M, 48 %, 2 ms; the unit may be what a plain span begins with. */
const bound = (words: string): string =>
  words.replace(/(^|\d) (?=%|(?:[kMG]|ms|µs|s|MB)(?!\p{L}))/gu, '$1\u00a0');

/** A short value stays on one line. */
const whole = (value: string): string => (value.length <= 24 ? value.replaceAll(' ', '\u00a0') : value);

/** The size of labels in pixels, as the theme gives it to this language and reader. */
export function useLabelSize(): number {
  const words = useContext(WordsContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language, and the size with it
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const rem = Number.parseFloat(style.getPropertyValue('--size-1'));
    return rem * Number.parseFloat(style.fontSize) || 12.5;
  }, [words]);
}

/** The same as a plain string, for labels, titles and measuring. */
export function usePlain(): (text: Text) => string {
  const words = useContext(WordsContext);
  return (text) => plain(words, text);
}
