// Checks at the borders. A failed assertion is a bug of ours and says where; bad input is a `Refusal` (refusal.ts).

export function unreachable(value: never, where = 'switch'): never {
  throw new Error(`${where}: no case for ${JSON.stringify(value)}`);
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** The value, or an error that names what is missing. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}
