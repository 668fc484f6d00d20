// The inside of a worker: loads the functions of a system when first asked for one of its kinds, computes, answers.
// It knows no system: the composition root hands in how to load one.

import { assert, unreachable } from '../base/assert.ts';
import type { JobFunction, JobTable, ScanFunction, ScanTable } from '../kernel/job.ts';
import type { Port } from './endpoint.ts';
import type { Payload, Reply, Request, Work } from './messages.ts';
import { searchSeat } from './shared-search.ts';

/** What a system offers to a worker. */
export interface Functions {
  readonly jobs?: JobTable | undefined;
  readonly scans?: ScanTable | undefined;
}

/** By the kind's prefix: "bitcoin" for "bitcoin/mine". */
export type LoadFunctions = (system: string) => Promise<Functions>;

/** From a list of lazily loaded systems. */
export function functionsOf(
  catalog: readonly {
    readonly id: string;
    readonly load: () => Promise<Functions>;
    readonly functions?: (() => Promise<Functions>) | undefined;
  }[],
): LoadFunctions {
  return async (system) => {
    const entry = catalog.find(({ id }) => id === system);
    assert(entry, `no system '${system}' in the catalog`);
    return (entry.functions ?? entry.load)();
  };
}

class Stopped extends Error {}

/** Smallest step of progress worth a message. */
const PROGRESS_STEP = 0.01;

export function serveJobs(port: Port, load: LoadFunctions): void {
  let arena: SharedArrayBuffer | null = null;
  let stop: Int32Array | null = null;
  const reply = (message: Reply, transfer?: readonly ArrayBuffer[]): void => port.post(message, transfer);

  const read = (payload: Payload): Uint8Array => {
    if (payload instanceof Uint8Array) return payload;
    assert(arena, 'a handle without an arena');
    return new Uint8Array(arena, payload.offset, payload.length);
  };

  function compute(work: Extract<Work, { type: 'job' }>, run: JobFunction): Uint8Array {
    const { ticket } = work;
    let told = 0;
    return run(work.input as never, {
      inputs: work.inputs.map(read),
      progress(done) {
        if (stop && Atomics.load(stop, 0) === ticket) throw new Stopped();
        if (done - told < PROGRESS_STEP) return;
        told = done;
        reply({ type: 'progress', ticket, done });
        if (stop && Atomics.load(stop, 0) === ticket) throw new Stopped();
      },
    });
  }

  async function serve(work: Work): Promise<Uint8Array | number | null> {
    const { jobs, scans } = await load(work.kind.slice(0, work.kind.indexOf('/')));
    switch (work.type) {
      case 'job':
        return compute(work, known<JobFunction>(jobs, work.kind));
      case 'scan':
        return known<ScanFunction>(scans, work.kind)(work.input as never)(work.from, work.to);
      case 'search': {
        const scan = known<ScanFunction>(scans, work.kind)(work.input as never);
        searchSeat(work.words, work.seat, scan, work);
        return null;
      }
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
  assert(found, `nothing computes '${kind}': is it in the system's table?`);
  return found;
}

/** Bytes that fill a buffer of their own, so that it can be given away. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return whole ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}
