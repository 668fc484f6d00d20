// `replay`: a link (a fragment or a whole URL) or a saved file, run again and checked against what it says it shows.

import { readFile, stat } from 'node:fs/promises';
import type { Opened, SessionApi } from '../session/api.ts';
import { MAX_SAVED_CHARS } from '../share/saved.ts';
import { UsageError } from './args.ts';
import type { Command } from './command.ts';
import { newSession } from './open-session.ts';
import { printJson, printRun, reportOf } from './report.ts';
import { languageFrom, sayIn } from './words.ts';

export const replay: Command = {
  usage: 'replay LINK|FILE [--json] [--lang en|zh]',
  about: 'runs a link or a saved file again, up to the step it shows',
  options: { json: 'flag', lang: 'text' },
  async run(args, io) {
    const language = languageFrom(args);
    const session = newSession(io);
    const { frame, warning } = await openLinkOrFile(session, args.words);
    const say = await sayIn(language, frame.system);
    const report = await reportOf(session, say);
    const said = warning ? say(warning) : null;
    if (args.has('json')) printJson(said === null ? report : { ...report, drifted: said }, io);
    else printRun(report, io);
    if (said === null) return 0;
    io.err(said);
    return 1;
  },
};

/** Opens what a command was given: anything with a `#` in it is a link, anything else a file. */
export async function openLinkOrFile(session: SessionApi, words: readonly string[]): Promise<Opened> {
  const [what, ...rest] = words;
  if (what === undefined) throw new UsageError('which link? Give it in quotes: a shell reads # and & itself');
  if (rest.length > 0) throw new UsageError(`one link at a time, not also '${rest[0]}'`);
  return what.includes('#') ? session.openLink(what) : session.restore(await savedText(what));
}

async function savedText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MAX_SAVED_CHARS) throw new UsageError(`${path} is too large to be a saved run`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`'${path}' is neither a link (it has no #) nor a file that can be read`);
  }
}
