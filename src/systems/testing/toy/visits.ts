// `toy visits`: a file of visits, read as the page reads it, with a link that shows them.

import type { Verb } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { visitsReader } from './visits-reader.ts';

export const visits: Verb = {
  options: { atomic: 'flag' },
  async run(args, host) {
    const [path, ...more] = args.words;
    if (path === undefined || more.length > 0) throw new UsageError('which file? Say one: toy visits FILE');
    const params = { atomic: args.has('atomic') ? 'on' : 'off' };
    const reader = visitsReader(params);
    for await (const chunk of host.chunks(path)) reader.push(chunk);
    const { whole, json, lines, choices } = reader.end();
    const link = await host.link({ scenario: 'look-then-take', params, choices });
    return { exit: whole ? 0 : 1, json: { ...json, link }, lines: [...lines, link] };
  },
};
