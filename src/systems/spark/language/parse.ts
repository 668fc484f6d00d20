// What a person wrote, made into our tree. acorn only reads: nothing of it runs. It comes when the first program is
// edited, since the programs that we ship carry their tree.

import type { Es } from './check.ts';
import { checkProgram } from './check.ts';
import { GIVEN } from './names.ts';
import { amiss, placed } from './refusal.ts';
import type { Tree } from './tree.ts';
import { MOST_PROGRAM } from './tree.ts';

/** The tree of a program, or a `ProgramRefusal`. `given`: the names that it may use besides the language's own. */
export async function parseProgram(source: string, given: readonly string[] = GIVEN): Promise<Tree> {
  const { parse } = await import('acorn');
  try {
    if (source.length > MOST_PROGRAM) throw amiss(MOST_PROGRAM, 'long', { most: MOST_PROGRAM });
    return checkProgram(source, read(parse, source), given);
  } catch (error) {
    throw placed(source, error);
  }
}

function read(parse: typeof import('acorn').parse, source: string): Es {
  try {
    return parse(source, { ecmaVersion: 2022, sourceType: 'module' }) as unknown as Es;
  } catch (error) {
    // Brackets in brackets in brackets: its recursion has an end.
    if (error instanceof RangeError) throw amiss(0, 'deep');
    const { pos, message } = error as { pos?: number; message: string };
    if (pos === undefined) throw error;
    throw amiss(pos, 'unreadable', { message: message.replace(/ \(\d+:\d+\)$/, '') });
  }
}
