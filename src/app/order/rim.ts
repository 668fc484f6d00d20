// What the page's order touches outside itself, so that it runs without a browser too.

import type { SessionClient } from '../session-client.ts';
import type { StorageFailure } from '../storage/connection.ts';
import type { RunStore } from '../storage/run-store.ts';
import type { PageState } from '../store.ts';
import type { ViewSettings } from '../view-settings.ts';

export interface PageStore {
  readonly getState: () => PageState;
  readonly setState: (change: Partial<PageState>) => void;
}

/** The tab's address and its entry in the browser's history, which remembers the run it stood for. */
export interface Place {
  readonly hash: () => string;
  readonly run: () => string | null;
  readonly replace: (hash: string, run: string) => void;
  readonly push: (hash: string, run: string | null) => void;
}

export interface Rim {
  readonly store: PageStore;
  readonly session: () => Promise<SessionClient>;
  readonly kept: Pick<RunStore, 'get' | 'put'>;
  /** The tab's own storage, which answers at once or throws. */
  readonly notes: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly place: Place;
  /** True where this tab now holds the run; false where another living tab does. */
  readonly claim: (run: string) => Promise<boolean>;
  /** Fetches the words of the first page, those that a scenario's page begins with, or those that a run's head names. */
  readonly words: (
    of:
      | 'home'
      | { readonly system: string; readonly scenario: string }
      | { readonly system: string; readonly tables: readonly string[] },
  ) => Promise<void>;
  /** Fetches the view that a run begins with, so that its first picture is the one that stays; waits for it a second at most. */
  readonly picture: (of: PageState) => Promise<void>;
  /** Leads to the question that stands open. */
  readonly question: () => void;
  readonly knows: (system: string) => boolean;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Says why the run could not be kept, and offers a file. */
  readonly unkept: (why: StorageFailure) => void;
  readonly view: ViewSettings;
}
