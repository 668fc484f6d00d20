// From the syntax tree that acorn gives to ours. This is an allow-list: each kind of node that may be written has a case
// here, and whatever has none is refused with its place. So nothing of JavaScript comes in that nobody thought of.

import { CHANGING } from './arrays.ts';
import { BUILTINS, CONSTANTS } from './builtins.ts';
import { INSTEAD } from './instead.ts';
import { METHODS, MOST_ARGUMENTS } from './methods.ts';
import { ENGINE_MEMBERS, GIVEN, MAKERS, STORAGE_LEVELS, UNSAFE } from './names.ts';
import { compilePattern, PatternAmiss } from './pattern/compile.ts';
import { Amiss, amiss, miscounted } from './refusal.ts';
import { Scope } from './scope.ts';
import type { At, Binary, Driver, Expr, Fn, Item, Stmt, Target, Tree, Unary } from './tree.ts';
import { BINARY, kindOf, UNARY } from './values.ts';

/** Calls that write on a console elsewhere. */
const PRINTS = /^(print(ln)?|alert|console)$/;

const noMember = (at: At, name: string): Amiss =>
  Object.hasOwn(INSTEAD, name)
    ? amiss(at, 'instead', { name, by: INSTEAD[name] as string })
    : amiss(at, 'no-member', { name });

/** A node of ESTree, as far as it is looked at. */
export interface Es {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: fields by type of node, each looked at where it is used
  readonly [field: string]: any;
}

const DEEPEST = 100;
const MOST_PARAMS = 6;

/** Kinds of nodes that have words of their own for why they are refused. */
const REASONS: Readonly<Record<string, string>> = {
  ArrowFunctionExpression: 'async',
  AssignmentExpression: 'assignment',
  AwaitExpression: 'async',
  BreakStatement: 'loop',
  ChainExpression: 'optional',
  ClassDeclaration: 'class',
  ClassExpression: 'class',
  ContinueStatement: 'loop',
  DoWhileStatement: 'loop',
  ForInStatement: 'loop',
  FunctionDeclaration: 'function',
  FunctionExpression: 'function',
  ImportDeclaration: 'import',
  ImportExpression: 'import',
  NewExpression: 'new',
  ObjectExpression: 'object',
  ObjectPattern: 'object-pattern',
  ThisExpression: 'this',
  UpdateExpression: 'assignment',
  WhileStatement: 'loop',
};

export function checkProgram(source: string, program: Es, given: readonly string[] = GIVEN): Tree {
  const fns: Fn[] = [];
  let depth = 0;

  const refuse = (node: Es): Amiss => {
    const reason = REASONS[node.type];
    const what = source.slice(node.start, Math.min(node.end, node.start + 24)).split('\n')[0] as string;
    return reason ? amiss(node.start, reason) : amiss(node.start, 'syntax', { what });
  };

  /** Counts a node, and how deep it is. */
  function nested<T>(scope: Scope, at: At, run: () => T): T {
    if (++depth > DEEPEST) throw amiss(at, 'deep');
    scope.cost++;
    const base = scope.base;
    scope.height = Math.max(scope.height, depth - base);
    const out = run();
    depth--;
    return out;
  }

  function expr(scope: Scope, node: Es, name: string | null = null): Expr {
    return nested(scope, node.start, () => bare(scope, node, name));
  }

  function bare(scope: Scope, node: Es, name: string | null): Expr {
    const at = node.start;
    switch (node.type) {
      case 'Literal':
        return literal(node);
      case 'Identifier':
        return identifier(scope, node);
      case 'TemplateLiteral':
        return {
          at,
          k: 'template',
          texts: node.quasis.map((quasi: Es) => quasi.value.cooked as string),
          values: node.expressions.map((each: Es) => expr(scope, each)),
        };
      case 'ArrayExpression':
        return { at, k: 'list', items: node.elements.map((each: Es | null) => item(scope, node, each)) };
      case 'UnaryExpression':
        if (!Object.hasOwn(UNARY, node.operator)) throw amiss(at, 'operator', { op: node.operator });
        return { at, k: 'unary', op: node.operator as Unary, e: expr(scope, node.argument) };
      case 'BinaryExpression':
        if (node.operator === '==' || node.operator === '!=')
          throw amiss(at, 'double-equals', { op: `${node.operator}=` });
        if (!Object.hasOwn(BINARY, node.operator)) throw amiss(at, 'operator', { op: node.operator });
        return {
          at,
          k: 'binary',
          op: node.operator as Binary,
          a: expr(scope, node.left),
          b: expr(scope, node.right),
        };
      case 'LogicalExpression':
        return { at, k: 'logical', op: node.operator, a: expr(scope, node.left), b: expr(scope, node.right) };
      case 'ConditionalExpression':
        return {
          at,
          k: 'if',
          test: expr(scope, node.test),
          yes: expr(scope, node.consequent),
          no: expr(scope, node.alternate),
        };
      case 'MemberExpression':
        return member(scope, node);
      case 'CallExpression':
        return call(scope, node);
      case 'NewExpression':
        if (node.callee.type !== 'Identifier' || !MAKERS.has(node.callee.name)) throw refuse(node);
        return { ...call(scope, node), made: true } as Expr;
      case 'ArrowFunctionExpression':
        if (node.async) throw refuse(node);
        return { at, k: 'fn', id: arrow(scope, node, name) };
      default:
        throw refuse(node);
    }
  }

  function literal(node: Es): Expr {
    const at = node.start;
    if (node.regex) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      if (!/^[gims]*$/.test(flags)) throw amiss(at, 'pattern.flags', { flags });
      try {
        compilePattern(pattern, flags);
      } catch (error) {
        throw error instanceof PatternAmiss ? new Amiss(at + 1 + error.offset, error.why) : error;
      }
      return { at, k: 'regexp', source: pattern, flags };
    }
    if (node.bigint !== undefined && node.bigint !== null) throw amiss(at, 'bigint');
    return { at, k: 'value', v: node.value };
  }

  function identifier(scope: Scope, node: Es): Expr {
    const { name, start: at } = node;
    const place = scope.find(name);
    if (place) return { at, ...place };
    if (Object.hasOwn(CONSTANTS, name)) return { at, k: 'value', v: CONSTANTS[name] as number | null };
    if (Object.hasOwn(BUILTINS, name)) throw amiss(at, 'builtin-value', { name });
    throw amiss(at, PRINTS.test(name) ? 'prints' : 'unknown', { name });
  }

  function item(scope: Scope, list: Es, node: Es | null): Item {
    if (node === null) throw amiss(list.start, 'hole');
    return node.type === 'SpreadElement'
      ? { spread: true, e: expr(scope, node.argument) }
      : { e: expr(scope, node) };
  }

  /** `Math` of `Math.sqrt`, where it is no variable of the program's. */
  const spaceOf = (scope: Scope, node: Es): string | null =>
    node.type === 'Identifier' &&
    ['Math', 'Number', 'Array', 'StorageLevel', 'String'].includes(node.name) &&
    !scope.find(node.name)
      ? node.name
      : null;

  function member(scope: Scope, node: Es): Expr {
    const { start: at, object, property } = node;
    if (object.type === 'Super' || node.optional) throw refuse(node);
    if (node.computed) {
      if (property.type === 'Literal' && typeof property.value !== 'number')
        throw amiss(property.start, 'index', { a: { key: `program.kind.${kindOf(property.value)}` } });
      return { at, k: 'index', of: expr(scope, object), i: expr(scope, property) };
    }
    const { name } = property;
    const space = spaceOf(scope, object);
    if (space === 'StorageLevel' && STORAGE_LEVELS.has(name)) return { at, k: 'value', v: name };
    const spaced = `${space}.${name}`;
    if (space && Object.hasOwn(CONSTANTS, spaced)) return { at, k: 'value', v: CONSTANTS[spaced] as number };
    if (space) throw amiss(property.start, 'unknown', { name: spaced });
    const of = expr(scope, object);
    if (name === 'length') return { at, k: 'length', of };
    if (name === 'value') return { at, k: 'held', of };
    throw METHODS.has(name)
      ? amiss(property.start, 'method-value', { name })
      : noMember(property.start, name);
  }

  function call(scope: Scope, node: Es): Expr {
    const { start: at, callee } = node;
    if (node.optional) throw refuse(node);
    if (callee.type === 'MemberExpression' && !callee.computed) return method(scope, node);
    if (callee.type === 'Identifier' && !scope.find(callee.name))
      return builtin(scope, node, callee.name, callee);
    if (callee.type === 'Super' || callee.type === 'Import') throw refuse(node);
    return { at, k: 'call', f: expr(scope, callee), args: args(scope, node) };
  }

  function args(scope: Scope, node: Es): readonly Expr[] {
    if (node.arguments.length > MOST_PARAMS) throw amiss(node.start, 'many-arguments', { most: MOST_PARAMS });
    return node.arguments.map((each: Es) => {
      if (each.type === 'SpreadElement') throw amiss(each.start, 'spread');
      return expr(scope, each);
    });
  }

  function builtin(scope: Scope, node: Es, name: string, place: Es): Expr {
    const at = node.start;
    const found = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
    if (!found) throw amiss(place.start, PRINTS.test(name) ? 'prints' : 'unknown', { name });
    if (UNSAFE.has(name)) scope.unsafe = true;
    if (found.variadic)
      return { at, k: 'builtin', name, args: node.arguments.map((each: Es) => item(scope, node, each)) };
    const given = args(scope, node);
    if (given.length < found.least || given.length > found.most)
      throw miscounted(at, name, found.least, found.most);
    return { at, k: 'builtin', name, args: given.map((e) => ({ e })) };
  }

  function method(scope: Scope, node: Es): Expr {
    const { object, property, optional } = node.callee as Es;
    if (object.type === 'Super' || optional || property.type !== 'Identifier') throw refuse(node.callee);
    const { name, start: at } = property;
    const space = spaceOf(scope, object);
    if (space) return builtin(scope, node, `${space}.${name}`, property);
    const of = expr(scope, object);
    if (Object.hasOwn(CHANGING, name)) throw amiss(at, 'changing', { name, by: CHANGING[name] as string });
    if (!METHODS.has(name)) throw noMember(at, name);
    const given = args(scope, node);
    if (given.length > MOST_ARGUMENTS && !ENGINE_MEMBERS.has(name))
      throw amiss(at, 'many-arguments', { most: MOST_ARGUMENTS });
    return { at, k: 'method', of, name, args: given.map((e) => ({ e })) };
  }

  function arrow(outer: Scope, node: Es, name: string | null): number {
    const scope = new Scope(outer, name, depth);
    const id = fns.length;
    // Its number is its place in the text, whatever is in it.
    fns.push(undefined as unknown as Fn);
    if (node.params.length > MOST_PARAMS) throw amiss(node.start, 'many-arguments', { most: MOST_PARAMS });
    const params = node.params.map((param: Es) => target(scope, param));
    const body: Stmt[] =
      node.body.type === 'BlockStatement'
        ? node.body.body.flatMap((each: Es) => statement(scope, each))
        : [{ at: node.body.start, k: 'return', e: expr(scope, node.body) }];
    if (scope.unsafe) outer.unsafe = true;
    fns[id] = {
      id,
      at: node.start,
      to: node.end,
      params,
      body,
      slots: scope.slots,
      free: scope.free,
      cost: scope.cost,
      height: scope.height,
      unsafe: scope.unsafe,
    };
    return id;
  }

  function target(scope: Scope, node: Es, changes = false): Target {
    return nested(scope, node.start, () => {
      if (node.type === 'Identifier') return { k: 'slot', i: scope.declare(node.name, changes) };
      if (node.type === 'AssignmentPattern') throw amiss(node.start, 'default');
      if (node.type !== 'ArrayPattern') throw refuse(node);
      let rest: Target | null = null;
      const parts: (Target | null)[] = [];
      for (const each of node.elements as (Es | null)[]) {
        if (each?.type === 'RestElement') rest = target(scope, each.argument, changes);
        else parts.push(each && target(scope, each, changes));
      }
      return { k: 'parts', at: node.start, parts, rest };
    });
  }

  const inDriver = (scope: Scope): boolean => scope.up === null;

  function statement(scope: Scope, node: Es): readonly Stmt[] {
    return nested(scope, node.start, () => statements(scope, node));
  }

  function block(scope: Scope, node: Es | null): readonly Stmt[] {
    if (!node) return [];
    return scope.block(() =>
      node.type === 'BlockStatement'
        ? node.body.flatMap((each: Es) => statement(scope, each))
        : statement(scope, node),
    );
  }

  function statements(scope: Scope, node: Es): readonly Stmt[] {
    const at = node.start;
    switch (node.type) {
      case 'EmptyStatement':
        return [];
      case 'BlockStatement':
        return block(scope, node);
      case 'VariableDeclaration':
        return node.declarations.map((each: Es) => declaration(scope, node, each));
      case 'ExpressionStatement':
        return [effect(scope, node.expression)];
      case 'ReturnStatement':
        return [{ at, k: 'return', e: node.argument ? expr(scope, node.argument) : null }];
      case 'IfStatement':
        return [
          {
            at,
            k: 'when',
            test: expr(scope, node.test),
            yes: block(scope, node.consequent),
            no: block(scope, node.alternate),
          },
        ];
      case 'ForStatement':
        return scope.block(() => [counted(scope, node)]);
      case 'ForOfStatement':
        return scope.block(() => [each(scope, node)]);
      default:
        throw refuse(node);
    }
  }

  function declaration(scope: Scope, { kind, start: at }: Es, node: Es): Stmt {
    if (kind !== 'const' && (kind !== 'let' || !inDriver(scope)))
      throw amiss(at, kind === 'let' ? 'let-in-function' : 'var');
    const name = node.id.type === 'Identifier' ? node.id.name : null;
    const e: Expr = node.init ? expr(scope, node.init, name) : { at, k: 'value', v: null };
    return { at: node.start, k: 'let', to: target(scope, node.id, kind === 'let'), e };
  }

  /** A statement that is an expression: it sets a variable, or is done for what it does. */
  function effect(scope: Scope, node: Es): Stmt {
    const at = node.start;
    const isUpdate = node.type === 'UpdateExpression';
    if (!isUpdate && node.type !== 'AssignmentExpression') return { at, k: 'do', e: expr(scope, node) };
    const to = (isUpdate ? node.argument : node.left) as Es;
    if (to.type !== 'Identifier')
      throw amiss(to.start, to.type === 'MemberExpression' ? 'changing-item' : 'assignment');
    const i = scope.settable(to.start, to.name);
    const now: Expr = { at, k: 'local', i };
    if (isUpdate) {
      const one: Expr = { at, k: 'value', v: 1 };
      return {
        at,
        k: 'set',
        i,
        e: { at, k: 'binary', op: node.operator === '++' ? '+' : '-', a: now, b: one },
      };
    }
    const value = expr(scope, node.right);
    if (node.operator === '=') return { at, k: 'set', i, e: value };
    const op = node.operator.slice(0, -1);
    if (!Object.hasOwn(BINARY, op)) throw amiss(at, 'operator', { op: node.operator });
    return { at, k: 'set', i, e: { at, k: 'binary', op, a: now, b: value } };
  }

  function counted(scope: Scope, node: Es): Stmt {
    const { start: at, init, test, update } = node;
    if (!inDriver(scope)) throw amiss(at, 'loop');
    if (init?.type !== 'VariableDeclaration' || init.declarations.length !== 1 || !test || !update)
      throw amiss(at, 'for-shape');
    const first = declaration(scope, init, init.declarations[0]);
    const next = effect(scope, update);
    if (next.k !== 'set') throw amiss(update.start, 'for-shape');
    return { at, k: 'for', first, test: expr(scope, test), next, body: block(scope, node.body) };
  }

  function each(scope: Scope, node: Es): Stmt {
    const { start: at, left } = node;
    if (!inDriver(scope) || node.await) throw amiss(at, 'loop');
    if (left.type !== 'VariableDeclaration' || left.kind === 'var') throw amiss(left.start, 'var');
    const of = expr(scope, node.right);
    const to = target(scope, left.declarations[0].id);
    return { at, k: 'each', to, of, body: block(scope, node.body) };
  }

  /** `sc => ...` alone is a program too: its value is what it gives. */
  function driver(): Driver {
    const scope = new Scope(null);
    const names = given.map((name) => ({ name, i: scope.declare(name) }));
    const [only] = program.body as Es[];
    const lone =
      program.body.length === 1 && only?.type === 'ExpressionStatement' ? (only.expression as Es) : null;
    let body: readonly Stmt[];
    if (lone?.type === 'ArrowFunctionExpression' && !lone.async && lone.params.length <= 1) {
      const [param] = lone.params as Es[];
      if (param && param.type !== 'Identifier') throw refuse(param);
      if (param) names.push({ name: 'sc', i: scope.declare(param.name) });
      body =
        lone.body.type === 'BlockStatement'
          ? block(scope, lone.body)
          : [{ at: lone.body.start, k: 'return', e: expr(scope, lone.body) }];
    } else body = program.body.flatMap((each: Es) => statement(scope, each));
    return { at: 0, body, slots: scope.slots, cost: scope.cost, height: scope.height, given: names };
  }

  return { source, driver: driver(), fns };
}
