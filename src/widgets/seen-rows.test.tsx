// @vitest-environment happy-dom

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axisOf } from './axis.ts';
import type { SeenRow } from './seen-rows.tsx';
import { SeenRows } from './seen-rows.tsx';

const row = (one: Partial<SeenRow>): SeenRow => ({
  id: 'B',
  told: 'world B',
  name: 'B',
  dots: [],
  words: [],
  until: 0,
  next: null,
  ...one,
});
function drawn(one: Partial<SeenRow>, first = 1): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = renderToStaticMarkup(
    <SeenRows rows={[row(one)]} first={first} axis={axisOf(958, true)} rowHeight={28} />,
  );
  return host;
}
const dots = (host: HTMLElement) =>
  [...host.querySelectorAll('.seen-dot')].map((dot) => [
    dot.getAttribute('class')?.split(' ')[1],
    dot.getAttribute('data-kind'),
    dot.hasAttribute('data-fresh'),
  ]);

test('filled is one’s own, a ring another’s, a cross what is missing; what was learnt now is marked', () => {
  const host = drawn({
    dots: [
      { slot: 1, kind: 'other', fresh: false },
      { slot: 2, kind: 'own', fresh: true },
      { slot: 3, kind: 'missing', fresh: false },
    ],
  });
  expect(dots(host)).toEqual([
    ['at-1', 'other', false],
    ['at-2', 'own', true],
    ['at-3', 'missing', false],
  ]);
  expect(host.querySelector('path.seen-dot')).not.toBeNull();
});

test('a line up to where it last asked, dotted from there on; none where nothing can be known', () => {
  const lines = (until: number | null): number =>
    drawn({ dots: [{ slot: 1, kind: 'own', fresh: false }], until }).querySelectorAll('line').length;
  expect([lines(2), lines(0), lines(null)]).toEqual([2, 1, 0]);
});

test('what stands before the page is no dot, and its line comes in from the left', () => {
  const host = drawn({ dots: [1, 2, 9].map((slot) => ({ slot, kind: 'own', fresh: false })), until: 9 }, 8);
  expect(dots(host).map(([slot]) => slot)).toEqual(['at-9']);
  expect(host.querySelector('line')?.getAttribute('x1')).toBe('0');
});

test('a word where something was kept from one', () => {
  const host = drawn({ words: [{ slot: 5, text: 'hidden' }], until: 6 });
  expect(host.querySelector('.seen-word')?.textContent).toBe('hidden');
});
