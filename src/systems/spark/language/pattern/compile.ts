// Reads a regular expression (ECMAScript's, without u: no \p, no look behind, no named groups) and makes instructions of
// it. Our own, and not the engine's: a pattern such as (a+)+$ can keep an engine busy for years and nobody can stop it,
// while ours pays a step an instruction. Refusing nested quantifiers instead would refuse honest patterns and still let
// (a|a)*, .*.*.* through.

import type { Text } from '../../../../base/text.ts';
import { text } from '../../../../base/text.ts';
import type { Range, UnitSet } from './units.ts';
import { DIGIT, LINE_END, others, SPACE, unitSet, WORD } from './units.ts';

export type Instruction =
  | { readonly op: 'set'; readonly set: UnitSet }
  /** As many of the set as there are, then fewer; or the other way round. */
  | { readonly op: 'run'; readonly set: UnitSet; readonly min: number; readonly max: number }
  /** First `first`, and if that leads nowhere `otherwise`. */
  | { readonly op: 'split'; first: number; otherwise: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly register: number }
  | { readonly op: 'clear'; readonly from: number; readonly to: number }
  /** Fails where nothing was matched since the mark. */
  | { readonly op: 'moved'; readonly register: number }
  | { readonly op: 'begin' | 'end'; readonly lines: boolean }
  | { readonly op: 'edge'; readonly is: boolean }
  | { readonly op: 'same'; readonly group: number; readonly fold: boolean }
  | { readonly op: 'look'; readonly is: boolean; to: number }
  | { readonly op: 'done' };

export interface Compiled {
  readonly code: readonly Instruction[];
  readonly groups: number;
  readonly registers: number;
}

/** A pattern that is refused, and where in its source. */
export class PatternAmiss {
  readonly offset: number;
  readonly why: Text;
  constructor(offset: number, key: string, args?: Readonly<Record<string, string | number>>) {
    this.offset = offset;
    this.why = text(`program.pattern.${key}`, args);
  }
}

const MOST_INSTRUCTIONS = 4000;
const MOST_NESTED = 40;
const ESCAPES: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };

/** A piece of code to be put in place: what it emits, and whether it can match nothing. */
interface Piece {
  readonly emit: () => void;
  readonly empty: boolean;
  /** It is one unit of a set. */
  readonly set?: UnitSet;
}

export function compilePattern(source: string, flags: string): Compiled {
  const fold = flags.includes('i');
  const lines = flags.includes('m');
  const all = flags.includes('s');
  const code: Instruction[] = [];
  let at = 0;
  let groups = 0;
  let marks = 0;
  let nested = 0;
  const total = [...source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|\((?!\?)/gs)].filter(([m]) => m === '(').length;

  const put = <T extends Instruction>(instruction: T): T => {
    if (code.length >= MOST_INSTRUCTIONS) throw new PatternAmiss(at, 'large');
    code.push(instruction);
    return instruction;
  };
  const amiss = (key: string, args?: Readonly<Record<string, string>>) => new PatternAmiss(at, key, args);
  const take = (what: string): boolean => {
    if (!source.startsWith(what, at)) return false;
    at += what.length;
    return true;
  };
  const unit = (set: UnitSet): Piece => ({ emit: () => put({ op: 'set', set }), empty: false, set });
  const one = (code: number): Piece => unit(unitSet([[code, code]], false, fold));

  function disjunction(): Piece {
    if (++nested > MOST_NESTED) throw amiss('deep');
    const branches: Piece[] = [alternative()];
    while (take('|')) branches.push(alternative());
    nested--;
    return {
      empty: branches.some((b) => b.empty),
      emit: () => {
        const jumps: { op: 'jump'; to: number }[] = [];
        const last = branches.pop() as Piece;
        for (const branch of branches) {
          const split = put({ op: 'split', first: code.length + 1, otherwise: 0 });
          branch.emit();
          jumps.push(put({ op: 'jump', to: 0 }));
          split.otherwise = code.length;
        }
        last.emit();
        branches.push(last);
        for (const jump of jumps) jump.to = code.length;
      },
    };
  }

  function alternative(): Piece {
    const terms: Piece[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') terms.push(term());
    return {
      empty: terms.every((t) => t.empty),
      emit: () => {
        for (const each of terms) each.emit();
      },
    };
  }

  const plain = (instruction: () => Instruction): Piece => ({ empty: true, emit: () => put(instruction()) });

  function term(): Piece {
    if (take('^')) return plain(() => ({ op: 'begin', lines }));
    if (take('$')) return plain(() => ({ op: 'end', lines }));
    if (take('\\b')) return plain(() => ({ op: 'edge', is: true }));
    if (take('\\B')) return plain(() => ({ op: 'edge', is: false }));
    if (source.startsWith('(?<', at)) throw amiss('group');
    if (take('(?=')) return look(true);
    if (take('(?!')) return look(false);
    const first = groups;
    const body = atom();
    return quantified(body, first + 1, groups);
  }

  function look(is: boolean): Piece {
    const body = disjunction();
    if (!take(')')) throw amiss('open');
    return {
      empty: true,
      emit: () => {
        const begin = put({ op: 'look', is, to: 0 });
        body.emit();
        put({ op: 'done' });
        begin.to = code.length;
      },
    };
  }

  function atom(): Piece {
    if (take('(?:')) return closed(disjunction());
    if (take('(')) {
      const group = ++groups;
      const body = closed(disjunction());
      return {
        empty: body.empty,
        emit: () => {
          put({ op: 'save', register: 2 * group });
          body.emit();
          put({ op: 'save', register: 2 * group + 1 });
        },
      };
    }
    if (take('[')) return bracket();
    if (take('.')) return unit(unitSet(all ? [] : LINE_END, true, false));
    if (take('\\')) return escaped();
    const c = source[at] as string;
    if ('*+?{}]'.includes(c)) throw amiss('quantifier');
    at++;
    return one(c.charCodeAt(0));
  }

  function closed(body: Piece): Piece {
    if (!take(')')) throw amiss('open');
    return body;
  }

  function escaped(): Piece {
    const digits = /^[1-9]\d*/.exec(source.slice(at));
    if (digits) {
      const group = Number(digits[0]);
      if (group > total) throw amiss('no-group');
      at += digits[0].length;
      return { empty: true, emit: () => put({ op: 'same', group, fold }) };
    }
    const set = shorthand();
    if (set) return unit(unitSet(set, false, fold));
    return one(escapedUnit());
  }

  function shorthand(): readonly Range[] | null {
    const c = source[at] ?? '';
    const set = { d: DIGIT, w: WORD, s: SPACE }[c.toLowerCase()];
    if (!set) return null;
    at++;
    return c === c.toLowerCase() ? set : others(set);
  }

  function escapedUnit(): number {
    const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at));
    if (hex) {
      at += hex[0].length;
      return Number.parseInt((hex[1] ?? hex[2]) as string, 16);
    }
    const c = source[at];
    if (c === undefined || (/[a-zA-Z0-9]/.test(c) && ESCAPES[c] === undefined))
      throw amiss('escape', { c: c ?? '' });
    at++;
    return ESCAPES[c] ?? c.charCodeAt(0);
  }

  function bracket(): Piece {
    const negated = take('^');
    const ranges: Range[] = [];
    while (!take(']')) {
      if (at >= source.length) throw amiss('open');
      const from = member();
      if (
        typeof from === 'number' &&
        source[at] === '-' &&
        source[at + 1] !== ']' &&
        at + 1 < source.length
      ) {
        at++;
        const to = member();
        if (typeof to !== 'number' || to < from) throw amiss('range');
        ranges.push([from, to]);
      } else if (typeof from === 'number') ranges.push([from, from]);
      else ranges.push(...from);
    }
    return unit(unitSet(ranges, negated, fold));
  }

  function member(): number | readonly Range[] {
    if (!take('\\')) return source.charCodeAt(at++);
    if (take('b')) return 8;
    if (take('-')) return 45;
    return shorthand() ?? escapedUnit();
  }

  function quantified(body: Piece, from: number, to: number): Piece {
    const found = /^(?:([*+?])|\{(\d{1,6})(?:(,)(\d{1,6})?)?\})(\??)/.exec(source.slice(at));
    if (!found) return body;
    const [whole, sign, low, comma, high, lazy] = found;
    at += whole.length;
    const min = sign ? (sign === '+' ? 1 : 0) : Number(low);
    const max = sign
      ? sign === '?'
        ? 1
        : Number.POSITIVE_INFINITY
      : comma
        ? high === undefined
          ? Number.POSITIVE_INFINITY
          : Number(high)
        : min;
    if (max < min) throw amiss('range');
    const { set } = body;
    if (set && !lazy) return { empty: min === 0, emit: () => put({ op: 'run', set, min, max }) };
    return { empty: min === 0 || body.empty, emit: () => repeat(body, min, max, lazy === '', [from, to]) };
  }

  function repeat(body: Piece, min: number, max: number, greedy: boolean, [from, to]: Range): void {
    const once = (): void => {
      if (to >= from) put({ op: 'clear', from: 2 * from, to: 2 * to + 2 });
      body.emit();
    };
    for (let i = 0; i < min; i++) once();
    const optional = (): { op: 'split'; first: number; otherwise: number } => {
      const split = put({ op: 'split', first: 0, otherwise: 0 });
      const here = code.length;
      if (body.empty) {
        const register = -++marks;
        put({ op: 'save', register });
        once();
        put({ op: 'moved', register });
      } else once();
      if (greedy) split.first = here;
      else split.otherwise = here;
      return split;
    };
    const leave = (split: { first: number; otherwise: number }): void => {
      if (greedy) split.otherwise = code.length;
      else split.first = code.length;
    };
    if (max === Number.POSITIVE_INFINITY) {
      const begin = code.length;
      const split = optional();
      put({ op: 'jump', to: begin });
      leave(split);
      return;
    }
    const splits = [];
    for (let i = min; i < max; i++) splits.push(optional());
    for (const split of splits) leave(split);
  }

  const whole = disjunction();
  if (at < source.length) throw amiss('close');
  whole.emit();
  put({ op: 'done' });
  // Marks come behind the groups: they were numbered before it was known how many groups there are.
  const base = 2 * groups + 2 - 1;
  const settled = code.map((i) =>
    (i.op === 'save' || i.op === 'moved') && i.register < 0 ? { ...i, register: base - i.register } : i,
  );
  return { code: settled, groups, registers: 2 * groups + 2 + marks };
}
