// How everything here is measured: contenders in one process take turns, round by round, in alternating order, and the
// figure is the median over rounds of the ratio within a round. Numbers of two runs are never compared.

export interface Row {
  readonly name: string;
  /** What was measured of ours and of the peer, in `unit`: medians over rounds. */
  readonly ours: number | null;
  readonly peer: number | null;
  readonly unit: string;
  /** Median over rounds of ours / peer (or peer / ours, where less is better), with the least and the most. */
  readonly ratio: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly rounds: number;
  /** The ratio it must have, and the one aimed at; null where a row only informs. */
  readonly floor: number | null;
  readonly goal: number | null;
  /** What the figures mean, or why there are none. */
  readonly note: string;
  /** The peer is not installed here: no verdict. */
  readonly skipped: boolean;
  /** What was counted beside it, by name, for programs. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface BenchOptions {
  readonly rounds: number | undefined;
  /** Of the whole input, where a benchmark has one; from 0 to 1. */
  readonly size?: number | undefined;
  /** Says what is going on. */
  readonly log: (line: string) => void;
}

/** One benchmark; it throws where a check of the work itself fails. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  run(options: BenchOptions): Promise<readonly Row[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** The value below which the given share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] as number;
}

/** Runs every contender once a round, in an order that alternates; returns what each measured, by round. */
export async function interleave<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      measured[name].push(await contenders[name]());
    }
  }
  return measured;
}

/** Two rates that were measured together. */
export type Two = Readonly<Record<'ours' | 'peer', number>>;
export type Pairs<Name extends string> = Record<Name, Record<'ours' | 'peer', number[]>>;

/** Pairs whose ratio is close to a bar, each measured once a round, in an order that alternates. */
export async function inPairs<Name extends string>(
  rounds: number,
  pairs: Readonly<Record<Name, (round: number) => Promise<Two>>>,
): Promise<Pairs<Name>> {
  const names = Object.keys(pairs) as Name[];
  const none = names.map((name) => [name, { ours: [], peer: [] }]);
  const measured = Object.fromEntries(none) as unknown as Pairs<Name>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const { ours, peer } = await pairs[name](round);
      measured[name].ours.push(ours);
      measured[name].peer.push(peer);
    }
  }
  return measured;
}

/**
 * Ours, the peer's, the peer's and ours, and the other way round in the next round: what a machine does beside, and
 * whatever grows or fades, is in both.
 */
export const inTurn =
  (ours: () => Promise<number>, peer: () => Promise<number>) =>
  async (round: number): Promise<Two> => {
    const [outer, inner] = round % 2 === 0 ? [ours, peer] : [peer, ours];
    const first = await outer();
    const two = ((await inner()) + (await inner())) / 2;
    const both = (first + (await outer())) / 2;
    return round % 2 === 0 ? { ours: both, peer: two } : { ours: two, peer: both };
  };

/** A row for two rates measured in the same rounds. */
export function compared(
  row: Pick<Row, 'name' | 'unit' | 'floor' | 'goal' | 'note'>,
  ours: readonly number[],
  peer: readonly number[],
): Row {
  const ratios = ours.map((value, round) => value / (peer[round] as number));
  return {
    ...row,
    ours: median(ours),
    peer: median(peer),
    ratio: median(ratios),
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    rounds: ratios.length,
    skipped: false,
  };
}

/** The same for two times: less is better, and the ratio is the peer's over ours. */
export const comparedTimes = (
  row: Parameters<typeof compared>[0],
  ours: readonly number[],
  peer: readonly number[],
): Row => ({ ...compared(row, peer, ours), ours: median(ours), peer: median(peer) });

/** A row without a verdict, because there is nothing to measure against here. */
export const skippedRow = (
  row: Pick<Row, 'name' | 'unit' | 'floor' | 'goal' | 'note'>,
  ours: readonly number[],
): Row => ({
  ...row,
  ours: ours.length > 0 ? median(ours) : null,
  peer: null,
  ratio: null,
  min: null,
  max: null,
  rounds: ours.length,
  skipped: true,
});

export const missesFloor = ({ ratio, floor, skipped }: Row): boolean =>
  !skipped && floor !== null && (ratio === null || ratio < floor);
