// As much of IndexedDB as a store of runs uses, in memory, with faults put in: each step asks what is to go wrong there.

/** Where something can go wrong. */
export type Step = 'open' | 'transaction' | 'put' | 'get' | 'getAll' | 'getAllKeys' | 'commit';

/** `throws`, `fails`: with a DOMException of that name. `silent`: never answers. `closes`: the connection is lost there. */
export type Fault =
  | { readonly throws: string }
  | { readonly fails: string }
  | { readonly gives: unknown }
  | 'silent'
  | 'blocked'
  | 'closes';

/** The fault of this step, the `count`th of its kind (from 1). */
export type Faults = (step: Step, count: number, key: unknown) => Fault | null;

const failure = (name: string): DOMException => new DOMException(`put in: ${name}`, name);

class FakeRequest {
  result: unknown;
  error: DOMException | null = null;
  onsuccess: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onblocked: (() => void) | null = null;
  onupgradeneeded: (() => void) | null = null;
}

export class FakeIndexedDb {
  readonly records = new Map<unknown, unknown>();
  faults: Faults = () => null;
  /** How often it was opened with success. */
  opened = 0;
  private made = false;
  private readonly counts = new Map<Step, number>();
  readonly databases = new Set<FakeDatabase>();

  get factory(): IDBFactory {
    return { open: () => this.open() } as unknown as IDBFactory;
  }

  fault(step: Step, key?: unknown): Fault | null {
    const count = (this.counts.get(step) ?? 0) + 1;
    this.counts.set(step, count);
    const fault = this.faults(step, count, key);
    if (typeof fault === 'object' && fault !== null && 'throws' in fault) throw failure(fault.throws);
    return fault;
  }

  /** What the browser does when it closes a connection by itself. */
  loseConnections(): void {
    for (const database of this.databases) database.lose();
  }

  private open(): FakeRequest {
    const request = new FakeRequest();
    const fault = this.fault('open');
    setTimeout(() => {
      if (fault === 'blocked') return request.onblocked?.();
      if (fault === 'silent') return;
      if (typeof fault === 'object' && fault !== null && 'fails' in fault) {
        request.error = failure(fault.fails);
        return request.onerror?.();
      }
      const database = new FakeDatabase(this);
      this.databases.add(database);
      request.result = database;
      if (!this.made) request.onupgradeneeded?.();
      this.made = true;
      this.opened++;
      request.onsuccess?.();
    });
    return request;
  }
}

class FakeDatabase {
  onclose: (() => void) | null = null;
  onversionchange: (() => void) | null = null;
  private closed = false;
  private readonly home: FakeIndexedDb;
  private readonly live = new Set<FakeTransaction>();

  constructor(home: FakeIndexedDb) {
    this.home = home;
  }

  createObjectStore(): void {}

  close(): void {
    this.closed = true;
    this.home.databases.delete(this);
  }

  /** Its transactions are aborted, and it is told last of all. */
  lose(): void {
    this.close();
    for (const transaction of this.live) transaction.abort('AbortError');
    this.onclose?.();
  }

  transaction(): FakeTransaction {
    if (this.closed) throw failure('InvalidStateError');
    const fault = this.home.fault('transaction');
    const transaction = new FakeTransaction(this.home, () => this.lose());
    this.live.add(transaction);
    if (fault === 'closes') setTimeout(() => this.lose());
    return transaction;
  }
}

class FakeTransaction {
  error: DOMException | null = null;
  oncomplete: (() => void) | null = null;
  onabort: (() => void) | null = null;
  private done = false;
  private readonly home: FakeIndexedDb;
  private readonly lose: () => void;

  constructor(home: FakeIndexedDb, lose: () => void) {
    this.home = home;
    this.lose = lose;
  }

  abort(name: string): void {
    if (this.done) return;
    this.done = true;
    this.error = failure(name);
    this.onabort?.();
  }

  objectStore(): object {
    const { records } = this.home;
    return {
      get: (id: unknown) => this.ask('get', () => structuredClone(records.get(id)), id),
      getAll: () => this.ask('getAll', () => [...records.values()].map((record) => structuredClone(record))),
      getAllKeys: () => this.ask('getAllKeys', () => [...records.keys()]),
      put: (record: { readonly id: string }) => {
        const copy = structuredClone(record);
        return this.ask(
          'put',
          () => undefined,
          record.id,
          () => records.set(copy.id, copy),
        );
      },
    };
  }

  /** Answers, then commits; what was written stands only once it has. */
  private ask(step: Step, answer: () => unknown, key?: unknown, write?: () => void): FakeRequest {
    const request = new FakeRequest();
    // One in which nothing could be asked completes, as a browser's does.
    const empty = setTimeout(() => this.oncomplete?.());
    const fault = this.home.fault(step, key);
    clearTimeout(empty);
    setTimeout(() => {
      if (this.done || fault === 'silent') return;
      if (fault === 'closes') return this.lose();
      if (typeof fault === 'object' && fault !== null && 'fails' in fault) return this.abort(fault.fails);
      request.result =
        typeof fault === 'object' && fault !== null && 'gives' in fault ? fault.gives : answer();
      const commit = this.home.fault('commit', key);
      if (commit === 'silent') return;
      if (typeof commit === 'object' && commit !== null && 'fails' in commit) return this.abort(commit.fails);
      this.done = true;
      write?.();
      this.oncomplete?.();
    });
    return request;
  }
}
