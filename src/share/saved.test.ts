import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SavedRun } from './saved.ts';
import { MAX_SAVED_STEPS, parseSaved, parseSavedText } from './saved.ts';
import { packKeys, stepsOfKeys } from './saved-keys.ts';
import { SAVED_RUN } from './testing/saved-run.ts';

const saved: SavedRun = { ...SAVED_RUN, predictions: { last: 'set' } };
const refusal = (value: unknown) => {
  const read = parseSaved(value);
  return read.ok ? null : read.error;
};

describe('a saved run', () => {
  test('reads back what was written', () => {
    expect(parseSavedText(JSON.stringify(saved))).toEqual({ ok: true, value: saved });
  });

  test('says what is wrong and where', () => {
    expect(refusal({ ...saved, seed: '1' })).toEqual({
      key: 'saved.wrong',
      args: { where: 'seed', expected: 'number', received: '"1"' },
    });
    expect(refusal({ ...saved, tries: [{ ...saved.tries[0], keys: ['a', {}] }] })?.args).toMatchObject({
      where: 'tries.0.keys.1',
    });
    expect(refusal({ ...saved, extra: 1 })).toMatchObject({ key: 'saved.wrong', args: { where: 'extra' } });
    expect(refusal({ ...saved, lamplight: 2 })).toMatchObject({ key: 'saved.newer' });
    expect(refusal({ ...saved, lamplight: undefined })).toMatchObject({ key: 'saved.not-saved' });
    expect(refusal([])).toMatchObject({ key: 'saved.not-saved' });
    expect(refusal(null)).toMatchObject({ key: 'saved.not-saved' });
    expect(parseSavedText('{"lamplight":')).toMatchObject({ error: { key: 'saved.not-json' } });
  });

  test('refuses names that reach into prototypes, wherever they are', () => {
    const text = JSON.stringify(saved);
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const inParams = text.replace('"lease"', `"${name}"`);
      expect(parseSavedText(inParams)).toMatchObject({
        error: { key: 'saved.bad-key', args: { where: `params.${name}` } },
      });
      expect(parseSavedText(text.replace('{', `{"${name}":{},`))).toMatchObject({
        error: { key: 'saved.bad-key' },
      });
    }
  });

  test('refuses nesting without end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const read = parseSavedText(JSON.stringify(saved).replace('"lease":"off"', `"lease":${deep}`));
    expect(read).toMatchObject({ error: { key: 'saved.too-deep' } });
  });

  test('refuses tries that leave from nowhere, cursors beside the run, and endless work', () => {
    const [first, second] = saved.tries;
    if (!first || !second) throw new Error('two tries');
    const tries = (...list: unknown[]) =>
      refusal({ ...saved, tries: list, cursor: { try: 0, step: 0 } })?.key;
    expect(tries(first, { ...second, at: 103 })).toBe('saved.no-parent');
    expect(tries(first, { ...second, parent: 1 })).toBe('saved.no-parent');
    expect(tries(first, { ...second, parent: null })).toBe('saved.no-parent');
    expect(tries({ ...first, parent: 0 })).toBe('saved.no-parent');
    expect(tries(first, { ...second, keys: [] })).toBe('saved.no-parent');
    expect(tries({ ...first, keys: [MAX_SAVED_STEPS, 'one more'] })).toBe('saved.too-long');
    expect(tries()).toBe('saved.wrong');
    expect(refusal({ ...saved, cursor: { try: 1, step: 103 } })?.key).toBe('saved.no-cursor');
    expect(refusal({ ...saved, cursor: { try: 2, step: 0 } })?.key).toBe('saved.no-cursor');
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), fc.constantFrom(...Object.keys(saved)), (value, key) => {
        parseSaved(value);
        const read = parseSaved({ ...saved, [key]: value });
        if (!read.ok) expect(read.error.key).toMatch(/^saved\./);
      }),
    );
  });

  test('keeps short stretches of the scheduler’s key by key and long ones as their length', () => {
    const keys = Array.from({ length: 200 }, (_, index) => `k${index}`);
    const packed = packKeys(keys, (index) => index < 10 || (index >= 20 && index < 120));
    expect(packed.slice(0, 22)).toEqual([...keys.slice(0, 20), 100, 'k120']);
    expect(stepsOfKeys(packed)).toBe(200);
  });
});
