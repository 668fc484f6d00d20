// One connection to a database of this browser, opened when it is first needed and again whenever it is lost. Every
// piece of work ends: with its value, or with the reason for which there is none. A browser that does not answer is
// given up on after a while, and asked afresh by the next piece of work.

/** Why storage did not do what it was asked. */
export type StorageFailure =
  /** This browser, or the way it is set, lets the page store nothing. */
  | 'forbidden'
  | 'full'
  /** It was asked and does not answer. */
  | 'silent'
  /** Another tab holds an older shape of the database and does not let go. */
  | 'blocked'
  /** A newer page has changed the shape of the database. */
  | 'newer'
  /** It answers, but cannot do this: what is stored is damaged, or the connection is lost each time. */
  | 'broken';

export type Stored<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: StorageFailure };

export interface ConnectionOptions {
  /** Where databases are had; asking may throw. */
  readonly factory: () => IDBFactory;
  readonly name: string;
  readonly version: number;
  readonly upgrade: (database: IDBDatabase) => void;
  /** Opening that has not answered by then is given up. */
  readonly openMs?: number;
  /** So is work; a large run on a slow disk takes a while. */
  readonly workMs?: number;
}

export interface Connection {
  /** Runs work in one transaction on one table; its last request's result is the value. */
  run<T>(
    table: string,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<Stored<T>>;
}

const OPEN_MS = 3000;
const WORK_MS = 20_000;

/** Thrown where no DOMException says as much. */
class Failed extends Error {
  readonly why: StorageFailure;
  constructor(why: StorageFailure) {
    super(why);
    this.why = why;
  }
}

export function createConnection(options: ConnectionOptions): Connection {
  const { openMs = OPEN_MS, workMs = WORK_MS } = options;
  let opened: Promise<IDBDatabase> | null = null;

  /** The database at hand, or one that is being opened; a lost one is forgotten. */
  function database(): Promise<IDBDatabase> {
    if (opened) return opened;
    const opening = openDatabase(options, openMs, () => forget(opening));
    opened = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(which: Promise<IDBDatabase>): void {
    if (opened === which) opened = null;
  }

  async function attempt<T>(
    table: string,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const db = await database();
    try {
      return await inTransaction(db, table, mode, work, workMs);
    } catch (error) {
      // Whatever went wrong, the next piece of work does not depend on this connection.
      opened = null;
      db.close();
      throw error;
    }
  }

  return {
    async run(table, mode, work) {
      for (let again = false; ; again = true) {
        try {
          return { ok: true, value: await attempt(table, mode, work) };
        } catch (error) {
          if (!again && isLost(error)) continue;
          return { ok: false, why: reasonOf(error) };
        }
      }
    },
  };
}

function openDatabase(
  { factory, name, version, upgrade }: ConnectionOptions,
  openMs: number,
  onLost: () => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let blocked = false;
    let late = false;
    const request = factory().open(name, version);
    const timer = setTimeout(() => {
      late = true;
      reject(new Failed(blocked ? 'blocked' : 'silent'));
    }, openMs);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onblocked = () => {
      blocked = true;
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const db = request.result;
      if (late) return db.close();
      // A newer page may need to change the shape: let it.
      db.onversionchange = () => {
        db.close();
        onLost();
      };
      db.onclose = onLost;
      resolve(db);
    };
    request.onerror = () => {
      clearTimeout(timer);
      // Some browsers say so of a private window, whose storage takes nothing.
      reject(nameOf(request.error) === 'InvalidStateError' ? new Failed('forbidden') : request.error);
    };
  });
}

function inTransaction<T>(
  db: IDBDatabase,
  table: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
  workMs: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(table, mode);
    const timer = setTimeout(() => reject(new Failed('silent')), workMs);
    const fail = (error: unknown): void => {
      clearTimeout(timer);
      reject(error);
    };
    let request: IDBRequest<T> | null = null;
    transaction.oncomplete = () => {
      clearTimeout(timer);
      // One in which nothing could be asked completes too.
      if (request) resolve(request.result);
    };
    transaction.onabort = () =>
      fail(transaction.error ?? request?.error ?? new DOMException('', 'AbortError'));
    try {
      request = work(transaction.objectStore(table));
    } catch (error) {
      fail(error);
    }
  });
}

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '');

/** The connection went away under the work: with another it may well be done. */
const isLost = (error: unknown): boolean => ['AbortError', 'InvalidStateError'].includes(nameOf(error));

function reasonOf(error: unknown): StorageFailure {
  if (error instanceof Failed) return error.why;
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'SecurityError':
    case 'ReadOnlyError':
    case 'NotAllowedError':
      return 'forbidden';
    case '':
      // No database to be had at all: `indexedDB` is missing, or asking for it throws something of its own.
      return error instanceof TypeError || error instanceof ReferenceError ? 'forbidden' : 'broken';
    default:
      return 'broken';
  }
}
