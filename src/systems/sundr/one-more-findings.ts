// One more operation, timed on the reader's machine: what comes of it, in words and plots. Each title is its finding.

import { textOfUtf8, utf8 } from '../../base/bytes.ts';
import { grouped } from '../../base/numbers.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Findings, Plot, Timed } from '../../contract/system.ts';
import type { TimedFunction } from '../../kernel/job.ts';
import type { Measured, Way } from './one-more.ts';
import { measureOneMore, WAYS } from './one-more.ts';

export interface OneMoreInput {
  /** Entries already in the log, rising. */
  readonly sizes: readonly number[];
  readonly rounds: number;
}

export const timeOneMore: TimedFunction = (input: OneMoreInput, { clock, progress }) =>
  utf8(JSON.stringify(measureOneMore({ ...input, clock, progress })));

const SIZES = [10, 100, 1_000, 10_000];
const ROUNDS = 5;

export const timedOneMore: Timed = {
  kind: 'sundr/one-more',
  input: { sizes: SIZES, rounds: ROUNDS } satisfies OneMoreInput,
  read: (bytes) => findingsOf(JSON.parse(textOfUtf8(bytes) ?? '[]') as readonly Measured[]),
};

type What = 'ms' | 'bytes' | 'verifies';

export function findingsOf(measured: readonly Measured[]): Findings {
  const sizes = [...new Set(measured.map(({ entries }) => entries))];
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
  const of = (way: Way, entries: number, what: What): number =>
    measured.find((one) => one.way === way && one.entries === entries)?.[what] ?? 0;
  const said = (id: string, what: What): Text => {
    const [whole, structures] = [of('straw-every-signature', most, what), of('serialized', most, what)];
    return text(id, {
      entries: grouped(most),
      whole: figure(whole),
      structures: figure(structures),
      times: figure(whole / structures),
      small: figure(of('straw-every-signature', least, what)),
      least: grouped(least),
    });
  };
  const plot = (what: What): Plot => ({
    id: what,
    tab: text(`oneMore.${what}.tab`),
    title: said(`oneMore.${what}`, what),
    x: { label: text('oneMore.entries'), unit: text('oneMore.noUnit'), scale: 'log' },
    y: { label: text(`oneMore.${what}.y`), unit: text(`oneMore.${what}.unit`), scale: 'log' },
    series: WAYS.map((way) => ({
      id: way,
      label: text(`oneMore.way.${way}`),
      points: sizes.map((entries) => [entries, of(way, entries, what)] as const),
    })),
  });
  const signed = measured.find(({ way }) => way === 'serialized')?.signs ?? 0;
  const signedBoth = measured.find(({ way }) => way === 'concurrent')?.signs ?? 0;
  return {
    metrics: Object.fromEntries(
      measured.flatMap(({ way, entries, ms, bytes, signs, verifies }) =>
        Object.entries({ Ms: ms, Bytes: bytes, Signs: signs, Verifies: verifies }).map(([unit, n]) => [
          `${way}-${entries}${unit}`,
          n,
        ]),
      ),
    ),
    answer: said('oneMore.ms', 'ms'),
    here: text('oneMore.here', { signed, signedBoth }),
    figures: [],
    fix: null,
    plots: [plot('ms'), plot('bytes'), plot('verifies')],
    fill: { of: text('oneMore.here'), x: { span: 1, unit: text('oneMore.noUnit') }, boxes: [], back: [] },
  };
}

/** Whole from ten on, else with a digit. */
const figure = (n: number): string => (n >= 10 ? grouped(n) : n.toFixed(1).replace(/\.0$/, ''));
