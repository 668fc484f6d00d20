// The terms of a field, each explained once: a table of words holds `term.ID` and `term.ID.note`. A sentence shows which
// of them it says, so that a note can be opened where a term first stands.

import type { Span, Words } from './words.ts';

export interface Term {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** In English, where the name is not. */
  readonly english?: string;
}

/** The terms that a table of words explains; beside another language, the English one. */
export const glossaryOf = (words: Words, english: Words = words): readonly Term[] =>
  Object.entries(words).flatMap(([key, name]) => {
    const [, id] = /^term\.([\w-]+)$/.exec(key) ?? [];
    if (id === undefined) return [];
    const term: Term = { id, name, note: words[`${key}.note`] ?? '' };
    const other = english[key];
    return other === undefined || other === name ? term : { ...term, english: other };
  });

export interface Said<T> {
  readonly term: T;
  readonly from: number;
  readonly to: number;
}

/** Where a sentence first says each term, in order; a longer term hides a shorter one that is part of it. */
export function termsIn<T extends { readonly name: string }>(
  sentence: string,
  terms: readonly T[],
): readonly Said<T>[] {
  const found: Said<T>[] = [];
  const taken = new Array<boolean>(sentence.length).fill(false);
  for (const term of [...terms].sort((a, b) => b.name.length - a.name.length)) {
    const places = [...sentence.matchAll(pattern(term.name))]
      .map((match) => ({ term, from: match.index, to: match.index + match[0].length }))
      .filter(({ from, to }) => !taken.slice(from, to).includes(true));
    for (const { from, to } of places) taken.fill(true, from, to);
    if (places[0]) found.push(places[0]);
  }
  return found.sort((a, b) => a.from - b.from);
}

export interface Piece<T> {
  readonly span: Span;
  /** The term that this piece is. */
  readonly term: T | null;
}

/**
 * Spans with the terms they say as pieces of their own: each term once, and none of those that texts before this one
 * say. What is in mono is a value, and a term never crosses from one span into another.
 */
export function withTerms<T extends { readonly name: string }>(
  spans: readonly Span[],
  terms: readonly T[],
  before: readonly string[] = [],
): readonly Piece<T>[] {
  const known = new Set(before.flatMap((text) => termsIn(text, terms).map(({ term }) => term)));
  return spans.flatMap((span): readonly Piece<T>[] => {
    if (span.kind === 'code') return [{ span, term: null }];
    const pieces: Piece<T>[] = [];
    const part = (from: number, to: number, term: T | null): void => {
      if (to > from) pieces.push({ span: { kind: span.kind, text: span.text.slice(from, to) }, term });
    };
    let at = 0;
    for (const { term, from, to } of termsIn(span.text, terms)) {
      if (known.has(term)) continue;
      known.add(term);
      part(at, from, null);
      part(from, to, term);
      at = to;
    }
    part(at, span.text.length, null);
    return pieces;
  });
}

/** In English a word of its own, one or many; in Chinese wherever it stands. */
function pattern(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[\w -]+$/.test(name)
    ? new RegExp(`(?<![\\w-])${plain}(?:es|s)?(?![\\w-])`, 'gi')
    : new RegExp(plain, 'g');
}
