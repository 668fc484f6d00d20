// A file that a run reads, chosen or dropped: for a run that asked for it, or as the input of the open one.

import { otherFile, spellFile } from '../contract/files.ts';
import type { TextSwitch } from '../contract/system.ts';
import { opening } from './run.ts';
import { sessionClient } from './session-client.ts';
import { setText } from './settings.ts';
import { page, say, set } from './store.ts';
import { wordsFor } from './words-for.ts';

/** Gives it to the run that could not be opened without; another file changes nothing, and both are named. */
export async function giveWanted(file: File): Promise<void> {
  const { failure } = page();
  if (!failure?.wanted) return;
  const { wanted } = failure;
  const list = await given(file).then(
    (made) => (made.sha256 === wanted.sha256 ? null : [otherFile(wanted, made).text]),
    (error: unknown) => [wordsFor(error)],
  );
  if (page().failure !== failure) return;
  if (list === null) opening.again();
  else set({ failure: { ...failure, list } });
}

/** Gives it to the open run: the same choices, over another input. What is refused is said. */
export async function giveInput(file: File, one: TextSwitch): Promise<void> {
  try {
    const refused = await setText(one, spellFile(await given(file)));
    if (refused) say(refused, null, true);
  } catch (error) {
    say(wordsFor(error), null, true);
  }
}

async function given(file: File) {
  const { api } = await sessionClient();
  return api.give(file, file.name);
}
