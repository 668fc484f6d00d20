import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { treesTypeScript } from '../../../../scripts/program-trees.ts';
import { spellParams } from '../../../share/link-params.ts';
import { runInline } from '../engine/inline.ts';
import { hashPartitioner, modulo } from '../engine/partitioner.ts';
import { parseProgram } from '../language/parse.ts';
import { driverOf } from '../language/program.ts';
import { ProgramRefusal } from '../language/refusal.ts';
import { SOURCES } from '../testing/sources.ts';
import { treeOf } from './programs.ts';
import { STEPS } from './steps.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const INPUTS = here('../../../../../shared/data/own/spark/inputs');
const input = (name: string): string | undefined =>
  existsSync(`${INPUTS}/${name}`) ? readFileSync(`${INPUTS}/${name}`, 'utf8') : undefined;

describe('the programs that come with the page', () => {
  it('carry the trees that the parser gives today', async () => {
    const made = await treesTypeScript();
    for (const [name, source] of made) expect(readFileSync(here(name), 'utf8'), name).toBe(source);
    expect(readdirSync(here('trees'))).toHaveLength(made.size - 1);
  });

  it('need no parser; a program that was changed does', async () => {
    const parse = vi.fn(() => {
      throw new SyntaxError('no parser here');
    });
    vi.doMock('acorn', () => ({ parse }));
    for (const source of Object.values(STEPS)) expect((await treeOf(source)).source).toBe(source);
    expect(parse).not.toHaveBeenCalled();
    await expect(treeOf(`${SOURCES.join}\n`)).rejects.toThrow();
    expect(parse).toHaveBeenCalled();
    vi.doUnmock('acorn');
  });

  for (const [name, source] of Object.entries(SOURCES)) {
    const needs = [...source.matchAll(/textFile\('([^']+)'/g)].map(([, file]) => file as string);
    it.skipIf(needs.some((file) => input(file) === undefined))(
      `${name} runs, on one worker as on three`,
      async () => {
        const program = driverOf(await treeOf(source), { HashPartitioner: hashPartitioner, Modulo: modulo });
        const [one, three] = [1, 3].map((workers) => runInline({ workers, cores: 2, input, program }));
        expect(one?.failed).toBeUndefined();
        expect(one?.results.length).toBeGreaterThan(0);
        expect(three?.checksum).toBe(one?.checksum);
      },
    );
  }

  it('a program of 1,600 characters fits a link', async () => {
    const all = Object.values(SOURCES)
      .map((text) => `{\n${text}}\n`)
      .join('');
    expect(all.length).toBeGreaterThan(1600);
    const comment = all.slice(0, 1590).lastIndexOf('}\n') + 2;
    const program = `${all.slice(0, comment)}// ${'what a person notes beside it, '.repeat(60)}`.slice(
      0,
      1600,
    );
    expect(await parseProgram(program)).toBeDefined();
    expect(program.length).toBe(1600);
    expect(spellParams({ program }).length).toBeLessThan(1600);
    // Without the notes: code alone.
    expect(spellParams({ program: all.slice(0, 1600) }).length).toBeLessThan(1400);
  });

  it('one that is refused says where', async () => {
    await expect(treeOf(`${SOURCES.wordcount}\nwhile (true) {}`)).rejects.toSatisfy(
      (error) => error instanceof ProgramRefusal && error.line === 9,
    );
  });
});
