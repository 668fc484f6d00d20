// A run over a file: its link and its saved file name it, another machine asks for it, and opens right when it is given.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'lamplight-inputs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const WORDS = written('words.txt', 'to be or not to be\nthat is the question\n');
const OTHER = written('other.txt', 'something else\n');

/** A process of its own is another machine: nothing was given to it before. */
function elsewhere(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', main, ...argv], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test('a link asks for its file, names both where it is another, and opens where it is the one', async () => {
  const run = await elsewhere('run', 'spark/stages', '--input', `input=${WORDS}`, '--steps', '50', '--json');
  expect(run.err).toBe('');
  const made = JSON.parse(run.out);
  const link: string = made.link.slice(made.link.indexOf('#'));
  expect(link.length).toBeLessThan(400);

  const [without, wrong, right] = await Promise.all([
    elsewhere('replay', link),
    elsewhere('replay', link, '--input', `input=${OTHER}`),
    elsewhere('replay', link, '--input', `input=${WORDS}`, '--json'),
  ]);
  expect(without.code).toBe(2);
  expect(without.err).toContain('words.txt');
  expect(without.err).toContain('40 bytes');
  expect(wrong.code).toBe(2);
  expect(wrong.err).toMatch(/Wanted: .*words\.txt.*Given: .*other\.txt/);
  expect(right.err).toBe('');
  expect(JSON.parse(right.out).fingerprint).toBe(made.fingerprint);
});

test('the same words as a text and as a file come to the same result', async () => {
  const [file, text] = await Promise.all([
    elsewhere('run', 'spark/stages', '--input', `input=${WORDS}`, '--steps', '50', '--json'),
    elsewhere('run', 'spark/stages', '--set-file', `input=${WORDS}`, '--steps', '50', '--json'),
  ]);
  expect(JSON.parse(file.out).fingerprint).toBe(JSON.parse(text.out).fingerprint);
});
