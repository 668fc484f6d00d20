// SUNDR: what this folder offers to the rest. Paper: Li, Krohn, Mazieres and Shasha, "Secure untrusted data repository
// (SUNDR)", OSDI 2004.

import type { Manifest } from '../../contract/loading.ts';
import type { Part } from '../../contract/system.ts';
import { bytesRefused } from './bytes.ts';
import { switches } from './params.ts';
import { scenarios } from './scenarios.ts';
import { wordsOf } from './words-of.ts';

export const sundr: Manifest = {
  id: 'sundr',
  version: 1,
  switches,
  scenarios,
  async part({ id }, { layout, protocol, work, server, talk, fileBytes, forgedBytes }): Promise<Part> {
    const words = wordsOf(id, String(layout), [
      // Bytes of a file may be edited; operations may overlap; users who have parted may choose a side.
      ...(work === 'bank' && server === 'liar' ? ['bytes'] : []),
      ...(protocol === 'concurrent' ? ['pending'] : []),
      ...(talk === 'on' && layout !== 'tlog' ? ['sides'] : []),
    ]);
    if (layout === 'tlog') {
      const { todayPartOf } = await import('./today/part.ts');
      return { ...(todayPartOf(id) as Part), words };
    }
    bytesRefused(String(fileBytes), String(forgedBytes));
    const { part } = await import('./part.ts');
    const outcome: Part['outcome'] = async (params, end) =>
      (await import('./outcome.ts')).outcome(id, params, end as never);
    return { ...(part as unknown as Part), outcome, words };
  },
};
