// The browser's own record of what kept the main thread busy for more than 50 ms.

import type { Page } from '@playwright/test';

/** Call before the page is opened. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Durations since the last call, in ms. */
export async function longTasks(page: Page): Promise<readonly number[]> {
  // Entries are handed over in a later task than the one they are about.
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const { longTasks: tasks } = globalThis as unknown as { longTasks: number[] };
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(tasks.splice(0))));
      }),
  );
}

export const longest = (tasks: readonly number[]): number => Math.max(0, ...tasks);
