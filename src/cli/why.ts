// `why`: which steps of a run must happen for a promise to break, by leaving each out and swapping neighbours.

import { UsageError } from '../contract/verb.ts';
import type { Command } from './command.ts';
import { newSession } from './open-session.ts';
import { printJson } from './report.ts';
import { givenRun, openGiven } from './saved-input.ts';
import { languageFrom, sayIn } from './words.ts';

export const why: Command = {
  usage: 'why LINK|FILE [--run N] [--input NAME=FILE] [--property NAME] [--json] [--lang en|zh]',
  about: 'which steps of a run break a promise',
  options: { run: 'count', input: 'texts', property: 'text', json: 'flag', lang: 'text' },
  async run(args, io) {
    const language = languageFrom(args);
    const session = newSession(io);
    const { frame } = await openGiven(session, await givenRun(args.words), args);
    const say = await sayIn(language, frame.system);
    const property =
      args.text('property') ??
      frame.properties.find(({ kind, soFar }) => kind === 'always' && soFar === 'violated')?.name;
    if (property === undefined) {
      throw new UsageError('nothing is violated in this run up to the step it shows');
    }
    const outcome = await session.why(property);
    const counterfactuals = [];
    for (const { change, kind, step, verdict, choices } of outcome.counterfactuals) {
      counterfactuals.push({
        change: say(change),
        kind,
        step,
        verdict,
        link: await session.session.link(frame, choices),
      });
    }
    const shown = { property, steps: outcome.steps, sentence: say(outcome.sentence), counterfactuals };
    if (args.has('json')) printJson(shown, io);
    else {
      io.out(shown.sentence);
      for (const { change, verdict, link } of counterfactuals) io.out(`  ${change}: ${verdict}\n    ${link}`);
    }
    return 0;
  },
};
