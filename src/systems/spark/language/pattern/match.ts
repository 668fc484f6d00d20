// Runs a compiled pattern over a text, backtracking as ECMAScript says, on a stack of its own: a step an instruction and
// a step a unit gone over, so that the same pattern on the same text costs the same in every engine.

import { spend } from '../meter.ts';
import { amiss } from '../refusal.ts';
import type { At } from '../tree.ts';
import type { Compiled } from './compile.ts';
import { folded, has, unitSet, WORD } from './units.ts';

/** Entries of the stack, four numbers each: at most 16 MB. */
const MOST_ENTRIES = 500_000;
const BATCH = 4096;
/** What an instruction costs, in steps: it does more than a node. A search costs so much too, and so does getting ready. */
const COST = 3;
const READY = 40;
const SEARCH = 30;
const WORDS = unitSet(WORD, false, false);

/** What an entry is: another way to go on; a register's value before; a run that may give back units. */
const WAY = -1;
const RUN = -2;

const lineEnd = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;

/**
 * Looks through a text: for the registers of the first match at or behind `from`, or null: begin and end of the whole, then
 * of each group, -1 for none.
 */
export function finderIn(
  at: At,
  { code, groups, registers }: Compiled,
  s: string,
): (from: number) => Int32Array | null {
  const regs = new Int32Array(registers);
  const stack: number[] = [];
  let steps = READY;
  const step = (n: number): void => {
    steps += n;
    if (steps < BATCH) return;
    spend(at, steps);
    steps = 0;
  };
  const push = (kind: number, a: number, b: number, c: number): void => {
    if (stack.length > 4 * MOST_ENTRIES) throw amiss(at, 'bytes');
    stack.push(kind, a, b, c);
  };
  const set = (register: number, value: number): void => {
    push(register, regs[register] as number, 0, 0);
    regs[register] = value;
  };
  const isWord = (i: number): boolean => i >= 0 && i < s.length && has(WORDS, s.charCodeAt(i));

  const way = { pc: 0, pos: 0 };

  /** Where the match that begins with this instruction ends; -1 for none, and then all is as before. */
  function run(begin: number, where: number): number {
    const base = stack.length;
    let pc = begin;
    let pos = where;
    for (;;) {
      step(COST);
      const now = code[pc] as Compiled['code'][number];
      let fits = true;
      pc++;
      switch (now.op) {
        case 'set':
          fits = pos < s.length && has(now.set, s.charCodeAt(pos));
          pos++;
          break;
        case 'run': {
          const least = pos + now.min;
          const most = Math.min(s.length, pos + now.max);
          const start = pos;
          while (pos < most && has(now.set, s.charCodeAt(pos))) pos++;
          step(pos - start);
          fits = pos >= least;
          if (fits && pos > least) push(RUN, pc, pos - 1, least);
          break;
        }
        case 'split':
          push(WAY, now.otherwise, pos, 0);
          pc = now.first;
          break;
        case 'jump':
          pc = now.to;
          break;
        case 'save':
          set(now.register, pos);
          break;
        case 'clear':
          for (let i = now.from; i < now.to; i++) set(i, -1);
          break;
        case 'moved':
          fits = pos !== regs[now.register];
          break;
        case 'begin':
          fits = pos === 0 || (now.lines && lineEnd(s.charCodeAt(pos - 1)));
          break;
        case 'end':
          fits = pos === s.length || (now.lines && lineEnd(s.charCodeAt(pos)));
          break;
        case 'edge':
          fits = (isWord(pos - 1) !== isWord(pos)) === now.is;
          break;
        case 'same': {
          const first = regs[2 * now.group] as number;
          const last = regs[2 * now.group + 1] as number;
          if (first < 0 || last < 0) break;
          step(last - first);
          for (let i = first; fits && i < last; i++, pos++) {
            const a = s.charCodeAt(i);
            const b = s.charCodeAt(pos);
            fits = pos < s.length && (a === b || (now.fold && folded(a) === folded(b)));
          }
          break;
        }
        case 'look': {
          const before = stack.length;
          const found = run(pc, pos) >= 0;
          if (found && now.is) keepRegisters(before);
          else if (found) undo(before);
          fits = found === now.is;
          pc = now.to;
          break;
        }
        case 'done':
          return pos;
      }
      if (fits) continue;
      const back = retreat(base);
      if (!back) return -1;
      pc = way.pc;
      pos = way.pos;
    }
  }

  /** Back to the last way not yet gone, if one is left. */
  function retreat(base: number): boolean {
    while (stack.length > base) {
      const c = stack.pop() as number;
      const b = stack.pop() as number;
      const a = stack.pop() as number;
      const kind = stack.pop() as number;
      if (kind >= 0) {
        regs[kind] = a;
        continue;
      }
      way.pc = a;
      way.pos = b;
      if (kind === RUN && b > c) stack.push(RUN, a, b - 1, c);
      return true;
    }
    return false;
  }

  /** What was found ahead stays found, but is not looked for in another way. */
  function keepRegisters(base: number): void {
    let kept = base;
    for (let i = base; i < stack.length; i += 4) {
      if ((stack[i] as number) < 0) continue;
      stack.copyWithin(kept, i, i + 4);
      kept += 4;
    }
    stack.length = kept;
  }

  function undo(base: number): void {
    while (stack.length > base) {
      const [kind, before] = stack.splice(-4) as [number, number];
      if (kind >= 0) regs[kind] = before;
    }
  }

  return (from) => {
    steps += SEARCH;
    let found: Int32Array | null = null;
    for (let begin = from; found === null && begin <= s.length; begin++) {
      regs.fill(-1);
      stack.length = 0;
      const end = run(0, begin);
      if (end < 0) continue;
      regs[0] = begin;
      regs[1] = end;
      found = regs.slice(0, 2 * groups + 2);
    }
    spend(at, steps);
    steps = 0;
    return found;
  };
}
