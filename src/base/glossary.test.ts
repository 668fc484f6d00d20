import { expect, it } from 'vitest';
import { glossaryOf, termsIn, withTerms } from './glossary.ts';

const en = glossaryOf({
  'term.lease': 'lease',
  'term.lease.note': 'A token that a miss hands out.',
  'term.stale': 'stale',
  'term.stale.note': 'Older than the database.',
  'term.stale-set': 'stale set',
  'term.stale-set.note': 'A set of an old value.',
  'other.key': 'lease',
});

const names = (sentence: string, terms = en) =>
  termsIn(sentence, terms).map(({ term, from, to }) => [term.id, sentence.slice(from, to)]);

it('a table holds its terms with their notes', () => {
  expect(en).toHaveLength(3);
  expect(en[0]).toEqual({ id: 'lease', name: 'lease', note: 'A token that a miss hands out.' });
});

it('a sentence says a term once, where it first stands; a longer one hides the shorter', () => {
  expect(names('Leases stop stale sets; a lease is not released, a released value is stale.')).toEqual([
    ['lease', 'Leases'],
    ['stale-set', 'stale sets'],
    ['stale', 'stale'],
  ]);
  expect(names('Nothing here')).toEqual([]);
});

it('in Chinese a term needs no space around it', () => {
  const zh = glossaryOf({ 'term.lease': '租约', 'term.lease.note': '未命中时发出的令牌。' });
  expect(names('没有租约就不能回填', zh)).toEqual([['lease', '租约']]);
});

it('beside another language a term has its English name, unless that is the same', () => {
  const words = { 'term.lease': '租约', 'term.mcsqueal': 'mcsqueal' };
  const english = { 'term.lease': 'lease', 'term.mcsqueal': 'mcsqueal' };
  expect(glossaryOf(words, english).map((term) => term.english)).toEqual(['lease', undefined]);
});

it('a sentence in spans is cut at its terms: each once, none said before, none within mono', () => {
  const spans = [
    { kind: 'strong', text: 'C1' },
    { kind: 'plain', text: ' has a lease; its lease on ' },
    { kind: 'code', text: 'stale' },
    { kind: 'plain', text: ' is stale.' },
  ] as const;
  const cut = (before: readonly string[]) =>
    withTerms(spans, en, before).map(({ span, term }) => [span.text, term?.id ?? null]);
  expect(cut([])).toEqual([
    ['C1', null],
    [' has a ', null],
    ['lease', 'lease'],
    ['; its lease on ', null],
    ['stale', null],
    [' is ', null],
    ['stale', 'stale'],
    ['.', null],
  ]);
  expect(cut(['What is a stale lease?']).filter(([, term]) => term !== null)).toEqual([]);
});
