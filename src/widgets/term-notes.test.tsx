import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordsContext } from './say.tsx';
import { TermNotes } from './term-notes.tsx';

const WORDS = { name: 'the lease holds', note: 'Nobody else sets the key.', said: 'The lease is given.' };
const TERMS = [{ id: 'lease', name: 'lease', note: 'A token.' }];

const drawn = (props: Omit<Parameters<typeof TermNotes>[0], 'terms'>): string =>
  renderToStaticMarkup(
    <WordsContext value={WORDS}>
      <TermNotes {...props} terms={TERMS} />
    </WordsContext>,
  );

test('a name with a note is one button that opens it, with what else stands there', () => {
  const html = drawn({ text: { key: 'name' }, note: { key: 'note' }, more: () => <i>violated in step 5</i> });
  const [, id] = /<button[^>]*popoverTarget="([^"]+)"[^>]*>the lease holds<\/button>/i.exec(html) ?? [];
  expect(id).toBeDefined();
  expect(html).toContain(`id="${id}"`);
  expect(html).toContain('<span>Nobody else sets the key.</span><i>violated in step 5</i>');
  expect(html.match(/<button/g)).toHaveLength(1);
});

test('a sentence explains the terms in it, and not those that stood above', () => {
  expect(drawn({ text: { key: 'said' } })).toContain('<span>A token.</span>');
  expect(drawn({ text: { key: 'said' }, after: [{ key: 'name' }] })).toBe('The lease is given.');
});
