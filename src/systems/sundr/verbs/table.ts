// `sundr table`: what catches which lie, played for real; with `--markdown` as it stands in docs/sundr-table.md.

import type { Verb, VerbHost } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import type { Row } from '../table.ts';
import { table } from '../table.ts';

export const tableVerb: Verb = {
  options: { markdown: 'flag' },
  async run(args, host) {
    if (args.words.length > 0) throw new UsageError(`what is '${args.words[0]}'? sundr table takes no names`);
    const rows = table();
    const json = await Promise.all(
      rows.map(async ({ run, ...row }) => ({ ...row, link: await linkOf(run, host) })),
    );
    return { exit: 0, json, lines: args.has('markdown') ? markdown(rows) : rows.map(line) };
  },
};

const linkOf = async (run: Row['run'], host: VerbHost): Promise<string | null> =>
  run && host.link({ scenario: run.scenario, params: run.params, choices: run.choices });

const cell = ({ verdict, check }: Row): string => check ?? verdict;

const line = (row: Row): string => {
  const by = row.by === null ? '' : `  by ${row.by} in step ${row.atStep}: ${row.expected} / ${row.actual}`;
  return `${row.move.padEnd(10)} ${row.protocol.padEnd(11)} ${cell(row)}${by}`;
};

/** Moves down, protocols across. */
export function markdown(rows: readonly Row[]): readonly string[] {
  const protocols = [...new Set(rows.map(({ protocol }) => protocol))];
  const moves = [...new Set(rows.map(({ move }) => move))];
  const cells = (move: string): readonly string[] =>
    protocols.map((protocol) => {
      const row = rows.find((one) => one.move === move && one.protocol === protocol);
      return row ? cell(row) : '';
    });
  return [
    `| move | ${protocols.join(' | ')} |`,
    `|---|${protocols.map(() => '---|').join('')}`,
    ...moves.map((move) => `| ${move} | ${cells(move).join(' | ')} |`),
  ];
}
