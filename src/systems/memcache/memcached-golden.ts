// Traces recorded from a real memcached, replayed through the model. One JSON object a line; its `trace` is a list of
// [client, request line, data or null, reply line, reply data or null], every row on a server of its own whose CAS
// numbers start at c1. Requests to the database (`db read`, `db write`) ride along and are not ours to answer.

import type { Memcached } from './memcached.ts';
import { emptyMemcached } from './memcached.ts';
import { serve } from './memcached-text.ts';

export interface Difference {
  /** From 1. */
  readonly row: number;
  /** From 1, counting database steps too. */
  readonly step: number;
  readonly request: string;
  readonly recorded: string;
  readonly model: string;
}

export interface GoldenCheck {
  readonly rows: number;
  readonly replies: number;
  readonly differences: readonly Difference[];
}

type Step = readonly [
  client: string,
  line: string,
  data: string | null,
  reply: string,
  replyData: string | null,
];

/** Throws an error of one line where `jsonl` is not of this form. */
export function checkGolden(jsonl: string): GoldenCheck {
  const rows = jsonl.split('\n').filter((line) => line.trim() !== '');
  if (rows.length === 0) throw new Error('holds no traces');
  const checked = rows.map((line, index) => checkRow(readTrace(line, index + 1), index + 1));
  return {
    rows: rows.length,
    replies: checked.reduce((sum, row) => sum + row.replies, 0),
    differences: checked.flatMap((row) => row.differences),
  };
}

function checkRow(trace: readonly Step[], row: number): { replies: number; differences: Difference[] } {
  let state: Memcached = emptyMemcached;
  let replies = 0;
  const differences: Difference[] = [];
  for (const [index, [, line, data, reply, replyData]] of trace.entries()) {
    if (line.startsWith('db ')) continue;
    const request = `${line}\r\n${data === null ? '' : `${data}\r\n`}`;
    const recorded = `${reply}\r\n${replyData === null ? '' : `${replyData}\r\n`}${endOf(reply)}`;
    // A trace takes milliseconds: its clock stands still.
    const served = serve(state, request, 0);
    state = served.state;
    replies += 1;
    if (served.reply === recorded) continue;
    differences.push({ row, step: index + 1, request, recorded, model: served.reply });
  }
  return { replies, differences };
}

/** The recorder leaves out the END after a value. */
const endOf = (reply: string): string => (reply.startsWith('VALUE ') ? 'END\r\n' : '');

function readTrace(line: string, row: number): readonly Step[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new Error(`line ${row} is not JSON`);
  }
  const trace = typeof parsed === 'object' && parsed !== null && 'trace' in parsed ? parsed.trace : undefined;
  if (!Array.isArray(trace) || trace.length === 0 || !trace.every(isStep)) {
    throw new Error(`line ${row} has no trace of [client, request, data, reply, reply data]`);
  }
  return trace;
}

function isStep(step: unknown): step is Step {
  if (!Array.isArray(step) || step.length !== 5) return false;
  const [client, line, data, reply, replyData] = step as unknown[];
  const isText = (value: unknown) => typeof value === 'string';
  return (
    [client, line, reply].every(isText) && [data, replyData].every((value) => value === null || isText(value))
  );
}
