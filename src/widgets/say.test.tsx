import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Say, WordsContext } from './say.tsx';

const drawn = (template: string, args: Readonly<Record<string, string>> = {}): string =>
  renderToStaticMarkup(
    <WordsContext.Provider value={{ said: template }}>
      <Say text={{ key: 'said', args }} />
    </WordsContext.Provider>,
  );

it('a number and its unit stay on one line, in a sentence, strong, and apart', () => {
  expect(drawn('{n} gets/s', { n: '11.9 M' })).toBe('11.9\u00a0M gets/s');
  expect(drawn('in {n} ms a page: {share} %.', { n: '9.4', share: '48' })).toBe(
    'in 9.4\u00a0ms a page: 48\u00a0%.',
  );
  expect(drawn('**{n}** %', { n: '48' })).toBe('<b>48</b>\u00a0%');
  expect(drawn('3 steps, 2 servers, 1 Group')).toBe('3 steps, 2 servers, 1 Group');
});
