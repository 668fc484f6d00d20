// The function that a person gives to an operator, as the engine sees it: something to call, and where it stands.
// Whoever makes it (an interpreter, printed code, a test) says what it does with arguments; the engine only calls.

export interface TaskFn {
  /** Throws where the person's code fails; the task then fails with that reason. No operator gives it more. */
  run(a?: unknown, b?: unknown, c?: unknown): unknown;
  /** The same by a list. */
  call(args: readonly unknown[]): unknown;
  /** As it was written, for explanations. */
  readonly source: string;
  /** Its line in the program, from 1. */
  readonly line: number;
}
