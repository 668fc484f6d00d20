// The one tree of a program: what the checker makes of what a person wrote, and what is run, printed, explained and
// exported. Plain JSON, so that a shipped program carries its tree and needs no parser. Variables are places, not names:
// a local slot, a captured value (a function keeps the values that it saw when it was made) or the function itself.

/** Offset in the program's text, in UTF-16 units. */
export type At = number;

/** A longer program is refused, in UTF-16 units. */
export const MOST_PROGRAM = 20_000;

export type Place =
  | { readonly k: 'local'; readonly i: number }
  | { readonly k: 'captured'; readonly i: number }
  | { readonly k: 'self' };

export interface Item {
  readonly spread?: true;
  readonly e: Expr;
}

export type Unary = '-' | '+' | '!' | '~';
export type Binary =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '**'
  | '<'
  | '<='
  | '>'
  | '>='
  | '==='
  | '!=='
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>';

export type Expr = { readonly at: At } & (
  | Place
  | { readonly k: 'value'; readonly v: number | string | boolean | null }
  | { readonly k: 'regexp'; readonly source: string; readonly flags: string }
  | { readonly k: 'template'; readonly texts: readonly string[]; readonly values: readonly Expr[] }
  | { readonly k: 'list'; readonly items: readonly Item[] }
  | { readonly k: 'unary'; readonly op: Unary; readonly e: Expr }
  | { readonly k: 'binary'; readonly op: Binary; readonly a: Expr; readonly b: Expr }
  | { readonly k: 'logical'; readonly op: '&&' | '||' | '??'; readonly a: Expr; readonly b: Expr }
  | { readonly k: 'if'; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly k: 'index'; readonly of: Expr; readonly i: Expr }
  | { readonly k: 'length'; readonly of: Expr }
  | { readonly k: 'held'; readonly of: Expr }
  | { readonly k: 'method'; readonly of: Expr; readonly name: string; readonly args: readonly Item[] }
  | { readonly k: 'call'; readonly f: Expr; readonly args: readonly Expr[]; readonly made?: true }
  | { readonly k: 'builtin'; readonly name: string; readonly args: readonly Item[] }
  | { readonly k: 'fn'; readonly id: number }
);

/** Where a value goes: a slot, or a list taken apart; null leaves one out. */
export type Target =
  | { readonly k: 'slot'; readonly i: number }
  | {
      readonly k: 'parts';
      readonly at: At;
      readonly parts: readonly (Target | null)[];
      readonly rest: Target | null;
    };

export type Stmt = { readonly at: At } & (
  | { readonly k: 'let'; readonly to: Target; readonly e: Expr }
  | { readonly k: 'set'; readonly i: number; readonly e: Expr }
  | { readonly k: 'do'; readonly e: Expr }
  | { readonly k: 'return'; readonly e: Expr | null }
  | { readonly k: 'when'; readonly test: Expr; readonly yes: readonly Stmt[]; readonly no: readonly Stmt[] }
  | {
      readonly k: 'for';
      readonly first: Stmt;
      readonly test: Expr;
      readonly next: Stmt;
      readonly body: readonly Stmt[];
    }
  | { readonly k: 'each'; readonly to: Target; readonly of: Expr; readonly body: readonly Stmt[] }
);

export interface Fn {
  readonly id: number;
  readonly at: At;
  /** Past its last character. */
  readonly to: At;
  readonly params: readonly Target[];
  readonly body: readonly Stmt[];
  readonly slots: number;
  /** What it captures, as places of the function around it. */
  readonly free: readonly Place[];
  /** Steps that a call costs: the nodes of its body. */
  readonly cost: number;
  /** How deep its body is nested: what a call takes of the stack. */
  readonly height: number;
  /** Its value may differ from one attempt to the next: it asks for chance or for the attempt, itself or within. */
  readonly unsafe: boolean;
}

export interface Tree {
  readonly source: string;
  /** The functions in it, by id; the driver's own code is not one of them. */
  readonly fns: readonly Fn[];
  readonly driver: Driver;
}

/** The program's own code. */
export interface Driver extends Pick<Fn, 'at' | 'body' | 'slots' | 'cost' | 'height'> {
  /** What it is given by name (`sc`), and the slots for that. */
  readonly given: readonly { readonly name: string; readonly i: number }[];
}

/** Line and column of a place, both from 1. */
export function placeIn(source: string, at: At): { readonly line: number; readonly column: number } {
  let line = 1;
  let begin = 0;
  for (let next = source.indexOf('\n'); next >= 0 && next < at; next = source.indexOf('\n', next + 1)) {
    line++;
    begin = next + 1;
  }
  return { line, column: at - begin + 1 };
}
