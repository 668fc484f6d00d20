// Saved files: the open run with all its tries, or every kept run, as JSON; and opening one, chosen or dropped.

import { text } from '../base/text.ts';
import { keptRuns } from './kept-runs.ts';
import { sessionClient } from './session-client.ts';
import { page, set } from './store.ts';

const KIND = 'lamplight-run';
const KIND_ALL = 'lamplight-runs';

export async function saveFile(): Promise<void> {
  const { frame, guesses } = page();
  if (!frame) return;
  const { api } = await sessionClient();
  const saved = await api.save();
  download(`${frame.system}-${frame.scenario}.lamplight.json`, { kind: KIND, version: 1, guesses, saved });
}

export async function exportAll(): Promise<void> {
  download('all-runs.lamplight.json', { kind: KIND_ALL, version: 1, runs: await keptRuns() });
}

function download(name: string, value: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export interface SavedFile {
  readonly saved: unknown;
  readonly guesses: Readonly<Record<string, string>>;
}

/** Far above any run a person makes; a larger file is not one of ours. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The runs in a file; none where it is not one of ours. */
export async function readFile(file: File): Promise<readonly SavedFile[]> {
  if (file.size > MOST_BYTES) return [];
  try {
    const value = JSON.parse(await file.text()) as Record<string, unknown>;
    if (value.kind === KIND) return [value as unknown as SavedFile];
    if (value.kind === KIND_ALL && Array.isArray(value.runs)) return value.runs as SavedFile[];
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
