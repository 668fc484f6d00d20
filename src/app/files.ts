// Saved files: the open run with all its tries, or every kept run, as JSON; and opening one, chosen or dropped.

import { text } from '../base/text.ts';
import { keptRuns } from './kept-runs.ts';
import { sessionClient } from './session-client.ts';
import { savedText } from './session-wire.ts';
import { page, set } from './store.ts';

const ALL = 'lamplightRuns';

/** The open run as the session saves it: the command line reads the same file. */
export async function saveFile(): Promise<void> {
  const { frame } = page();
  if (!frame) return;
  const { api } = await sessionClient();
  const text = await savedText(await api.save());
  download(`${frame.system}-${frame.scenario}.lamplight.json`, text);
}

/** Every kept run in one file. */
export async function exportAll(): Promise<void> {
  const texts = await Promise.all((await keptRuns()).map((run) => savedText(run.saved)));
  download('all-runs.lamplight.json', `{"${ALL}":1,"runs":[\n${texts.join(',\n')}\n]}\n`);
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Far above any run a person makes; a larger file is not one of ours. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The saved runs in a file; none where it is not one of ours. Whether each is whole, the session says. */
export async function readFile(file: File): Promise<readonly unknown[]> {
  if (file.size > MOST_BYTES) return [];
  try {
    const value = JSON.parse(await file.text()) as unknown;
    if (typeof value !== 'object' || value === null) return [];
    if ('lamplight' in value) return [value];
    if (ALL in value && 'runs' in value && Array.isArray(value.runs)) return value.runs;
  } catch {
    // Not JSON: not one of ours either.
  }
  return [];
}

export function refuseFile(name: string): void {
  set({
    phase: 'failed',
    failure: { what: text('error.file'), where: name, todo: text('error.fileDo') },
  });
}
