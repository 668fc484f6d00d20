// What may stand in a state, a job's input or a record: null, booleans, finite numbers, strings, arrays and plain
// objects of these. A field that is undefined counts as absent. Anything else (a Map, a bigint, bytes, an instance of a
// class, undefined in a list) would be lost by JSON or by a comparison of fields, so it is named and refused.

/** Made by a literal (in any realm) or without a prototype. */
export function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Where a value is not plain and what stands there: "net.0.body: a Map"; null where all of it is plain. */
export function unplain(value: unknown): string | null {
  return search(value, '', new Set());
}

/** The error for a value that is not plain, by the name of the field. */
export const notPlain = (value: unknown): Error =>
  new Error(
    `${unplain(value) ?? 'a value that is nested too deep'}: a state holds plain values only ` +
      '(null, boolean, finite number, string, array, plain object)',
  );

function search(value: unknown, where: string, above: Set<object>): string | null {
  const here = (what: string): string => `${where === '' ? 'the value itself' : where}: ${what}`;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : here(String(value));
  if (typeof value !== 'object') return here(value === undefined ? 'undefined' : `a ${typeof value}`);
  if (above.has(value)) return here('an object that holds itself');
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) return here(`a ${value.constructor?.name ?? 'strange object'}`);
  if (Object.getOwnPropertySymbols(value).length > 0) return here('a field named by a symbol');
  above.add(value);
  const names = Object.keys(value);
  if (isList && names.length !== value.length) return here('a list with gaps or with fields');
  for (const name of names) {
    const item = (value as Record<string, unknown>)[name];
    if (item === undefined && !isList) continue;
    const found = search(item, where === '' ? name : `${where}.${name}`, above);
    if (found !== null) return found;
  }
  above.delete(value);
  return null;
}
