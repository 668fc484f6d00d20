import { expect, it } from 'vitest';
import { text } from './text.ts';
import { fill, plain, spans } from './words.ts';

const words = {
  waits: '**{who}** has {n page|pages} waiting.',
  outer: 'So: {inner}',
  value: 'k = `{v}`',
};

it('a number brings the noun that fits it', () => {
  expect(plain(words, text('waits', { who: 'Web 1', n: 1 }))).toBe('Web 1 has 1 page waiting.');
  for (const n of [0, 2, 21, '1,001'])
    expect(plain(words, text('waits', { who: 'Web 1', n }))).toBe(`Web 1 has ${n} pages waiting.`);
});

it('a sentence may stand in a sentence, and its marks become spans', () => {
  expect(spans(words, text('outer', { inner: text('value', { v: 2 }) }))).toEqual([
    { kind: 'plain', text: 'So: k = ' },
    { kind: 'code', text: '2' },
  ]);
});

it('what is missing is seen, never blank', () => {
  expect(fill(words, text('waits', { who: 'C1' }))).toBe('**C1** has {n page|pages} waiting.');
  expect(fill(words, text('no.such.key'))).toBe('no.such.key');
});
