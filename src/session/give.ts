// A file that a run reads, given by a person: its bytes are at hand from then on, under their SHA-256.

import { Refusal } from '../base/result.ts';
import { giveFile, MOST_FILE } from '../contract/files.ts';
import type { FileName } from '../contract/wanted-file.ts';
import { sha256Of } from '../kernel/job.ts';
import { sessionText } from './session-text.ts';

export async function given(file: Blob, name: string): Promise<FileName> {
  const { size } = file;
  if (size > MOST_FILE) throw new Refusal(sessionText('session.file.big', { name, size, most: MOST_FILE }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const made = { name, size, sha256: sha256Of(bytes) };
  giveFile({ ...made, bytes });
  return made;
}
