import { describe, expect, test } from 'vitest';
import type { KeptRun } from './kept-run.ts';
import { createRunStore, isOdd } from './run-store.ts';
import type { Faults } from './testing/fake-indexed-db.ts';
import { FakeIndexedDb } from './testing/fake-indexed-db.ts';
import { ODD_RECORDS } from './testing/odd-records.ts';

const run = (id: string, updated = 1): KeptRun => ({
  version: 1,
  id,
  system: 'memcache',
  scenario: 'stale-set',
  step: 2,
  tries: 1,
  updated,
  guesses: { last: 'set' },
  saved: { lamplight: 1 },
});

function stored(faults?: Faults) {
  const fake = new FakeIndexedDb();
  const store = createRunStore({ factory: () => fake.factory, openMs: 30, workMs: 30 });
  if (faults) fake.faults = faults;
  return { fake, store };
}

describe('runs kept in this browser', () => {
  test('come back as they were kept, the latest first', async () => {
    const { store } = stored();
    for (const one of [run('a', 1), run('b', 3), run('c', 2)]) {
      expect(await store.put(one)).toEqual({ ok: true, value: null });
    }
    expect(await store.get('b')).toEqual({ ok: true, value: run('b', 3) });
    expect(await store.get('none')).toEqual({ ok: true, value: null });
    const listing = await store.list();
    expect(listing.ok && listing.value.runs.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  test.each(Object.entries(ODD_RECORDS))(
    'an odd record is counted, and the others are listed: %s',
    async (name, record) => {
      const { fake, store } = stored();
      await store.put(run('mine'));
      fake.records.set('odd', record);
      const listing = await store.list();
      if (!listing.ok) throw new Error(listing.why);
      expect(listing.value.runs.map(({ id }) => id)).toEqual(['mine']);
      expect(listing.value.odd).toHaveLength(1);
      expect(listing.value.odd[0]?.why).toBe(name === 'of a newer page' ? 'newer' : 'damaged');
      const one = await store.get('odd');
      if (record !== undefined) expect(one.ok && one.value !== null && isOdd(one.value)).toBe(true);
    },
  );

  test('twenty odd records are twenty, exactly as they were found', async () => {
    const { fake, store } = stored();
    for (const [name, record] of Object.entries(ODD_RECORDS)) fake.records.set(name, record);
    const listing = await store.list();
    expect(Object.keys(ODD_RECORDS).length).toBeGreaterThanOrEqual(20);
    expect(listing.ok && listing.value.odd.map(({ record }) => record)).toEqual(Object.values(ODD_RECORDS));
  });
});

/** Every way in which storage fails: what goes wrong, and what is then said of keeping and of listing. */
const FAILURES: Readonly<Record<string, readonly [Faults, put: string, list: string]>> = {
  'opening throws': [
    (step) => (step === 'open' ? { throws: 'SecurityError' } : null),
    'forbidden',
    'forbidden',
  ],
  'opening is refused': [(step) => (step === 'open' ? { fails: 'UnknownError' } : null), 'broken', 'broken'],
  'a private window': [
    (step) => (step === 'open' ? { fails: 'InvalidStateError' } : null),
    'forbidden',
    'forbidden',
  ],
  'opening finds no room': [
    (step) => (step === 'open' ? { fails: 'QuotaExceededError' } : null),
    'full',
    'full',
  ],
  'opening is blocked by another tab': [(step) => (step === 'open' ? 'blocked' : null), 'blocked', 'blocked'],
  'opening never answers': [(step) => (step === 'open' ? 'silent' : null), 'silent', 'silent'],
  'a newer page changed the database': [
    (step) => (step === 'open' ? { fails: 'VersionError' } : null),
    'newer',
    'newer',
  ],
  'the table is not there': [
    (step) => (step === 'transaction' ? { throws: 'NotFoundError' } : null),
    'broken',
    'broken',
  ],
  'the connection is lost every time': [
    (step) => (step === 'transaction' ? 'closes' : null),
    'broken',
    'broken',
  ],
  'putting throws': [(step) => (step === 'put' ? { throws: 'DataCloneError' } : null), 'broken', 'ok'],
  'putting may only read': [
    (step) => (step === 'put' ? { throws: 'ReadOnlyError' } : null),
    'forbidden',
    'ok',
  ],
  'putting finds no room': [
    (step) => (step === 'put' ? { fails: 'QuotaExceededError' } : null),
    'full',
    'ok',
  ],
  'committing finds no room': [
    (step) => (step === 'commit' ? { fails: 'QuotaExceededError' } : null),
    'full',
    'full',
  ],
  'committing is aborted every time': [
    (step) => (step === 'commit' ? { fails: 'AbortError' } : null),
    'broken',
    'broken',
  ],
  'committing never ends': [(step) => (step === 'commit' ? 'silent' : null), 'silent', 'silent'],
  'reading all fails, and one by one works': [
    (step) => (step === 'getAll' ? { fails: 'UnknownError' } : null),
    'ok',
    'ok',
  ],
  'reading fails': [
    (step) => (step === 'getAll' || step === 'getAllKeys' ? { fails: 'UnknownError' } : null),
    'ok',
    'broken',
  ],
  'reading all gives nothing of use': [(step) => (step === 'getAll' ? { gives: null } : null), 'ok', 'ok'],
};

describe('storage that fails answers all the same, with its reason', () => {
  test.each(Object.entries(FAILURES))('%s', async (_, [faults, put, list]) => {
    const { fake, store } = stored();
    expect((await store.put(run('before'))).ok).toBe(true);
    fake.loseConnections();
    fake.faults = faults;
    const [kept, listed] = [await store.put(run('now')), await store.list()];
    expect(kept.ok ? 'ok' : kept.why).toBe(put);
    expect(listed.ok ? 'ok' : listed.why).toBe(list);
    expect(fake.records.get('before')).toEqual(run('before'));
    // Once it works again, so does the store, without a reload.
    fake.faults = () => null;
    expect(await store.put(run('now'))).toEqual({ ok: true, value: null });
    const after = await store.list();
    expect(after.ok && after.value.runs.map(({ id }) => id).sort()).toEqual(['before', 'now']);
  });

  test('no database at all', async () => {
    const none = createRunStore({ factory: () => undefined as unknown as IDBFactory, openMs: 30 });
    expect(await none.put(run('a'))).toEqual({ ok: false, why: 'forbidden' });
    expect(await none.list()).toEqual({ ok: false, why: 'forbidden' });
  });

  test('a connection that the browser closed is opened again', async () => {
    const { fake, store } = stored();
    await store.put(run('a'));
    fake.loseConnections();
    expect(await store.put(run('b'))).toEqual({ ok: true, value: null });
    expect(fake.opened).toBe(2);
  });

  test('a connection lost in the midst of work is opened again, and the work done', async () => {
    const { fake, store } = stored((step, count) => (step === 'put' && count === 1 ? 'closes' : null));
    expect(await store.put(run('a'))).toEqual({ ok: true, value: null });
    expect(fake.records.size).toBe(1);
  });

  test('a connection given away to a newer page is not held, and the next work says that there is one', async () => {
    const { fake, store } = stored();
    await store.put(run('a'));
    for (const database of fake.databases) database.onversionchange?.();
    expect(fake.databases.size).toBe(0);
    fake.faults = (step) => (step === 'open' ? { fails: 'VersionError' } : null);
    expect(await store.put(run('b'))).toEqual({ ok: false, why: 'newer' });
  });

  test('one record that the browser cannot read back is counted, and the others are listed', async () => {
    const { fake, store } = stored();
    await store.put(run('good'));
    await store.put(run('gone'));
    fake.faults = (step, _, key) =>
      step === 'getAll' || (step === 'get' && key === 'gone') ? { fails: 'DataError' } : null;
    const listing = await store.list();
    if (!listing.ok) throw new Error(listing.why);
    expect(listing.value.runs.map(({ id }) => id)).toEqual(['good']);
    expect(listing.value.odd).toEqual([{ why: 'unreadable', record: { id: 'gone' } }]);
  });
});
