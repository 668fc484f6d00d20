import { expect, test } from 'vitest';
import { asParts } from './parts-catalog.ts';

test('everything an entry loads is asked for once more, and what it says at once is as it was', async () => {
  let asked = 0;
  const flaky = async (what: string): Promise<string> => {
    if (++asked % 2 === 1) throw new TypeError('not there');
    return what;
  };
  const entry = { id: 'toy', card: { steps: [1, 2] }, load: flaky, words: { en: () => flaky('words') } };
  const parts = asParts(entry);
  expect(parts).toMatchObject({ id: 'toy', card: { steps: [1, 2] } });
  expect(await parts.load('system')).toBe('system');
  expect(await parts.words.en()).toBe('words');
  expect(asked).toBe(4);
});
