import { expect, test } from 'vitest';
import { catalog } from '../systems/catalog.ts';
import { forewords } from './forewords.ts';

test('every plain address has a title and a sentence in each language, and none is said twice', async () => {
  const names = [''];
  for (const { id, card } of catalog)
    names.push(...(await card()).scenarios.map(({ id: scenario }) => `${id}/${scenario}`));
  const [en, zh] = [forewords['forewords.en'], forewords['forewords.zh']].map((json) => JSON.parse(json));
  for (const said of [en, zh]) {
    expect(Object.keys(said)).toEqual(names);
    const all = (Object.values(said) as string[][]).flat();
    expect(all.filter((words) => words.trim() === '')).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  }
  expect(names.filter((name) => en[name][0] === zh[name][0])).toEqual([]);
});
