// The driver's end of the engine: `sc`. A driver program is run again from its start each time, with the notes of the
// jobs done so far: an action whose job is noted answers at once, the first that is not stops the run and says which job
// it needs. So no half-run program is ever part of a state. What runs is a plain function of `sc`.

import type { Accumulator } from './accumulator.ts';
import { Accumulators } from './accumulator.ts';
import type { HeldOf } from './debug-string.ts';
import type { GraphNode, NodeFields, Shuffle, StorageLevel } from './graph.ts';
import { oneToOne, parentsOf } from './graph.ts';
import type { InputOf, JobNote, JobSpec } from './job.ts';
import { JobFailed, NeedsJob } from './job.ts';
import type { Maker } from './operand.ts';
import { Rdd } from './rdd.ts';
import { bytesOfInput, linesIn, sourceOf, splitEnds } from './sources.ts';
import { unionOf } from './unions.ts';
import { mostSteps, refused } from './why.ts';

export interface ContextOptions {
  /** Of all workers together. */
  readonly cores?: number;
  readonly parallelism?: number | undefined;
  /** How many partitions take() tries first (spark.rdd.limit.initialNumPartitions). */
  readonly firstTries?: number;
  /** Of `unsafeRandom()`. */
  readonly seed?: number;
  /** How long each input is, in bytes, where the inputs themselves are elsewhere. */
  readonly lengths?: Readonly<Record<string, number>> | undefined;
  /** What every persist() comes to, whatever level it names; as written where this is not given. */
  readonly level?: StorageLevel | undefined;
}

/** Of one RDD; a list of them all is kept for each stage. */
const MOST_PARTITIONS = 10_000;
/** Of one program: it is run again from its start after each. */
const MOST_JOBS = 500;
/** RDDs of one program. */
const MOST_RDDS = 10_000;
/** One above the other, down to a checkpoint: whoever walks them goes as deep. A worker of a browser has a small stack. */
const MOST_DEEP = 400;

function refuseMany(partitions: number): void {
  if (partitions > MOST_PARTITIONS) throw refused('many-partitions', { most: MOST_PARTITIONS });
}

export class Context implements Maker {
  readonly rdds: GraphNode[] = [];
  readonly shuffles: Shuffle[] = [];
  /** RDDs given up by unpersist, and after how many jobs. */
  readonly unpersisted: { readonly rdd: number; readonly after: number }[] = [];
  /** The variable that first held an RDD, by its id. */
  readonly variables = new Map<number, string>();
  readonly accumulators: Accumulators;
  /** The line and column of the call that now runs; who runs the program says so. */
  line = 0;
  column = 0;
  readonly defaultParallelism: number;
  readonly firstTries: number;
  readonly seed: number;
  readonly level: StorageLevel | undefined;
  readonly #notes: readonly JobNote[];
  readonly #input: InputOf;
  readonly #lengths: ContextOptions['lengths'];
  #jobs = 0;
  #outer: string | undefined;
  readonly #asked = new Set<GraphNode>();
  readonly #deep = new Map<GraphNode, number>();
  readonly #texts = new Map<string, number>();

  /** spark.default.parallelism, where it is set. */
  readonly parallelism: number | undefined;

  constructor(
    notes: readonly JobNote[],
    input: InputOf,
    { cores = 2, parallelism, firstTries = 1, seed = 1, lengths, level }: ContextOptions = {},
  ) {
    this.#notes = notes;
    this.#input = input;
    this.#lengths = lengths;
    this.parallelism = parallelism;
    this.firstTries = firstTries;
    this.seed = seed;
    this.level = level;
    this.defaultParallelism = parallelism ?? cores;
    this.accumulators = new Accumulators(() => this.#notes[this.#jobs - 1]?.sums ?? {});
  }

  /** How many jobs the program has been answered. */
  get jobs(): number {
    return this.#jobs;
  }

  /** Runs what an operator is made of: whatever it makes has the operator's place. */
  within<T>(operator: string, make: () => T): T {
    if (this.#outer !== undefined) return make();
    this.#outer = operator;
    try {
      return make();
    } finally {
      this.#outer = undefined;
    }
  }

  rdd(fields: NodeFields): Rdd {
    if (!Number.isInteger(fields.partitions) || fields.partitions < 0) throw refused('no-count');
    refuseMany(fields.partitions);
    if (this.rdds.length >= MOST_RDDS) throw refused('many-rdds', { most: MOST_RDDS });
    const deep = 1 + Math.max(0, ...fields.dependencies.map(({ parent }) => this.#depthOf(parent)));
    if (deep > MOST_DEEP) throw refused('deep', { most: MOST_DEEP });
    const { line, column } = this;
    const site = `${this.#outer} at program.js:${line}`;
    const made = new Rdd(this, this.rdds.length, site, { line, column }, fields);
    this.rdds.push(made);
    this.#deep.set(made, deep);
    return made;
  }

  /** What is written to reliable storage stands on nothing. */
  #depthOf = (node: GraphNode): number => (node.saved ? 1 : (this.#deep.get(node) ?? 0));

  /** Steps of the whole run. */
  get mostSteps(): number {
    return mostSteps([...this.#texts.values()].reduce((sum, bytes) => sum + bytes, 0));
  }

  /** Who runs the program says by which name it keeps a thing. */
  named(value: object, variable: string): void {
    if (value instanceof Rdd && !this.variables.has(value.id)) this.variables.set(value.id, variable);
  }

  shuffle(fields: Omit<Shuffle, 'kind' | 'id'>): Shuffle {
    const made: Shuffle = { kind: 'shuffle', id: this.shuffles.length, ...fields };
    this.shuffles.push(made);
    return made;
  }

  /** The values of a job, by partition asked for. Throws NeedsJob where it is not done, JobFailed where it was given up. */
  run(job: JobSpec): readonly unknown[] {
    const values = this.#answer(job);
    this.#checkpoints(job.rdd);
    return values;
  }

  #answer(job: JobSpec): readonly unknown[] {
    const note = this.#notes[this.#jobs];
    if (this.#jobs >= MOST_JOBS) throw refused('many-jobs', { most: MOST_JOBS });
    if (note === undefined) throw new NeedsJob(job);
    this.#jobs += 1;
    if (note.failed !== undefined) throw new JobFailed(note.failed);
    return note.values;
  }

  /** After a job: the nearest marked RDD on each branch is written by a job of its own (RDD.doCheckpoint). */
  #checkpoints(node: GraphNode): void {
    if (this.#asked.has(node)) return;
    this.#asked.add(node);
    if (!node.marked) {
      for (const { parent } of parentsOf(node)) this.#checkpoints(parent);
      return;
    }
    const partitions = Array.from({ length: node.partitions }, (_, p) => p);
    this.#answer({ rdd: node, partitions, result: () => null, action: 'checkpoint', writes: true });
    node.saved = this.within('checkpoint', () =>
      this.rdd({
        kind: 'ReliableCheckpointRDD',
        dependencies: [],
        partitions: node.partitions,
        partitioner: node.partitioner,
        compute: (_, inputs) => inputs.stored(),
      }),
    );
  }

  /** What is held of an RDD, as of the last job. */
  readonly heldOf: HeldOf = (node) => {
    if (this.unpersisted.some(({ rdd, after }) => rdd === node.id && after === this.#jobs)) return null;
    return this.#notes[this.#jobs - 1]?.held?.find(({ rdd }) => rdd === node.id) ?? null;
  };

  // What a program calls.

  parallelize(list: readonly unknown[], slices = this.defaultParallelism): Rdd {
    return this.within('parallelize', () => this.rdd(sourceOf(list, slices)));
  }

  emptyRDD(): Rdd {
    return this.within('emptyRDD', () =>
      this.rdd({ kind: 'EmptyRDD', dependencies: [], partitions: 0, compute: () => [] }),
    );
  }

  textFile(path: string, least = Math.min(this.defaultParallelism, 2)): Rdd {
    refuseMany(least);
    const length = this.#lengths?.[path] ?? bytesOfInput(this.#input, path)?.length;
    if (length === undefined) throw refused('no-input', { name: path });
    this.#texts.set(path, length);
    const ends = splitEnds(length, least);
    return this.within('textFile', () => {
      const file = this.rdd({
        kind: 'HadoopRDD',
        dependencies: [],
        partitions: ends.length,
        text: { input: path, ends },
        compute: (_, inputs) => linesIn(inputs.text()),
      });
      file.label = path;
      const lines = this.rdd({
        kind: 'MapPartitionsRDD',
        dependencies: [oneToOne(file)],
        partitions: ends.length,
        compute: (p, inputs) => inputs.narrow(0, p),
      });
      lines.label = path;
      return lines;
    });
  }

  /** Of several, or of a list of them. */
  union(...given: readonly (Rdd | readonly Rdd[])[]): Rdd {
    const rdds = given.flat();
    if (!rdds.every((rdd) => rdd instanceof Rdd)) throw refused('no-operand');
    return this.within('union', () => unionOf(this, rdds) as Rdd);
  }

  broadcast<T>(value: T): { readonly value: T } {
    return { value };
  }

  /** What it begins with, and its name; or its name alone. */
  accumulator(begin: number | string = 0, name = ''): Accumulator {
    return typeof begin === 'number' ? this.accumulators.make(name, begin) : this.accumulators.make(begin);
  }

  longAccumulator(name = ''): Accumulator {
    return this.accumulators.make(name);
  }

  /** Accepted for Spark's sake: a checkpoint here needs no directory. */
  setCheckpointDir(_directory: string): void {}
}
