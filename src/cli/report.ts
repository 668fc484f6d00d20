// A run for people and for programs: its steps in words, its verdicts, its link.

import type { RunSummary } from '../session/api.ts';
import type { ByHand } from '../session/by-hand.ts';
import type { TrackStep } from '../session/frame.ts';
import type { Io } from './command.ts';
import type { Say } from './words.ts';

export interface RunEvent {
  readonly step: number;
  readonly actor: string;
  readonly action: string;
  readonly text: string;
}

export interface RunReport extends RunSummary {
  readonly events: readonly RunEvent[];
  /** Steps after those: a report is a text that somebody has to hold. */
  readonly eventsLeftOut?: number;
}

/** Steps asked for at once. */
const CHUNK = 2000;
/** Steps told in one report. */
const MOST_EVENTS = 200_000;
/** Steps printed for people; the rest is there with --json. */
const SHOWN = 200;

export const eventOf = (step: TrackStep, say: Say): RunEvent => ({
  step: step.step,
  actor: step.actor,
  action: step.key,
  text: say(step.sentence),
});

/** The run up to the cursor. */
export async function reportOf(session: ByHand, say: Say): Promise<RunReport> {
  const summary = await session.summary();
  const events: RunEvent[] = [];
  const told = Math.min(summary.steps, MOST_EVENTS);
  for (let from = 0; from < told; from += CHUNK) {
    const { steps } = await session.track(from, Math.min(told, from + CHUNK));
    for (const step of steps) events.push(eventOf(step, say));
  }
  const left = summary.steps - told;
  return { ...summary, events, ...(left > 0 ? { eventsLeftOut: left } : {}) };
}

export function printRun(report: RunReport, io: Io): void {
  const width = String(report.steps).length;
  for (const { step, text } of report.events.slice(0, SHOWN)) {
    io.out(`${String(step).padStart(width)}  ${text}`);
  }
  if (report.events.length > SHOWN) {
    io.out(`${' '.repeat(width)}  ... ${report.steps - SHOWN} more steps (--json tells ${MOST_EVENTS})`);
  }
  io.out('');
  printVerdicts(report.properties, io);
  io.out('');
  io.out(`${report.steps} steps, fingerprint ${report.fingerprint}`);
  io.out(report.link);
}

export function printVerdicts(verdicts: Readonly<Record<string, string>>, io: Io): void {
  const names = Object.keys(verdicts);
  const width = Math.max(0, ...names.map((name) => name.length));
  for (const name of names) io.out(`${name.padEnd(width)}  ${verdicts[name]}`);
}

export const printJson = (value: unknown, io: Io): void => io.out(JSON.stringify(value));
