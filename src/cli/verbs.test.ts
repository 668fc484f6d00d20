import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { entryOf } from '../contract/loading.ts';
import type { Verb, Verbs } from '../contract/verb.ts';
import { UsageError } from '../contract/verb.ts';
import { catalog as systems } from '../systems/catalog.ts';
import { runCli } from './cli.ts';
import type { Io } from './command.ts';

const card = () => import('../systems/testing/toy/card.ts');
const toy = () => import('../systems/testing/toy/entry.ts');
const loads = vi.fn();

/** Joins its words, adds up its files, waits where it is told to. */
const speak: Verb = {
  options: { times: 'count', wait: 'flag', file: 'texts', stream: 'text' },
  async run(args, host) {
    if (args.words.length === 0) throw new UsageError('say what?');
    if (args.has('wait')) while (!host.signal.aborted) await host.breathe();
    let bytes = 0;
    for (const path of args.texts('file')) bytes += (await host.bytes(path, 8)).length;
    const stream = args.text('stream');
    if (stream !== undefined) for await (const chunk of host.chunks(stream)) bytes += chunk.length;
    const said = Array.from({ length: args.count('times') ?? 1 }, () => args.words.join(' '));
    return { exit: bytes > 1 ? 1 : 0, json: { said, bytes }, lines: said };
  },
};
const listed = (name: string): Verbs[string] => ({
  usage: `${name} WORD ...`,
  about: `what ${name} does`,
  load: async () => {
    loads(name);
    return speak;
  },
});
const fake = entryOf('fake', card, async () => ({
  entry: {
    ...(await toy()).entry,
    verbs: async () => ({
      say: listed('say'),
      'say again': listed('say again'),
      'fake words': listed('fake words'),
    }),
  },
}));
const catalog = [...systems, entryOf('toy', card, toy), fake];

const cli = (...argv: string[]) => interrupted(undefined, ...argv);

/** With an interrupt after so many milliseconds. */
async function interrupted(afterMs: number | undefined, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    async *lines() {},
    onInterrupt: (stop) => {
      if (afterMs !== undefined) setTimeout(stop, afterMs);
    },
  };
  return { code: await runCli(argv, io, catalog), out, err };
}

const folder = mkdtempSync(join(tmpdir(), 'lamplight-verbs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('verbs of systems', () => {
  test('stand in help with their usage, and none is loaded for it', async () => {
    const { code, out } = await cli('help');
    expect(code).toBe(0);
    const help = out.join('\n');
    expect(help).toContain('run SYSTEM/SCENARIO');
    expect(help).toContain('fake words WORD ...\n    what fake words does');
    expect(help).toContain('toy visits FILE');
    expect(loads).not.toHaveBeenCalled();
  });

  test('are found by one word or two, the longer name first', async () => {
    expect((await cli('say', 'it')).out).toEqual(['it']);
    expect(loads).toHaveBeenLastCalledWith('say');
    expect((await cli('say', 'again', 'it', '--times', '2')).out).toEqual(['it', 'it']);
    expect(loads).toHaveBeenLastCalledWith('say again');
    expect((await cli('say', 'again', '--help')).out).toEqual([
      'say again WORD ...\n    what say again does',
    ]);
  });

  test('an unknown one is refused with what there is, near it where it can be', async () => {
    expect(await cli('fake', 'word')).toMatchObject({
      code: 2,
      out: [],
      err: ["no command 'fake word'; there are: fake words"],
    });
    const { code, err } = await cli('shout');
    expect(code).toBe(2);
    expect(err[0]).toMatch(
      /^no command 'shout'; there are: list, run, .*toy visits, say, say again, fake words$/,
    );
  });

  test('print one document for programs, and know their own options only', async () => {
    const { out } = await cli('say', 'it', '--json');
    expect(out.map((line) => JSON.parse(line))).toEqual([{ said: ['it'], bytes: 0 }]);
    const { code, err } = await cli('say', 'it', '--louder');
    expect(code).toBe(2);
    expect(err[0]).toContain('unknown option --louder; known here: --times --wait');
    expect(await cli('say')).toMatchObject({ code: 2, err: ['say what?'] });
    expect((await cli('say', 'it', '--lang', 'fr')).code).toBe(2);
  });

  test('read files whole and in pieces; what cannot be read is refused in words of either language', async () => {
    const small = file('small', 'abc');
    const large = file('large', new Uint8Array(3 * 2 ** 20));
    const read = await cli('say', 'it', '--file', small, '--file', small, '--stream', large, '--json');
    expect(read.code).toBe(1);
    expect(JSON.parse(read.out[0] ?? '').bytes).toBe(6 + 3 * 2 ** 20);
    const refused = async (...argv: string[]) => {
      const { code, out, err } = await cli('say', 'it', ...argv);
      expect([code, out, err.length]).toEqual([2, [], 1]);
      return err[0];
    };
    const none = join(folder, 'none');
    expect(await refused('--file', none)).toContain(`There is no file`);
    expect(await refused('--stream', none)).toContain(none);
    expect(await refused('--file', folder)).toContain('is not a file');
    expect(await refused('--file', large)).toContain('the most that is read');
    expect(await refused('--file', none, '--lang', 'zh')).toMatch(/没有文件/);
  });

  test('a stop is heard: what a verb still answers is printed, exit 1', async () => {
    const { code, out } = await interrupted(20, 'say', 'it', '--wait');
    expect([code, out]).toEqual([1, ['it']]);
  });

  test('one name means one verb, and none hides a command', async () => {
    const names = (await Promise.all(systems.map(async (entry) => Object.keys(await entry.verbs())))).flat();
    expect(new Set(names).size).toBe(names.length);
    const commands = (await cli('help')).out.map((line) => line.split(' ')[0]);
    for (const name of names) {
      expect(name).toMatch(/^[a-z][\w-]*( [a-z][\w-]*)?$/);
      expect(commands.indexOf(name)).toBe(commands.lastIndexOf(name));
    }
  });
});

describe('the verb of the toy', () => {
  test('judges a file of visits, with a link that shows them', async () => {
    const both = file('both', 'ann.look\nben.look\nann.take\nben.take\n');
    const { code, out } = await cli('toy', 'visits', both, '--json');
    expect(code).toBe(1);
    const { steps, inside, link } = JSON.parse(out[0] ?? '');
    expect([steps, inside]).toEqual([4, 2]);
    expect(link).toMatch(/^#\/v1\/toy\/look-then-take\?/);
    const one = file('one', 'ann.take\r\nann.leave');
    const chinese = await cli('toy', 'visits', one, '--atomic', '--lang', 'zh');
    expect(chinese.code).toBe(0);
    expect(chinese.out[0]).toBe('够：一个接一个。');
  });

  test('names the line that cannot be, in its own words', async () => {
    const wrong = file('wrong', 'ann.look\nann.leave\n');
    const { code, err } = await cli('toy', 'visits', wrong);
    expect(code).toBe(2);
    expect(err[0]).toContain('Line 2: ann.leave cannot happen then');
  });
});
