// Tabs of one browser without a browser: the page's order as it is, sessions as they are, and between them channels whose
// messages wait until the test lets them through. Whoever drives it decides which of them goes next, so that every
// interleaving of what a person does with what answers can be tried, thousands in seconds.

import { createJobRunner } from '../../../compute/job-runner.ts';
import { functionsOf } from '../../../compute/job-server.ts';
import type { SessionApi } from '../../../session/api.ts';
import { createSession } from '../../../session/session.ts';
import { TOY_CATALOG } from '../../../session/testing/toy-system.ts';
import type { SessionWire } from '../../../session/wire.ts';
import { serveSession, sessionOver } from '../../../session/wire.ts';
import type { KeptRun } from '../../storage/kept-run.ts';
import type { PageState } from '../../store.ts';
import { newStore } from '../../store.ts';
import type { Moves } from '../moves.ts';
import { createMoves } from '../moves.ts';
import type { Opening } from '../opening.ts';
import { createOpening } from '../opening.ts';
import type { Order } from '../order.ts';
import { createOrder } from '../order.ts';
import type { Rim } from '../rim.ts';

/** Two systems, so that a run can be taken for another's. */
export const CATALOG = [...TOY_CATALOG, ...TOY_CATALOG.map((entry) => ({ ...entry, id: 'other' }))];

interface Entry {
  hash: string;
  run: string | null;
}

/** A page that is loaded in a tab; a reload makes another. */
interface Loaded {
  readonly order: Order;
  readonly opening: Opening;
  readonly moves: Moves;
  alive: boolean;
  ports: { alive: boolean }[];
}

export interface Tab {
  readonly name: string;
  readonly notes: Map<string, string>;
  readonly entries: Entry[];
  at: number;
  page: Loaded;
}

export class World {
  readonly kept = new Map<string, KeptRun>();
  readonly tabs: Tab[] = [];
  /** Called with each record before it is stored, and the one it replaces. */
  onPut: (run: KeptRun, before: KeptRun | undefined) => void = () => undefined;
  onDraw: (tab: Tab, state: PageState) => void = () => undefined;
  private readonly channels = new Map<string, (() => void)[]>();
  private readonly timers: { readonly due: number; readonly run: () => void; off: boolean }[] = [];
  private readonly locks = new Map<string, Loaded>();
  private nowMs = 0;
  private ids = 0;

  newTab(hash: string, from?: Tab): Tab {
    const entries = from ? [{ ...(from.entries[from.at] as Entry) }] : [{ hash, run: null }];
    const notes = new Map(from?.notes);
    const tab: Tab = { name: `tab ${this.tabs.length}`, notes, entries, at: 0, page: null as never };
    this.tabs.push(tab);
    this.load(tab);
    return tab;
  }

  /** The page is gone, with its session; what it had in hand is lost. */
  reload(tab: Tab): void {
    tab.page.order.keeping.leave();
    tab.page.alive = false;
    for (const port of tab.page.ports) port.alive = false;
    for (const [run, holder] of this.locks) if (holder === tab.page) this.locks.delete(run);
    this.load(tab);
  }

  /** Ends the session's worker without a word. */
  kill(tab: Tab): void {
    for (const port of tab.page.ports) port.alive = false;
  }

  go(tab: Tab, hash: string): void {
    if (tab.entries[tab.at]?.hash === hash) return;
    tab.entries.splice(tab.at + 1);
    tab.entries.push({ hash, run: null });
    tab.at++;
    void tab.page.opening.openAddress();
  }

  history(tab: Tab, by: number): void {
    const to = tab.at + by;
    if (to < 0 || to >= tab.entries.length) return;
    tab.at = to;
    void tab.page.opening.openAddress();
  }

  state = (tab: Tab): PageState => tab.page.order.store.getState();

  /** Lets one waiting thing through; false where nothing waits. */
  async step(choose: number): Promise<boolean> {
    const open = [...this.channels].filter(([, waiting]) => waiting.length > 0).map(([name]) => name);
    const next = this.timers.filter(({ off }) => !off).sort((a, b) => a.due - b.due)[0];
    // A message may be late by half a second, not by so much that a session is taken for dead.
    const due = open.length === 0 || (next && next.due < this.nowMs + 600) ? next : undefined;
    const options = open.length + (due ? 1 : 0);
    if (options === 0) return false;
    const name = open[choose % options];
    if (name !== undefined) this.channels.get(name)?.shift()?.();
    else if (due) {
      this.nowMs = Math.max(this.nowMs, due.due);
      due.off = true;
      this.timers.splice(this.timers.indexOf(due), 1);
      due.run();
    }
    await breath();
    return true;
  }

  /** Lets everything through until all is quiet. */
  async settle(): Promise<void> {
    let quiet = 0;
    for (let steps = 0; quiet < 3; steps++) {
      if (steps > 20_000) throw new Error('it never comes to rest');
      quiet = (await this.step(steps * 7)) ? 0 : quiet + 1;
      if (quiet > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  private send(channel: string, run: () => void): void {
    const waiting = this.channels.get(channel) ?? [];
    waiting.push(run);
    this.channels.set(channel, waiting);
  }

  /** What a page asked for is done even if the page is gone by then; only nobody hears of it. */
  private through<T>(channel: string, page: Loaded, work: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.send(channel, () => {
        const value = work();
        if (page.alive) resolve(value);
      });
    });
  }

  private load(tab: Tab): void {
    const page = { alive: true, ports: [] } as unknown as Loaded;
    const order = createOrder(this.rimOf(tab, page));
    const opening = createOpening(order);
    Object.assign(page, { order, opening, moves: createMoves(order) });
    tab.page = page;
    order.store.setState({ columns: 7, wanted: { blocked: false, path: true } });
    (order.store as ReturnType<typeof newStore>).subscribe((state) => {
      if (page.alive) this.onDraw(tab, state);
    });
    void opening.openAddress();
  }

  private rimOf(tab: Tab, page: Loaded): Rim {
    const entry = (): Entry => tab.entries[tab.at] as Entry;
    let session: { api: SessionApi } | null = null;
    return {
      store: newStore(),
      session: async () => {
        session ??= {
          api: this.sessionOf(tab, page, () => {
            session = null;
            if (page.alive) page.opening.recover();
          }),
        };
        return session;
      },
      kept: {
        get: (id) =>
          this.through('storage', page, () => {
            const found = this.kept.get(id);
            return { ok: true, value: found ? structuredClone(found) : null };
          }),
        put: (run) => {
          const record = structuredClone(run);
          return this.through('storage', page, () => {
            this.onPut(record, this.kept.get(record.id));
            this.kept.set(record.id, record);
            return { ok: true, value: null };
          });
        },
      },
      notes: {
        getItem: (name) => tab.notes.get(name) ?? null,
        setItem: (name, value) => void tab.notes.set(name, value),
        removeItem: (name) => void tab.notes.delete(name),
      },
      question: () => undefined,
      place: {
        hash: () => entry().hash,
        run: () => entry().run,
        replace: (hash, run) => {
          if (page.alive) Object.assign(entry(), { hash, run });
        },
        push: (hash, run) => {
          tab.entries.splice(tab.at + 1);
          tab.entries.push({ hash, run });
          tab.at++;
        },
      },
      claim: (run) =>
        this.through('locks', page, () => {
          const holder = this.locks.get(run);
          if (holder && holder !== page) return false;
          if (page.alive) this.locks.set(run, page);
          return true;
        }),
      words: () => this.through(`words of ${tab.name}`, page, () => undefined),
      picture: () => this.through(`picture of ${tab.name}`, page, () => undefined),
      knows: (system) => CATALOG.some(({ id }) => id === system),
      after: (ms, run) => {
        const timer = {
          due: this.nowMs + ms,
          off: false,
          run: () => {
            if (page.alive) run();
          },
        };
        this.timers.push(timer);
        return () => {
          timer.off = true;
        };
      },
      now: () => this.nowMs,
      newId: () => `run ${++this.ids}`,
      unkept: () => undefined,
      view: { embed: false, from: null, to: null, lock: false, theme: null, language: null },
    };
  }

  private sessionOf(tab: Tab, page: Loaded, onDeath: () => void): SessionApi {
    const life = { alive: true };
    page.ports.push(life);
    const served = serveSession(newToySession());
    /** One message one way: it arrives in its turn, as a copy, unless the session has ended. */
    const cross = <T>(way: 'to' | 'from', value: T): Promise<T> => {
      const copy = structuredClone(value);
      return new Promise((arrived) => {
        this.send(`${way} session of ${tab.name}`, () => life.alive && arrived(copy));
      });
    };
    const wire: SessionWire = {
      call: async (...asked) => {
        const call = await cross('to', asked);
        return cross('from', await served.call(...call));
      },
      stop: async (ticket) => served.stop(await cross('to', ticket)),
      beat: async () => {
        await cross('to', null);
        await cross('from', null);
      },
      listen: (progress) =>
        served.listen((...told) => {
          void cross('from', told).then((heard) => progress(...heard));
        }),
    };
    return sessionOver(wire, {
      crossing: (callback) => callback,
      after: this.rimOf(tab, page).after,
      onDeath,
    });
  }
}

const newToySession = (): SessionApi =>
  createSession({
    catalog: CATALOG,
    runner: createJobRunner({
      workers: 0,
      start: () => {
        throw new Error('no workers here');
      },
      load: functionsOf(CATALOG),
    }),
    clock: () => performance.now(),
    breathe: breath,
  });

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
