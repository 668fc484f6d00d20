// `compare`: the scenario's run and the same choices, matched by key, under another setting.

import type { CompareSide } from '../session/api.ts';
import { scenarioFrom } from './args.ts';
import type { Command, Io } from './command.ts';
import { newSession, SCENARIO_OPTIONS, settingsOf } from './open-session.ts';
import { eventOf, printJson, printVerdicts } from './report.ts';
import type { Say } from './words.ts';
import { languageFrom, sayIn } from './words.ts';

export const compare: Command = {
  usage:
    'compare SYSTEM/SCENARIO [--set NAME=VALUE ...] [--set-file NAME=FILE ...] [--input NAME=FILE ...] [--seed S] [--steps N] [--json] [--lang en|zh]',
  about: 'the same choices under two settings, and where they part',
  options: { ...SCENARIO_OPTIONS, steps: 'count' },
  async run(args, io) {
    const language = languageFrom(args);
    const { system: systemId, scenario: scenarioId } = scenarioFrom(args.words);
    const session = newSession(io);
    const seed = args.count('seed');
    const { head } = await session.open({
      system: systemId,
      scenario: scenarioId,
      ...(seed === undefined ? {} : { seed }),
    });
    const { scenario } = head;
    const settings = (await settingsOf(session, args)) ?? scenario.compare;
    await session.advance(args.count('steps') ?? scenario.steps);
    const { said, firstDivergence, why, a, b } = await session.compare(settings);
    const say = await sayIn(language, systemId);
    if (args.has('json'))
      printJson({ said: say(said), firstDivergence, why, a: sideOf(a, say), b: sideOf(b, say) }, io);
    else {
      io.out(say(said));
      io.out('');
      printSide('as the scenario has it', a, firstDivergence, say, io);
      printSide(
        `with ${Object.entries(settings)
          .map((pair) => pair.join('='))
          .join(' ')}`,
        b,
        firstDivergence,
        say,
        io,
      );
      if (firstDivergence === null) io.out('The two never part.');
      else io.out(`They part in step ${firstDivergence}: ${why}.`);
    }
    return 0;
  },
};

const sideOf = ({ params, steps, properties, track }: CompareSide, say: Say) => ({
  params,
  steps,
  properties,
  events: track.steps.map((step) => eventOf(step, say)),
});

function printSide(title: string, side: CompareSide, apart: number | null, say: Say, io: Io): void {
  io.out(title);
  const width = String(side.steps).length;
  for (const { step, sentence } of side.track.steps) {
    io.out(`${step === apart ? '>' : ' '} ${String(step).padStart(width)}  ${say(sentence)}`);
  }
  printVerdicts(side.properties, io);
  io.out('');
}
