// What a task's job gives back, written as it is made: see task-bytes.ts.

import { utf8 } from '../../../base/bytes.ts';
import { batchOf } from '../engine/batch.ts';
import { addressOfContent, unpacked } from '../engine/contents.ts';
import type { Keep, Outcome } from '../engine/evaluate.ts';
import type { Records } from '../engine/graph.ts';
import { ProgramRefusal } from '../language/refusal.ts';
import { batchOfColumn } from './columns/column.ts';
import type { ColumnKeep } from './columns/task.ts';
import type { Code, Place, Told } from './task-bytes.ts';

/** Where the batches begin: before them stands where what is told begins. */
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
