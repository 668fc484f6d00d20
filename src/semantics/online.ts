// Linearizable, judged while a history is made (just in time: Lowe, "Testing for linearizability", 2017). Instead of
// looking for an order of the whole history after every answer, it keeps every way in which the operations so far can
// have taken effect. A write takes effect no sooner than an answer makes it necessary, so there are few. For the history
// of one key, which suffices (locality: Herlihy and Wing, theorem 1). Operations are named by numbers.

export interface Way {
  /** The write whose value is there; INITIAL before any. */
  readonly current: number;
  /** Writes that have taken effect and are not answered yet, rising. */
  readonly done: readonly number[];
  /** Reads under way, each with the writes whose values were there since it was called, rising. */
  readonly seen: readonly (readonly [read: number, writes: readonly number[]])[];
}

/** None: the history is not linearizable, whatever comes. */
export type Ways = readonly Way[];

export const INITIAL = -1;
export const START: Ways = [{ current: INITIAL, done: [], seen: [] }];

export const readCalled = (ways: Ways, read: number): Ways =>
  ways.map((way) => ({ ...way, seen: [...way.seen, [read, [way.current]]] }));

/** `pending` are the writes that were called and not answered; `gives` says whether a write's value is what was read. */
export function readAnswered(
  ways: Ways,
  read: number,
  pending: readonly number[],
  gives: (write: number) => boolean,
): Ways {
  const hasSeen = ({ seen }: Way): boolean =>
    seen.some(([one, writes]) => one === read && writes.some(gives));
  return forget(reaching(ways, pending, hasSeen), read);
}

export function writeAnswered(ways: Ways, write: number, pending: readonly number[]): Ways {
  const found = reaching(ways, pending, ({ done }) => done.includes(write));
  return distinct(found.map((way) => ({ ...way, done: way.done.filter((one) => one !== write) })));
}

/** A read that came to nothing. */
export const forget = (ways: Ways, read: number): Ways =>
  distinct(ways.map((way) => ({ ...way, seen: way.seen.filter(([one]) => one !== read) })));

/** A write that came to nothing. */
export const withoutWrite = (ways: Ways, write: number): Ways =>
  ways.filter(({ done }) => !done.includes(write));

/** Lets pending writes take effect, in any order, no further than until the test is met. */
function reaching(ways: Ways, pending: readonly number[], isMet: (way: Way) => boolean): Ways {
  const queue = [...ways];
  const met: Way[] = [];
  for (const way of queue) {
    if (isMet(way)) met.push(way);
    else for (const write of pending) if (!way.done.includes(write)) queue.push(takingEffect(way, write));
  }
  return met;
}

const takingEffect = ({ done, seen }: Way, write: number): Way => ({
  current: write,
  done: rising([...done, write]),
  seen: seen.map(([read, writes]) => [read, rising([...writes, write])]),
});

const rising = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** Each way once, in one order: two histories that allow the same are then judged by equal values. */
function distinct(ways: Ways): Ways {
  const found = new Map(ways.map((way) => [JSON.stringify([way.current, way.done, way.seen]), way]));
  return [...found.keys()].sort().map((key) => found.get(key) as Way);
}
