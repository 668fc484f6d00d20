// `replay`: a link (a fragment or a whole URL), a saved file or a backup of many runs, run again and checked against
// what it says it shows. Of a backup every whole run is run, and what is not whole is listed.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import type { Args } from '../contract/verb.ts';
import type { ByHand, Opened } from '../session/by-hand.ts';
import type { SavedFile } from '../share/saved-file.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { newSession } from './open-session.ts';
import type { RunReport } from './report.ts';
import { printJson, printRun, reportOf } from './report.ts';
import { givenRun, openGiven } from './saved-input.ts';
import { languageFrom, sayIn } from './words.ts';

export const replay: Command = {
  usage: 'replay LINK|FILE [--run N] [--input NAME=FILE] [--json] [--lang en|zh]',
  about: 'runs a link, a saved file or a backup of many again, up to the step each shows',
  options: { run: 'count', input: 'texts', json: 'flag', lang: 'text' },
  async run(args, io) {
    const session = newSession(io);
    const given = await givenRun(args.words);
    const number = args.count('run');
    if ('file' in given && given.file.many && number === undefined) {
      return replayAll(session, given.file, args, io);
    }
    const { report, said } = await replayed(session, await openGiven(session, given, args), args);
    if (args.has('json')) printJson(report, io);
    else printRun(report, io);
    if (said === null) return 0;
    io.err(said);
    return 1;
  },
};

interface Replayed {
  readonly report: RunReport & { readonly drifted?: string; readonly stopped?: string };
  /** Where it is not what was saved: how, in words. */
  readonly said: string | null;
}

async function replayed(session: ByHand, { frame, warning }: Opened, args: Args): Promise<Replayed> {
  const say = await sayIn(languageFrom(args), frame.system);
  const report = await reportOf(session, say);
  if (!warning) return { report, said: null };
  const said = say(warning);
  const kind = warning.key.startsWith('session.too-much') ? 'stopped' : 'drifted';
  return { report: { ...report, [kind]: said }, said };
}

/** Each whole run of a backup; one that is refused does not keep the next from being run. */
async function replayAll(session: ByHand, file: SavedFile, args: Args, io: Io): Promise<ExitCode> {
  const say = await sayIn(languageFrom(args));
  const reports: (Replayed['report'] | { readonly error: string })[] = [];
  let failed = file.bad.length > 0;
  for (const saved of file.runs) {
    const one = await session
      .restore(saved)
      .then((opened) => replayed(session, opened, args))
      .catch(refusalOf);
    const error = 'key' in one ? say(one) : one.said;
    failed ||= error !== null;
    reports.push('key' in one ? { error: say(one) } : one.report);
    if (args.has('json')) continue;
    io.out(`${saved.system}/${saved.scenario}`);
    if (!('key' in one)) printRun(one.report, io);
    if (error !== null) io.err(error);
  }
  const bad = file.bad.map(({ at, why }) => ({ run: at, error: say(why) }));
  if (args.has('json')) printJson({ runs: reports, bad }, io);
  else for (const { run, error } of bad) io.err(`run ${run}: ${error}`);
  return failed ? 1 : 0;
}

function refusalOf(error: unknown): Text {
  if (error instanceof Refusal) return error.text;
  throw error;
}
