// What keeps the page's own thread busy. Times are the processor's: what other programs on the machine take meanwhile is
// not in them, so that one measurement is enough.

import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds: on the clock, and on the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: { readonly frames?: readonly { readonly url: string; readonly processId?: number }[] };
  };
}

export interface Tasks {
  readonly count: number;
  /** The longest of them, in ms. */
  readonly longestMs: number;
}

/** The tasks of the page's own thread while something is done. */
export async function tasksDuring(page: Page, act: () => Promise<void>): Promise<Tasks> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser to trace');
  await browser.startTracing(page, { categories: ['__metadata', 'disabled-by-default-devtools.timeline'] });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const pages = traceEvents
    .flatMap(({ args }) => args.data?.frames ?? [])
    .filter(({ url }) => url.startsWith('http'))
    .map(({ processId }) => processId);
  const main = traceEvents.find(
    ({ name, pid, args }) => name === 'thread_name' && args.name === 'CrRendererMain' && pages.includes(pid),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === main?.pid && tid === main.tid,
  );
  return { count: tasks.length, longestMs: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000 };
}

/**
 * Of the processor time that the page takes, all its threads together, the share of its own thread: the same on a machine
 * that is busy with something else.
 */
export async function shareDuring(page: Page, ms: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await processorTimes(session);
  await page.waitForTimeout(ms);
  const after = await processorTimes(session);
  await session.detach();
  return (after.thread - before.thread) / (after.process - before.process);
}

async function processorTimes(
  session: CDPSession,
): Promise<{ readonly thread: number; readonly process: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (which: string): number => metrics.find(({ name }) => name === which)?.value ?? 0;
  return { thread: read('ThreadTime'), process: read('ProcessTime') };
}
