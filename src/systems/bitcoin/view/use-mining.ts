// Mining as this page does it: a search by real workers, watched ten times a second. What it finds is in no run.

import { useEffect, useRef, useState } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ExperimentProps } from '../../../session/view-props.ts';
import { NONCES } from '../mining/nonces.ts';
import type { MiningSettings } from '../mining/settings.ts';

export type Seats = Awaited<ReturnType<ExperimentProps['lowest']>>['seats'];
export type Nearest = Seats[number]['nearest'];

/** What was seen at one look. */
export interface Look {
  readonly seconds: number;
  readonly seats: Seats;
}

export interface Live {
  readonly running: boolean;
  readonly workers: number;
  /** From the start on, seats with nothing done first. */
  readonly looks: readonly Look[];
  /** The nonce, once it was found; null: none yet, or none at all. */
  readonly nonce: number | null;
  readonly end: 'found' | 'none' | 'stopped' | null;
  /** Of one that was stopped: the nonce to go on from. */
  readonly untried: number | null;
  readonly failure: Text | null;
}

/** One that is over: how long, how many tries, and what came of it. */
export interface Try {
  readonly id: number;
  readonly workers: number;
  readonly expected: number;
  readonly seconds: number;
  readonly tried: number;
  readonly nonce: number | null;
  readonly end: 'found' | 'none' | 'stopped';
}

export interface Mining extends Live {
  readonly tries: readonly Try[];
  start(): void;
  stop(): void;
  /** What was stopped goes on where it was. */
  goOn(): void;
}

const NOTHING = { tried: 0, ranges: 0, nearest: { score: 0xffffffff, at: -1 } };
/** Looks kept: of a long search every second one goes, again and again. */
const MOST_LOOKS = 1200;
const MOST_TRIES = 4;

const idle = (workers: number): Live => ({
  running: false,
  workers,
  looks: [{ seconds: 0, seats: Array.from({ length: workers }, () => NOTHING) }],
  nonce: null,
  end: null,
  untried: null,
  failure: null,
});

export const triedBy = (seats: Seats): number => seats.reduce((sum, { tried }) => sum + tried, 0);

/** Of all seats, the nearest; null before the first. */
export function nearestOf(seats: Seats): Nearest | null {
  let best: Nearest | null = null;
  for (const { nearest } of seats) {
    if (nearest.at >= 0 && (best === null || nearest.score < best.score)) best = nearest;
  }
  return best;
}

/** What a seat did before a stop, and since. */
const together = (before: Seats | undefined, since: Seats): Seats =>
  before === undefined
    ? since
    : before.map((was, seat) => {
        const { tried, ranges, nearest } = since[seat] ?? NOTHING;
        const nearer = nearest.at >= 0 && nearest.score < was.nearest.score ? nearest : was.nearest;
        return { tried: was.tried + tried, ranges: was.ranges + ranges, nearest: nearer };
      });

const thinned = (looks: readonly Look[]): readonly Look[] =>
  looks.length <= MOST_LOOKS ? looks : looks.filter((_, i) => i % 2 === 0 || i === looks.length - 1);

export function useMining(
  lowest: ExperimentProps['lowest'],
  settings: MiningSettings | null,
  workers: number,
): Mining {
  const [live, setLive] = useState<Live>(() => idle(workers));
  const [tries, setTries] = useState<readonly Try[]>([]);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const { header, target } = settings ?? {};
  // Another header, target or number of workers: what was found is about the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the search is about
  useEffect(() => {
    stop.current?.abort();
    stop.current = null;
    setLive(idle(workers));
  }, [header, target, settings?.from, workers]);

  function run(base: Live | null): void {
    if (!settings) return;
    const before = base?.looks.at(-1);
    const mine = new AbortController();
    stop.current?.abort();
    stop.current = mine;
    setLive({ ...(base ?? idle(workers)), running: true, end: null });
    const began = performance.now();
    const own = (change: (before: Live) => Live): void => {
      if (stop.current === mine) setLive(change);
    };
    const seen = (seats: Seats): Look => ({
      seconds: (before?.seconds ?? 0) + (performance.now() - began) / 1000,
      seats: together(before?.seats, seats),
    });
    const { header, target, expected } = settings;
    const from = base?.untried ?? settings.from;
    const request = { kind: 'bitcoin/mine', input: { header, target }, from, to: NONCES, workers };
    const progress = ({ seats }: { readonly seats?: Seats }): void => {
      if (seats) own((was) => ({ ...was, looks: thinned([...was.looks, seen(seats)]) }));
    };
    lowest(request, { progress, signal: mine.signal }).then(
      ({ hit, seats, untried, stopped }) => {
        const last = seen(seats);
        const end = stopped ? 'stopped' : hit === null ? 'none' : 'found';
        own((was) => ({
          ...was,
          running: false,
          looks: [...was.looks, last],
          nonce: hit,
          end,
          untried: stopped ? untried : null,
        }));
        if (stop.current !== mine) return;
        stop.current = null;
        const { seconds } = last;
        const tried = triedBy(last.seats);
        setTries((all) => {
          // One that went on is still the same try.
          const others = base ? all.slice(0, -1) : all;
          const id = (others.at(-1)?.id ?? 0) + 1;
          return [
            ...others.slice(1 - MOST_TRIES),
            { id, workers, expected, seconds, tried, nonce: hit, end },
          ];
        });
      },
      () => own((before) => ({ ...before, running: false, failure: text('mining.failed') })),
    );
  }
  return {
    ...live,
    tries,
    start: () => run(null),
    stop: () => stop.current?.abort(),
    goOn: () => run(live),
  };
}

/** Hashes a second over the last second that was seen, of one seat or of all. */
export function rateOf(looks: readonly Look[], seat: number | null): number {
  const last = looks.at(-1);
  const first =
    looks.findLast(({ seconds }) => last !== undefined && seconds <= last.seconds - 1) ?? looks[0];
  if (!last || !first || last.seconds === first.seconds) return 0;
  const count = ({ seats }: Look): number => (seat === null ? triedBy(seats) : (seats[seat]?.tried ?? 0));
  return (count(last) - count(first)) / (last.seconds - first.seconds);
}
