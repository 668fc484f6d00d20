// Saved files: the open run with all its tries, or every kept run, as JSON; and opening one, chosen or dropped.

import { Refusal } from '../base/result.ts';
import { text } from '../base/text.ts';
import { pagePart } from '../widgets/part.ts';
import type { filesRead as FilesReadFunction } from './files-client.ts';
import { keptRuns } from './kept-runs.ts';
import { sessionClient } from './session-client.ts';
import { asJson } from './storage/as-json.ts';
import type { OddRecord } from './storage/kept-run.ts';
import { page } from './store.ts';

export type FilesRead = typeof FilesReadFunction;

/** The open run with what was guessed in it: the command line reads the same file. */
export async function saveFile(): Promise<void> {
  const { frame, runId, guesses } = page();
  if (!frame) return;
  const { api } = await sessionClient();
  const { saved } = await api.save(runId);
  const { fileWritten } = await filesPart();
  download(
    `${frame.system}-${frame.scenario}.lamplight.json`,
    await fileWritten([{ saved, guesses }], false),
  );
}

/** Every kept run in one file. */
export async function exportAll(): Promise<void> {
  const listing = await keptRuns.list();
  if (!listing.ok) throw new Refusal(text('kept.unlisted', { why: text(`storage.${listing.why}`) }));
  const runs = listing.value.runs.map(({ saved, guesses }) => ({ saved, guesses }));
  const { fileWritten } = await filesPart();
  download('all-runs.lamplight.json', await fileWritten(runs, true));
}

/** What files hold: read away from the page, as far as the signal lets it. */
export const filesRead: FilesRead = async (...asked) => (await filesPart()).filesRead(...asked);

const filesPart = () => pagePart(() => import('./files-client.ts'));

/** Records that are no runs, as they were found. */
export async function exportOdd(records: readonly OddRecord[]): Promise<void> {
  const found = await Promise.all(records.map(({ why, record }) => asJson({ why, record })));
  const whole = `${JSON.stringify({ lamplightOdd: 1, records: found }, null, 1)}\n`;
  download('odd-records.json', new Blob([whole], { type: 'application/json' }));
}

function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
