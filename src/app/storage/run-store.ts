// The runs kept in this browser: one record a run, so that several tabs never write over each other. Nothing is ever
// deleted. Whatever storage does, an answer comes, and says which it is; whatever a record holds, it is looked at before
// it is called a run.

import type { Connection, ConnectionOptions, Stored } from './connection.ts';
import { createConnection } from './connection.ts';
import type { KeptRun, Oddity, OddRecord } from './kept-run.ts';
import { oddity } from './kept-run.ts';

export interface Listing {
  /** The latest first. */
  readonly runs: readonly KeptRun[];
  readonly odd: readonly OddRecord[];
}

export interface RunStore {
  /** Every record, looked at. */
  list(): Promise<Stored<Listing>>;
  /** The run of this id; an odd record under it is none of ours and says so; null where there is nothing. */
  get(id: string): Promise<Stored<KeptRun | OddRecord | null>>;
  put(run: KeptRun): Promise<Stored<null>>;
}

const TABLE = 'runs';

export function createRunStore(options: Pick<ConnectionOptions, 'factory' | 'openMs' | 'workMs'>): RunStore {
  const connection = createConnection({
    ...options,
    name: 'lamplight',
    version: 1,
    upgrade: (database) => database.createObjectStore(TABLE, { keyPath: 'id' }),
  });
  return {
    async list() {
      const all = await everyRecord(connection);
      return all.ok ? { ok: true, value: parted(all.value) } : all;
    },
    async get(id) {
      const found = await connection.run<unknown>(TABLE, 'readonly', (store) => store.get(id));
      if (!found.ok || found.value === undefined) return found.ok ? { ok: true, value: null } : found;
      const why = oddity(found.value);
      return { ok: true, value: why === null ? (found.value as KeptRun) : { why, record: found.value } };
    },
    async put(run) {
      const put = await connection.run(TABLE, 'readwrite', (store) => store.put(run));
      return put.ok ? { ok: true, value: null } : put;
    },
  };
}

export const isOdd = (found: KeptRun | OddRecord): found is OddRecord => 'why' in found;

interface Looked {
  readonly why: Oddity | null;
  readonly record: unknown;
}

const looked = (record: unknown): Looked => ({ why: oddity(record), record });

/** All at once; where one that cannot be read spoils that, one by one. */
async function everyRecord(connection: Connection): Promise<Stored<readonly Looked[]>> {
  const all = await connection.run<unknown[]>(TABLE, 'readonly', (store) => store.getAll());
  if (all.ok && Array.isArray(all.value)) return { ok: true, value: all.value.map(looked) };
  if (!all.ok && all.why !== 'broken') return all;
  const keys = await connection.run(TABLE, 'readonly', (store) => store.getAllKeys());
  if (!keys.ok) return keys;
  const records: Looked[] = [];
  for (const key of keys.value) {
    const one = await connection.run<unknown>(TABLE, 'readonly', (store) => store.get(key));
    records.push(one.ok ? looked(one.value) : { why: 'unreadable', record: { id: key } });
  }
  return { ok: true, value: records };
}

function parted(records: readonly Looked[]): Listing {
  const runs: KeptRun[] = [];
  const odd: OddRecord[] = [];
  for (const { why, record } of records) {
    if (why === null) runs.push(record as KeptRun);
    else odd.push({ why, record });
  }
  return { runs: runs.sort((a, b) => b.updated - a.updated), odd };
}
