// A file of golden cases: a JSON object a line, and the folder of the inputs that they name as /data/NAME.

import type { Args, VerbHost } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import type { InputOf } from '../engine/job.ts';

export interface GoldenFile<T> {
  readonly cases: readonly T[];
  readonly input: InputOf;
}

/** A line as it must be: what is amiss with it, if anything is. */
export type Amiss = (line: Readonly<Record<string, unknown>>) => string | undefined;

/** The file that a verb is given. */
export async function goldenFile<T>(
  verb: string,
  args: Args,
  host: VerbHost,
  amiss: Amiss,
): Promise<GoldenFile<T>> {
  const [path, ...more] = args.words;
  if (path === undefined || more.length > 0) throw new UsageError(`which file? Say one: ${verb} FILE`);
  const whole = await host.text(path);
  const cases: T[] = [];
  for (const [i, line] of whole.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = objectIn(line);
    const wrong = typeof read === 'string' ? read : amiss(read);
    if (wrong) throw new UsageError(`${path}, line ${i + 1}: ${wrong}`);
    cases.push(read as T);
  }
  const folder = args.text('inputs') ?? `${path.slice(0, path.lastIndexOf('/') + 1)}inputs`;
  const texts = new Map<string, string>();
  const named = new Set(whole.match(/\/data\/[\w.-]+/g));
  if (/"textFile"/.test(whole)) named.add('/data/service.log');
  for (const name of [...named].sort()) {
    texts.set(name, await host.text(`${folder}/${name.slice('/data/'.length)}`));
  }
  return { cases, input: (name) => texts.get(name) };
}

function objectIn(line: string): Readonly<Record<string, unknown>> | string {
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read === 'object' && read !== null && !Array.isArray(read))
      return read as Readonly<Record<string, unknown>>;
    return 'this is no object: each line is one, in braces';
  } catch {
    return 'this is not JSON';
  }
}
