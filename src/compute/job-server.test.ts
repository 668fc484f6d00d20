import { describe, expect, it } from 'vitest';
import { utf8 } from '../base/bytes.ts';
import type { Functions } from '../contract/loading.ts';
import type { JobContext } from '../kernel/job.ts';
import { loopback } from './endpoint.ts';
import { serveJobs } from './job-server.ts';
import type { Reply } from './messages.ts';

const says = (_: never, { compile }: JobContext): Uint8Array =>
  utf8(compile ? String(compile('6 * 7')) : 'no code');
const TABLES: Readonly<Record<string, Functions>> = {
  'code/says': { jobs: { 'code/says': says }, makesCode: true },
  'plain/says': { jobs: { 'plain/says': says } },
};

/** What each of these jobs says, and how often the worker asked how code is made. */
async function said(
  kinds: readonly string[],
  allowed: boolean,
): Promise<readonly [readonly string[], number]> {
  let asked = 0;
  const endpoint = loopback((port) =>
    serveJobs(
      port,
      async (kind) => TABLES[kind] as Functions,
      async () => {
        asked++;
        return allowed ? (text) => `compiled ${text}` : undefined;
      },
    ),
  );
  const results: string[] = [];
  await new Promise<void>((resolve) => {
    endpoint.onMessage((message) => {
      const reply = message as Reply;
      if (reply.type === 'done') results.push(new TextDecoder().decode(reply.result as Uint8Array));
      if (results.length === kinds.length) resolve();
    });
    kinds.forEach((kind, ticket) => {
      endpoint.post({ type: 'job', kind, input: null, inputs: [], ticket });
    });
  });
  return [results, asked];
}

describe('code made of text in a worker', () => {
  it('is for jobs that say so, and the worker asks once', async () => {
    expect(await said(['plain/says', 'code/says', 'code/says'], true)).toEqual([
      ['no code', 'compiled 6 * 7', 'compiled 6 * 7'],
      1,
    ]);
  });

  it('is not made where it may not be', async () => {
    expect(await said(['code/says'], false)).toEqual([['no code'], 1]);
  });
});
