import { expect, test } from 'vitest';
import { askTwice, isMissingPart } from './ask-twice.ts';
import { Refusal } from './result.ts';

const atOnce = async (): Promise<void> => {};

test('a part that arrives is asked for once', async () => {
  let asked = 0;
  expect(await askTwice(async () => ++asked, atOnce)).toBe(1);
});

test('a part that does not arrive is asked for once more, after what can be mended was', async () => {
  const told: string[] = [];
  const load = async (): Promise<string> => {
    told.push('asked');
    if (told.length === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return 'here';
  };
  expect(await askTwice(load, async () => void told.push('mended'))).toBe('here');
  expect(told).toEqual(['asked', 'mended', 'asked']);
});

test('a part that never arrives is refused in words, not as a fault', async () => {
  let asked = 0;
  const refused = await askTwice(async () => {
    asked++;
    throw new TypeError('Importing a module script failed.');
  }, atOnce).catch((error: unknown) => error);
  expect(asked).toBe(2);
  expect(refused).toBeInstanceOf(Refusal);
  expect(isMissingPart(refused)).toBe(true);
  expect((refused as Error).cause).toBeInstanceOf(TypeError);
});

test('what is refused in words is not asked for again', async () => {
  let asked = 0;
  const refusal = new Refusal({ key: 'link.unknown-scenario' });
  const refused = await askTwice(async () => {
    asked++;
    throw refusal;
  }, atOnce).catch((error: unknown) => error);
  expect(refused).toBe(refusal);
  expect(asked).toBe(1);
});
