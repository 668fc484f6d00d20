// Files that were chosen or dropped, each by what it is: one that a run waits for is given to it, one that a system reads
// is read, any other is the input of the open run where that takes files; of saved runs each becomes a run of its own, all
// are kept, the first is shown.

import type { TextSwitch } from '../contract/system.ts';
import { filesRead } from './files.ts';
import { giveInput, giveWanted } from './give-file.ts';
import { formatByName, formatOf, importFile } from './import-file.ts';
import { opening } from './run.ts';
import { page } from './store.ts';

const SAVED = /\.json$/i;

export async function takeFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first && page().failure?.wanted) return giveWanted(first);
  const input = page().system?.switches.find(
    (one): one is TextSwitch => one.kind === 'text' && one.file === true,
  );
  const saved: File[] = [];
  for (const file of files) {
    const isSaved = SAVED.test(file.name);
    const known = isSaved ? null : await formatOf(file);
    if (known) await importFile(file, known);
    else if (input && !isSaved) await giveInput(file, input);
    else {
      const named = isSaved ? null : await formatByName(file);
      if (named) await importFile(file, named);
      else saved.push(file);
    }
  }
  if (saved.length > 0) await opening.openFiles(saved, filesRead);
}
