// A place in shared memory where two workers meet, each in the middle of its work: shows that they are at work at once,
// without a clock.

const HERE = 0;
const MET = 1;
/** Longest wait for another. */
const MEET_MS = 10_000;

export const meetingPlace = (): Int32Array => new Int32Array(new SharedArrayBuffer(8));

export const haveMet = (words: Int32Array): boolean => Atomics.load(words, MET) === 1;

/** Waits until another is here as well, once; afterwards nobody waits. */
export function meet(words: Int32Array): void {
  if (haveMet(words)) return;
  if (Atomics.add(words, HERE, 1) === 1) {
    Atomics.store(words, MET, 1);
    Atomics.notify(words, MET);
  } else Atomics.wait(words, MET, 0, MEET_MS);
  Atomics.sub(words, HERE, 1);
}
