// A file of golden cases: a JSON object a line, and the folder of the inputs that they name as /data/NAME.

import type { Args, VerbHost } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import type { InputOf } from '../engine/job.ts';

export interface GoldenFile<T> {
  readonly cases: readonly T[];
  readonly input: InputOf;
}

/** The file that a verb is given. */
export async function goldenFile<T>(verb: string, args: Args, host: VerbHost): Promise<GoldenFile<T>> {
  const [path, ...more] = args.words;
  if (path === undefined || more.length > 0) throw new UsageError(`which file? Say one: ${verb} FILE`);
  const whole = await host.text(path);
  const cases: T[] = [];
  for (const [i, line] of whole.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      cases.push(JSON.parse(line) as T);
    } catch {
      throw new UsageError(`${path}, line ${i + 1}: this is not JSON`);
    }
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
