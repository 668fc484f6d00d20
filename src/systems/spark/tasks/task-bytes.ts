// What a task's job gives back: batches of records, each a part that others read where it lies, and behind them what the
// scheduler is told. All parts begin on multiples of eight.

import { textOfUtf8, utf8 } from '../../../base/bytes.ts';
import { Refusal } from '../../../base/result.ts';
import { batchOf, recordsIn } from '../engine/batch.ts';
import { addressOfContent, packed, unpacked } from '../engine/contents.ts';
import type { Keep, Outcome } from '../engine/evaluate.ts';
import type { Records } from '../engine/graph.ts';
import type { TaskResult } from '../engine/tasks.ts';
import { ProgramRefusal } from '../language/refusal.ts';
import { batchOfColumn } from './columns/column.ts';
import type { ColumnKeep } from './columns/task.ts';

/** Bytes of a result, from and to. */
export type Place = readonly [from: number, to: number];

/** How the functions of the program ran. */
export type Code = 'printed' | 'closures';

/** What a task made and where it lies, by the address of its content: a part a reducer of a map output, else one part. */
export type Made = readonly (readonly [
  address: string,
  where: 'worker' | 'storage',
  parts: readonly Place[],
])[];

interface Told {
  readonly outcome:
    | { readonly kind: 'done'; readonly result: Omit<TaskResult, 'value'>; readonly value: Place | null }
    | Exclude<Outcome, { kind: 'done' | 'failed' }>
    | (Pick<Failure, 'kind' | 'reason' | 'lost'> & { readonly refusal: Refused | null });
  readonly made: Made;
  readonly code: Code;
}
type Failure = Extract<Outcome, { kind: 'failed' }>;
type Refused = Pick<ProgramRefusal, 'line' | 'column' | 'why'>;

/** Where what is told begins. */
const HEAD = 8;

/** Collects what a task makes. `done` is asked once. */
export function taskBytes(code: Code): {
  readonly keep: Keep;
  readonly columns: ColumnKeep;
  done(outcome: Outcome): Uint8Array;
} {
  const batches: Uint8Array[] = [];
  const made: [string, 'worker' | 'storage', Place[]][] = [];
  let length = HEAD;

  const put = (records: Records): Place => laid(batchOf(records));
  function laid(batch: Uint8Array): Place {
    batches.push(batch);
    length += batch.length;
    return [length - batch.length, length];
  }
  function one(where: 'worker' | 'storage', records: Records): string {
    const address = addressOfContent(records);
    made.push([address, where, [put(records)]]);
    return address;
  }

  return {
    columns: {
      block: (address, column) => void made.push([address, 'worker', [laid(batchOfColumn(column))]]),
      output: (address, parts) =>
        void made.push([address, 'worker', parts.map((part) => laid(batchOfColumn(part)))]),
    },
    keep: {
      block: (records) => one('worker', records),
      saved: (records) => one('storage', records),
      output(parts) {
        const address = addressOfContent(parts);
        made.push([address, 'worker', parts.map(put)]);
        return address;
      },
    },
    done(outcome) {
      const told: Told = { outcome: toldOf(outcome, put), made: outcome.kind === 'done' ? made : [], code };
      const spelled = utf8(JSON.stringify(told));
      const bytes = new Uint8Array(length + spelled.length);
      new DataView(bytes.buffer).setUint32(0, length, true);
      let at = HEAD;
      for (const batch of batches) {
        bytes.set(batch, at);
        at += batch.length;
      }
      bytes.set(spelled, length);
      return bytes;
    },
  };
}

function toldOf(outcome: Outcome, put: (records: Records) => Place): Told['outcome'] {
  if (outcome.kind === 'fetch-failed') return outcome;
  if (outcome.kind === 'failed') {
    const { error, ...told } = outcome;
    if (!(error instanceof ProgramRefusal)) return { ...told, refusal: null };
    const { line, column, why } = error;
    return { ...told, refusal: { line, column, why } };
  }
  const { value, ...result } = outcome.result;
  // As the program has it: a batch has a pattern of its own for what JSON cannot spell.
  return { kind: 'done', result, value: value === undefined ? null : put([unpacked(value)]) };
}

/** What a task's job gave back, as the scheduler takes it. */
export function readTask(bytes: Uint8Array): {
  readonly outcome: Outcome;
  readonly made: Made;
  readonly code: Code;
} {
  const from = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { outcome, made, code } = JSON.parse(textOfUtf8(bytes.subarray(from)) ?? '') as Told;
  if (outcome.kind === 'fetch-failed') return { outcome, made, code };
  if (outcome.kind === 'failed') {
    const { refusal, ...told } = outcome;
    const error = refusal
      ? new ProgramRefusal(refusal.line, refusal.column, refusal.why)
      : new Refusal(told.reason);
    return { outcome: { ...told, error }, made, code };
  }
  const { result, value } = outcome;
  const read = value === null ? {} : { value: packed(recordsIn(bytes.subarray(...value))[0]) };
  return { outcome: { kind: 'done', result: { ...result, ...read } }, made, code };
}
