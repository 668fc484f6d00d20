// One program of the hostile set.

export interface Hostile {
  readonly name: string;
  readonly program: string;
  /** line:column, and the reason's key without `program.` */
  readonly at: string;
  readonly why: string;
  readonly stopped?: true;
}

export const refused = (why: string, at: string, program: string): Hostile => ({
  name: program,
  program,
  at,
  why,
});
/** A task's function, run on one record: 1. */
export const stopped = (why: string, at: string, f: string): Hostile => ({
  name: f,
  program: `sc.parallelize([1], 1).map(${f}).collect()`,
  at,
  why,
  stopped: true,
});
