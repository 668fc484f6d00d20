// A file of headers as the page and the command line read it: what the rules say of it, as a document and in lines.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Imported, Reader } from '../../contract/reader.ts';
import type { Settings } from '../../contract/settings.ts';
import type { HeadersReport, ImportOptions } from './consensus/import-headers.ts';
import { HeadersImport } from './consensus/import-headers.ts';
import { mainnet, regtest } from './consensus/network.ts';
import { words as english } from './text/import.en.ts';

const NETWORKS: Readonly<Record<string, typeof mainnet>> = { main: mainnet, regtest };

/** Options: `startHeight`, `previousRetargetTime`, `network`; what is not said is read off the first header. */
export function headersReader(
  { startHeight, previousRetargetTime, network }: Settings,
  seen?: ImportOptions['seen'],
): Reader<Imported> {
  const reader = new HeadersImport({
    network: NETWORKS[network ?? ''] ?? null,
    startHeight: startHeight === undefined ? null : Number(startHeight),
    previousRetargetTime: previousRetargetTime === undefined ? undefined : Number(previousRetargetTime),
    ...(seen ? { seen } : {}),
  });
  return {
    push: (chunk) => reader.push(chunk),
    end() {
      const report = reader.end();
      const { tip: _, notChecked, ...rest } = report;
      // The document is for programs as well: why a rule was not checked is said in English there.
      const json = {
        ...rest,
        notChecked: notChecked.map(({ why, ...one }) => ({ ...one, why: english[`import.why.${why}`] })),
      };
      return { whole: report.valid, json, lines: linesOf(report) };
    },
  };
}

/** The same for people; no more than so many headers are listed. */
const LISTED = 10;

function linesOf(report: HeadersReport): readonly Text[] {
  const { count, valid, firstInvalid, broken, notChecked, retargets, chainwork } = report;
  return [
    valid
      ? text('import.valid', { count })
      : text('import.invalid', {
          count,
          height: firstInvalid?.height ?? '',
          rule: firstInvalid?.rule ?? '',
          got: firstInvalid?.got ?? '',
          want: firstInvalid?.want ?? '',
        }),
    ...broken
      .slice(0, LISTED)
      .map(({ height, rules }) => text('import.broken', { height, rules: rules.join(', ') })),
    ...(broken.length > LISTED ? [text('import.more', { n: broken.length - LISTED })] : []),
    ...notChecked
      .slice(0, LISTED + 5)
      .map(({ height, rule, why }) =>
        text('import.not-checked', { height, rule, why: text(`import.why.${why}`) }),
      ),
    text('import.retargets', { n: retargets.length }),
    text('import.chainwork', { chainwork }),
  ];
}
