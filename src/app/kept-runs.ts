// Runs kept in this browser (IndexedDB): one record a run, so that several tabs never write over each other. Nothing is
// ever deleted by the page. A record says which version of itself it is; a newer one is left alone.

export interface KeptRun {
  readonly version: 1;
  readonly id: string;
  readonly system: string;
  readonly scenario: string;
  readonly step: number;
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly updated: number;
  readonly guesses: Readonly<Record<string, string>>;
  /** The session's own saved value, with every try. */
  readonly saved: unknown;
}

export type KeepFailure = 'full' | 'forbidden';

const RUNS = 'runs';
let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('lamplight', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(RUNS, { keyPath: 'id' });
    request.onsuccess = () => {
      // Another tab with a newer page may need to change the shape: let it.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('blocked', 'InvalidStateError'));
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await database();
  return new Promise<T>((resolve, reject) => {
    const transaction = db.transaction(RUNS, mode);
    const request = work(transaction.objectStore(RUNS));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Keeps the run; says why where the browser would not. */
export async function keepRun(run: KeptRun): Promise<KeepFailure | null> {
  try {
    await inStore('readwrite', (store) => store.put(run));
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  }
}

export async function keptRun(id: string): Promise<KeptRun | null> {
  try {
    return ((await inStore('readonly', (store) => store.get(id))) as KeptRun | undefined) ?? null;
  } catch {
    return null;
  }
}

/** All of them, the latest first. */
export async function keptRuns(): Promise<readonly KeptRun[]> {
  try {
    const all = (await inStore('readonly', (store) => store.getAll())) as KeptRun[];
    return all.filter((run) => run.version === 1).sort((a, b) => b.updated - a.updated);
  } catch {
    return [];
  }
}
