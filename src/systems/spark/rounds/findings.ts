// Rounds of PageRank as measured on the reader's machine: bytes, time and ranks, each under its finding.

import { textOfUtf8 } from '../../../base/bytes.ts';
import { about, short } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Findings, Params, Plot, Timed } from '../../../contract/system.ts';
import { LINKS } from '../programs/steps.ts';
import type { Rounds, RoundsInput, Way } from './measure.ts';
import { ROUNDS_KIND, WAYS } from './measure.ts';

const SIZE = { pages: 4000, edges: 40_000, rounds: 10, parts: 4, repeats: 4 };

/** More pages than these are more lines than can be told apart. */
const MOST_PAGES = 8;

const isSmall = (links: string): boolean => {
  const pairs = links.split('\n').map((line) => line.split(' '));
  return pairs.every((pair) => pair.length === 2) && new Set(pairs.flat()).size <= MOST_PAGES;
};

/** The ranks are those of the page's own input, where that is a small graph. */
export const timedRounds = ({ input }: Params): Timed => ({
  kind: ROUNDS_KIND,
  input: { ...SIZE, links: isSmall(String(input)) ? String(input) : LINKS } satisfies RoundsInput,
  read: (bytes) => findingsOf(JSON.parse(textOfUtf8(bytes) ?? '{}') as Rounds),
});

export function findingsOf({ rounds, checksums, ranks }: Rounds): Findings {
  /** The first round reads and partitions the links, whatever comes later. */
  const later = (way: Way, what: 'ms' | 'bytes'): number => {
    const own = rounds.filter((one) => one.way === way && one.round > 1).map((one) => one[what]);
    return own.reduce((sum, n) => sum + n, 0) / Math.max(1, own.length);
  };
  const lasting = ranks.filter(([, list]) => list.length === Math.max(...ranks.map(([, all]) => all.length)));
  const moves = Math.max(0, ...lasting.map(([, list]) => Math.abs((list.at(-1) ?? 0) - (list.at(-2) ?? 0))));
  const args = {
    bothBytes: short(later('both', 'bytes')),
    neitherBytes: short(later('neither', 'bytes')),
    timesBytes: about(later('neither', 'bytes') / later('both', 'bytes')),
    bothMs: about(later('both', 'ms')),
    neitherMs: about(later('neither', 'ms')),
    timesMs: about(later('neither', 'ms') / later('both', 'ms')),
    pages: short(SIZE.pages),
    edges: short(SIZE.edges),
    parts: SIZE.parts,
    repeats: SIZE.repeats,
    rounds: Math.max(0, ...rounds.map(({ round }) => round)),
    moves: about(moves),
    same: checksums.length,
  };
  const byRound = (what: 'ms' | 'bytes'): Plot => ({
    ...head(what, args),
    series: WAYS.map((way) => ({
      id: way,
      label: text(`rounds.way.${way}`),
      points: rounds
        .filter((one) => one.way === way)
        .sort((a, b) => a.round - b.round)
        .map((one) => [one.round, what === 'bytes' ? one.bytes / 1000 : one.ms] as const),
    })),
  });
  const ranksPlot: Plot = {
    ...head('ranks', args),
    series: ranks.map(([page, list]) => ({
      id: page,
      label: text('rounds.page', { page }),
      points: list.map((rank, round) => [round, rank] as const),
    })),
  };
  return {
    metrics: Object.fromEntries(
      WAYS.flatMap((way) => [
        [`${way}Ms`, later(way, 'ms')],
        [`${way}Bytes`, later(way, 'bytes')],
      ]),
    ),
    answer: text('rounds.bytes', args),
    here: text(checksums.length === 1 ? 'rounds.here' : 'rounds.differ', args),
    figures: [],
    fix: null,
    plots: [byRound('bytes'), byRound('ms'), ranksPlot],
    fill: { of: NONE, x: { span: 1, unit: NONE }, boxes: [], back: [] },
  };
}

const NONE: Text = text('rounds.unit.none');

const head = (
  id: string,
  args: Readonly<Record<string, string | number>>,
): Pick<Plot, 'id' | 'tab' | 'title' | 'x' | 'y'> => ({
  id,
  tab: text(`rounds.${id}.y`),
  title: text(`rounds.${id}`, args),
  x: { label: text('rounds.round'), unit: NONE, scale: 'linear' },
  y: { label: text(`rounds.${id}.y`), unit: text(`rounds.unit.${id}`), scale: 'linear' },
});
