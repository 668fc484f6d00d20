// What a task's job gives back: batches of records, each a part that others read where it lies, and behind them what the
// scheduler is told. All parts begin on multiples of eight. Here it is read; task-written.ts writes it.

import { textOfUtf8 } from '../../../base/bytes.ts';
import { Refusal } from '../../../base/result.ts';
import { recordsIn } from '../engine/batch.ts';
import { packed } from '../engine/contents.ts';
import type { Outcome } from '../engine/evaluate.ts';
import type { TaskResult } from '../engine/tasks.ts';
import { ProgramRefusal } from '../language/refusal.ts';

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

export interface Told {
  readonly outcome:
    | { readonly kind: 'done'; readonly result: Omit<TaskResult, 'value'>; readonly value: Place | null }
    | Exclude<Outcome, { kind: 'done' | 'failed' }>
    | (Pick<Failure, 'kind' | 'reason' | 'lost'> & { readonly refusal: Refused | null });
  readonly made: Made;
  readonly code: Code;
}
type Failure = Extract<Outcome, { kind: 'failed' }>;
type Refused = Pick<ProgramRefusal, 'line' | 'column' | 'why'>;

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
