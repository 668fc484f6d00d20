// @vitest-environment happy-dom

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { commonStart, TwoValues } from './two-values.tsx';

const boldIn = (html: string): readonly string[] =>
  [...html.matchAll(/<b>(.*?)<\/b>/g)].map(([, word]) => word ?? '');

test('of counts the larger one of each column is bold', () => {
  const html = renderToStaticMarkup(
    <TwoValues
      told="refused C"
      heads={['A', 'B', 'C', 'T']}
      rows={[
        { label: 'C2', value: [1, 1, 2, 1] },
        { label: 'B2', value: [2, 2, 1, 1] },
      ]}
    />,
  );
  expect(boldIn(html)).toEqual(['2', '2', '2']);
  expect(html).toContain('<td><span>T</span>1</td>');
});

test('of words what parts them is bold, however long they are', () => {
  const html = renderToStaticMarkup(
    <TwoValues
      told="refused C"
      heads={[]}
      rows={[
        { label: 'asked for', value: `ca03${'0'.repeat(60)}` },
        { label: 'there was', value: `ca13${'0'.repeat(60)}` },
      ]}
    />,
  );
  expect(boldIn(html).map((word) => word.slice(0, 2))).toEqual(['03', '13']);
  expect(html).toContain('…');
});

test('how far two words are the same', () => {
  expect([commonStart('abc', 'abd'), commonStart('', 'a'), commonStart('ab', 'ab')]).toEqual([2, 0, 2]);
});
