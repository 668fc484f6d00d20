// `import bitcoin-headers FILE`: a file of headers, piece by piece, held against every rule.

import type { Verb } from '../../contract/verb.ts';
import { UsageError } from '../../contract/verb.ts';
import { headersReader } from './headers-reader.ts';

export const importHeaders: Verb = {
  options: { 'start-height': 'count', 'previous-retarget-time': 'count', network: 'text' },
  async run(args, host) {
    const [path, ...more] = args.words;
    if (path === undefined || more.length > 0)
      throw new UsageError('which file? Say one: import bitcoin-headers FILE --start-height N');
    const startHeight = args.count('start-height');
    if (startHeight === undefined)
      throw new UsageError(
        'at which height does the file begin? Say --start-height N (0 for the first block)',
      );
    const network = args.text('network') ?? 'main';
    if (network !== 'main' && network !== 'regtest')
      throw new UsageError(`--network ${network}: there are main and regtest`);
    const previousRetargetTime = args.count('previous-retarget-time');
    const reader = headersReader({
      startHeight,
      network,
      ...(previousRetargetTime === undefined ? {} : { previousRetargetTime }),
    });
    for await (const chunk of host.chunks(path)) {
      reader.push(chunk);
      await host.breathe();
    }
    const { whole, json, lines } = reader.end();
    return { exit: whole ? 0 : 1, json, lines };
  },
};
