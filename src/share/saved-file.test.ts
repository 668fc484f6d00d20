import { describe, expect, test } from 'vitest';
import { parseSavedFile, sealed } from './saved-file.ts';
import { SAVED_RUN } from './testing/saved-run.ts';

const file = sealed(SAVED_RUN, { last: 'set' });
const backup = (...runs: readonly unknown[]): string => JSON.stringify({ lamplightRuns: 1, runs });

describe('a file of one run', () => {
  test('comes back with what was guessed', () => {
    const read = parseSavedFile(JSON.stringify(file));
    expect(read).toEqual({ ok: true, value: { many: false, runs: [file], bad: [] } });
    expect(file.predictions).toEqual({ last: 'set' });
  });

  test('may begin with a byte-order mark', () => {
    expect(parseSavedFile(`\uFEFF${JSON.stringify(file)}`)).toMatchObject({ ok: true });
  });

  test('is refused where anything in it was changed after it was saved', () => {
    const text = JSON.stringify(file);
    const changes: readonly (readonly [string, string])[] = [
      ['"the other way"', '"the other day"'],
      ['"c"', '"d"'],
      [',100,', ',99,'],
      ['"last":"set"', '"last":"get"'],
      ['"readers":1', '"readers":2'],
      ['"seed":1', '"seed":2'],
      ['"end":"0', '"end":"1'],
      ['"step":102', '"step":101'],
      ['"modelVersion":1', '"modelVersion":2'],
    ];
    for (const [from, to] of changes) {
      expect(text).toContain(from);
      expect(parseSavedFile(text.replace(from, to)), from).toMatchObject({ error: { key: 'saved.changed' } });
    }
  });

  test('keeps its check when its fields come in another order', () => {
    const turned = Object.fromEntries(Object.entries(file).reverse());
    expect(parseSavedFile(JSON.stringify(turned))).toMatchObject({ ok: true });
  });

  test('says in words that it is too large, or not one of ours', () => {
    const huge = parseSavedFile(' '.repeat(64_000_001));
    expect(huge).toMatchObject({ error: { key: 'saved.too-big', args: { size: '65 MB', most: '64 MB' } } });
    expect(parseSavedFile('{"a":1}')).toMatchObject({ error: { key: 'saved.not-saved' } });
    expect(parseSavedFile('null')).toMatchObject({ error: { key: 'saved.not-saved' } });
    expect(parseSavedFile('{')).toMatchObject({ error: { key: 'saved.not-json' } });
  });
});

describe('a backup of many', () => {
  test('gives every good run and lists the bad, each with its place', () => {
    const read = parseSavedFile(backup(file, null, { ...file, seed: 2 }, SAVED_RUN, 7, { lamplight: 9 }));
    expect(read).toEqual({
      ok: true,
      value: {
        many: true,
        runs: [file, SAVED_RUN],
        bad: [
          { at: 2, why: { key: 'saved.not-saved' } },
          { at: 3, why: { key: 'saved.changed' } },
          { at: 5, why: { key: 'saved.not-saved' } },
          { at: 6, why: { key: 'saved.newer', args: { version: 9, newest: 1 } } },
        ],
      },
    });
  });

  test('of nothing but null is a list of one bad run, and of none is empty', () => {
    expect(parseSavedFile(backup(null))).toMatchObject({ value: { runs: [], bad: [{ at: 1 }] } });
    expect(parseSavedFile(backup())).toMatchObject({ value: { runs: [], bad: [] } });
    expect(parseSavedFile('{"lamplightRuns":1,"runs":7}')).toMatchObject({
      error: { key: 'saved.not-saved' },
    });
  });
});
