// The runs that the browser keeps, read beside the page.

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

export interface Kept {
  readonly id: string;
  readonly scenario: string;
  /** The scenario of the run that is in it. */
  readonly holds: string;
  readonly step: number;
  readonly tries: number;
  readonly fingerprint: string;
}

export const kept = (page: Page): Promise<readonly Kept[]> =>
  page.evaluate(async () => {
    // Opening what is not there yet would make it, without the page's own table in it.
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === 'lamplight')) return [];
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('lamplight');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const runs = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = db.transaction('runs').objectStore('runs').getAll();
      request.onsuccess = () => resolve(request.result as Record<string, unknown>[]);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return runs.map((run) => ({
      id: String(run.id),
      scenario: String(run.scenario),
      holds: String((run.saved as { scenario?: string }).scenario),
      step: Number(run.step),
      tries: Number(run.tries),
      fingerprint: (run.saved as { fingerprint: string }).fingerprint,
    }));
  });

/** Waits until a run that stands at this moment is kept. */
export async function keptAt(page: Page, fingerprint: string): Promise<void> {
  await expect.poll(async () => (await kept(page)).map((run) => run.fingerprint)).toContain(fingerprint);
}
