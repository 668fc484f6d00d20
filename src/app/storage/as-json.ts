// Anything a browser can store, as JSON: what JSON has no form for is written down in words, so that a record can be
// taken out as it was found and looked at.

const DEEPEST = 40;

export async function asJson(value: unknown, inside: readonly unknown[] = []): Promise<unknown> {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') return String(value);
  if (inside.includes(value)) return '(again)';
  if (inside.length > DEEPEST) return '(deeper)';
  const here = [...inside, value];
  const list = (items: Iterable<unknown>): Promise<unknown[]> =>
    Promise.all([...items].map((item) => asJson(item, here)));
  try {
    if (Array.isArray(value)) return await list(value);
    if (value instanceof Date) return String(value);
    if (value instanceof Blob) return { blob: await value.text(), type: value.type };
    if (value instanceof Map) return { map: await list(value) };
    if (value instanceof Set) return { set: await list(value) };
    if (value instanceof ArrayBuffer) return { bytes: [...new Uint8Array(value)] };
    if (ArrayBuffer.isView(value)) {
      return { bytes: [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)] };
    }
    const entries = Object.entries(value).map(
      async ([name, item]) => [name, await asJson(item, here)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  } catch (error) {
    return `(cannot be read: ${String(error)})`;
  }
}
