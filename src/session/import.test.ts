// Files read by a system's reader, as page and command line do.

import { expect, test } from 'vitest';
import { formatByName, formatOf } from '../app/import-file.ts';
import { Refusal } from '../base/result.ts';
import { entryOf } from '../contract/loading.ts';
import { newSession } from '../systems/testing/new-session.ts';

const toy = entryOf(
  'toy',
  () => import('../systems/testing/toy/card.ts'),
  () => import('../systems/testing/toy/entry.ts'),
);
const none = { id: 'none', readers: async () => ({}) };
const { session } = newSession([toy]);
const VISITS = { system: 'toy', format: 'toy-visits' };
const both = 'ann.look\nben.look\nann.take\nben.take\n';

/** In pieces of so many bytes. */
function inPieces(whole: string, size: number): Blob {
  const blob = new Blob([whole]);
  const bytes = new TextEncoder().encode(whole);
  let at = 0;
  blob.stream = () =>
    new ReadableStream({
      pull(to) {
        if (at >= bytes.length) return to.close();
        to.enqueue(bytes.slice(at, at + size));
        at += size;
      },
    });
  return blob;
}

test('a file is the same in pieces of any size', async () => {
  const whole = await session.import(new Blob([both]), VISITS);
  expect(whole).toMatchObject({ whole: false, json: { steps: 4, inside: 2 }, lines: [{ key: 'end.both' }] });
  for (const size of [1, 2, 7, 100])
    expect(await session.import(inPieces(both, size), VISITS)).toEqual(whole);
  const one = await session.import(new Blob(['ann.take']), { ...VISITS, options: { atomic: 'on' } });
  expect(one).toMatchObject({ whole: true, json: { steps: 1, inside: 1 } });
});

test('it tells how far it is, and stops between two pieces', async () => {
  const shares: number[] = [];
  await session.import(inPieces(both, 18), VISITS, { progress: ({ share = 0 }) => shares.push(share) });
  expect(shares).toEqual([0.5, 1]);
  const stop = new AbortController();
  const stopped = await session
    .import(inPieces(both, 9), VISITS, { signal: stop.signal, progress: () => stop.abort() })
    .catch((error) => error);
  expect(stopped).toBeInstanceOf(Refusal);
  expect(stopped.text).toEqual({ key: 'session.import.stopped', args: { read: 9, of: both.length } });
});

test('what is no such file, and a format that is not there, are refused in words', async () => {
  const refusal = async (file: Blob, format: string) =>
    (await session.import(file, { system: 'toy', format }).catch((error) => error)).text;
  expect(await refusal(new Blob(['ann.look\nann.leave\n']), 'toy-visits')).toEqual({
    key: 'visits.not-now',
    args: { line: 2, key: 'ann.leave' },
  });
  expect(await refusal(new Blob(['']), 'pcap')).toEqual({
    key: 'session.import.unknown',
    args: { system: 'toy', format: 'pcap', known: 'toy-visits' },
  });
});

const named = (name: string, text: string) => Object.assign(new Blob([text]), { name });

test('a file is known by its first bytes, and a name alone does not do', async () => {
  const of = (name: string, text: string) => formatOf(named(name, text), [none, toy]);
  expect(await of('day.visits', both)).toEqual({ ...VISITS, words: ['clerks'] });
  expect(await of('day.txt', both)).toEqual({ ...VISITS, words: ['clerks'] });
  expect(await of('day.visits', '{"lamplight":1}')).toBeNull();
  expect(await of('empty', '')).toBeNull();
});

test('a file that looks like nothing goes to the reader that claims its ending, unless it is a saved run', async () => {
  const of = (name: string, text: string) => formatByName(named(name, text), [none, toy]);
  expect(await of('empty.visits', '')).toEqual({ ...VISITS, words: ['clerks'] });
  expect(await of('CUT.VISITS', 'an')).toEqual({ ...VISITS, words: ['clerks'] });
  expect(await of('run.visits', '{"lamplight":1}')).toBeNull();
  expect(await of('empty.txt', '')).toBeNull();
});
