import { describe, expect, it } from 'vitest';
import { parseProgram } from './parse.ts';
import type { ProgramFn } from './program.ts';
import { driverOf } from './program.ts';
import { ProgramRefusal } from './refusal.ts';
import { HOSTILE } from './testing/hostile.ts';

/** An engine that runs a map's function on one record at once. */
const engine = () => {
  const rdd = {
    map: (f: ProgramFn) => f.call([1]),
  };
  return { parallelize: () => rdd };
};

const endOf = async (program: string): Promise<unknown> => {
  try {
    return driverOf(await parseProgram(program))(engine());
  } catch (error) {
    return error;
  }
};

describe('hostile programs', () => {
  it('are at least sixty', () => {
    expect(new Set(HOSTILE.map(({ program }) => program)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE)('$name', async ({ program, at, why }) => {
    const begin = performance.now();
    const end = await endOf(program);
    expect(end).toBeInstanceOf(ProgramRefusal);
    const { line, column, why: reason } = end as ProgramRefusal;
    expect(`${reason.key} ${line}:${column}`).toBe(`program.${why} ${at}`);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
