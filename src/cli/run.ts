// `run`: a scenario as its scheduler plays it, or with the first choices made by hand, judged against its claims.

import { differing, scenarioParams } from '../contract/settings.ts';
import type { Args } from '../contract/verb.ts';
import { UsageError } from '../contract/verb.ts';
import type { ByHand } from '../session/by-hand.ts';
import { wholeNumber } from './args.ts';
import type { Command } from './command.ts';
import { newSession, openScenario, SCENARIO_OPTIONS } from './open-session.ts';
import { printJson, printRun, reportOf } from './report.ts';
import { languageFrom, sayIn } from './words.ts';

export const run: Command = {
  usage:
    'run SYSTEM/SCENARIO [--set NAME=VALUE ...] [--set-file NAME=FILE ...] [--input NAME=FILE ...] [--seed S] [--steps N] [--choose I,I,...] [--json] [--lang en|zh]',
  about: 'plays a scenario and says whether it ends as claimed',
  options: { ...SCENARIO_OPTIONS, steps: 'count', choose: 'text' },
  async run(args, io) {
    const language = languageFrom(args);
    let interrupted = false;
    io.onInterrupt(() => {
      interrupted = true;
    });
    const session = newSession(io);
    const { frame, head } = await openScenario(session, args);
    const { scenario, switches } = head;

    await chooseRanks(session, args);
    const { cursor } = await session.frame();
    const left = (args.count('steps') ?? scenario.steps) - cursor.step;
    if (left > 0) await session.advance(left);
    const { halt } = await session.frame();

    const say = await sayIn(language, frame.system);
    const report = await reportOf(session, say);
    const asClaimed =
      Object.keys(differing(scenarioParams({ switches }, scenario), frame.params)).length === 0;
    const differs = Object.entries(scenario.claims)
      .filter(([name, claim]) => asClaimed && report.properties[name] !== claim)
      .map(([property, claimed]) => ({ property, claimed, got: report.properties[property] ?? 'missing' }));
    const stopped = halt && say(halt);
    if (args.has('json')) printJson({ ...report, differs, ...(stopped ? { stopped } : {}) }, io);
    else printRun(report, io);
    for (const { property, claimed, got } of differs) {
      io.err(`${property}: the scenario claims '${claimed}', this run ends with '${got}'`);
    }
    if (stopped) io.err(stopped);
    return differs.length === 0 && !interrupted && !stopped ? 0 : 1;
  },
};

/** Takes the choices of `--choose`, each by its rank in the canonical list of what is possible then. */
async function chooseRanks(session: ByHand, args: Args): Promise<void> {
  const choose = args.text('choose');
  if (choose === undefined || choose === '') return;
  for (const [index, word] of choose.split(',').entries()) {
    const rank = wholeNumber(word.trim(), `choice ${index + 1} of --choose`);
    const { choices } = await session.frame();
    const choice = choices[rank];
    if (!choice) {
      const room = choices.length === 0 ? 'nothing can happen then' : `then it is 0 to ${choices.length - 1}`;
      throw new UsageError(`choice ${index + 1} of --choose is ${rank}, but ${room}`);
    }
    await session.choose(choice.key);
  }
}
