// The inside of a worker: loads the functions of a system when first asked for one of its kinds, computes, answers.
// It knows no system: the composition root hands in how to load one.

import { assert, unreachable } from '../base/assert.ts';
import { canonicalJson } from '../base/canonical.ts';
import type { CatalogEntry, Functions } from '../contract/loading.ts';
import { entryIn } from '../contract/loading.ts';
import type { JobContext, JobFunction, Scan, ScanFunction, TimedFunction } from '../kernel/job.ts';
import type { Port } from './endpoint.ts';
import type { Payload, Reply, Request, Result, Work } from './messages.ts';
import { searchSeat } from './shared-search.ts';

/** By kind: those of "memory" for "memory/scan". */
export type LoadFunctions = (kind: string) => Promise<Functions>;

export const functionsOf =
  (catalog: readonly Pick<CatalogEntry, 'id' | 'functions'>[]): LoadFunctions =>
  (kind) =>
    entryIn(catalog, kind.slice(0, kind.indexOf('/'))).functions(kind);

class Stopped extends Error {}

/** Smallest step of progress worth a message. */
const PROGRESS_STEP = 0.01;

/** Says how code is made here, once it is known; undefined where none may be. */
export type CodeMaker = () => Promise<JobContext['compile']>;

export function serveJobs(port: Port, load: LoadFunctions, codeMaker?: CodeMaker): void {
  let arena: SharedArrayBuffer | null = null;
  let stop: Int32Array | null = null;
  /** The scan made ready last: by messages a search asks for the same one again and again. */
  let last: { readonly input: string; readonly scan: Scan } | null = null;
  const reply = (message: Reply, transfer?: readonly ArrayBuffer[]): void => port.post(message, transfer);

  const read = (payload: Payload): Uint8Array => {
    if (payload instanceof Uint8Array) return payload;
    assert(arena, 'a handle without an arena');
    return new Uint8Array(arena, payload.offset, payload.length);
  };

  let compile: ReturnType<CodeMaker> | undefined;

  function progressOf(ticket: number): (done: number) => void {
    let told = 0;
    return (done) => {
      if (stop && Atomics.load(stop, 0) === ticket) throw new Stopped();
      if (done - told < PROGRESS_STEP) return;
      told = done;
      reply({ type: 'progress', ticket, done });
      if (stop && Atomics.load(stop, 0) === ticket) throw new Stopped();
    };
  }

  function ready(scans: Functions['scans'], { kind, input }: { kind: string; input: unknown }): Scan {
    const of = canonicalJson([kind, input]);
    if (last?.input !== of) last = { input: of, scan: known<ScanFunction>(scans, kind)(input as never) };
    return last.scan;
  }

  async function serve(work: Work): Promise<Result> {
    const { jobs, scans, timed, makesCode } = await load(work.kind);
    if (makesCode) compile ??= codeMaker?.();
    switch (work.type) {
      case 'job':
        return known<JobFunction>(jobs, work.kind)(work.input as never, {
          inputs: work.inputs.map(read),
          compile: await compile,
          progress: progressOf(work.ticket),
        });
      case 'timed':
        return known<TimedFunction>(timed, work.kind)(work.input as never, {
          progress: progressOf(work.ticket),
          clock: () => performance.now(),
        });
      case 'scan': {
        const nearest = { ...work.nearest };
        const hit = ready(scans, work)(work.from, work.to, nearest);
        return { hit, nearest };
      }
      case 'search':
        searchSeat(work.words, work.seat, ready(scans, work), work);
        return null;
      default:
        return unreachable(work, 'worker');
    }
  }

  port.onMessage((message) => {
    const request = message as Request;
    if (request.type === 'start') {
      ({ arena, stop } = request);
      return;
    }
    const { ticket } = request;
    serve(request).then(
      (result) => {
        const own = result instanceof Uint8Array ? owned(result) : null;
        reply({ type: 'done', ticket, result: own ?? result }, own ? [own.buffer] : []);
      },
      (error: unknown) => {
        if (error instanceof Stopped) return reply({ type: 'stopped', ticket });
        reply({
          type: 'failed',
          ticket,
          message: `${request.kind}: ${String((error as Error)?.message ?? error)}`,
        });
      },
    );
  });
  reply({ type: 'ready' });
}

function known<F>(table: Readonly<Record<string, F>> | undefined, kind: string): F {
  const found = table?.[kind];
  assert(found, `nothing computes '${kind}': does the system's entry name it?`);
  return found;
}

/** Bytes that fill a buffer of their own, so that it can be given away. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return whole ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}
