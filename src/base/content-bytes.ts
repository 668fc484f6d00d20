// How much a plain value holds, in bytes, by one formula over its content: the same in every engine, in the page and on
// the command line, whoever shares what with whom. It is of the order of what an engine takes for it.

const HEAD = 24;
const SLOT = 8;
const CHARACTER = 2;

/** Bytes of a plain value. Counting ends soon after `most`, so that what has no end can be asked about. */
export function bytesOf(value: unknown, most = Number.POSITIVE_INFINITY): number {
  if (typeof value === 'string') return HEAD + CHARACTER * value.length;
  if (typeof value !== 'object' || value === null) return SLOT;
  let bytes = HEAD;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && bytes <= most; i++) bytes += bytesOf(value[i], most - bytes);
    return bytes;
  }
  for (const name in value) {
    const item = (value as Record<string, unknown>)[name];
    if (item !== undefined) bytes += SLOT + bytesOf(item, most - bytes);
    if (bytes > most) break;
  }
  return bytes;
}

/**
 * `bytesOf(after) - bytesOf(before)`, looking only where the two are not the same object: a step of an immutable state
 * shares nearly all with the state before. Where it is far beyond `most`, it is at least that.
 */
export function bytesGrown(before: unknown, after: unknown, most = Number.POSITIVE_INFINITY): number {
  if (before === after) return 0;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return bytesOf(after, most) - bytesOf(before);
  if (Array.isArray(before) !== Array.isArray(after)) return bytesOf(after, most) - bytesOf(before);
  return Array.isArray(before)
    ? listGrown(before, after as readonly unknown[], most)
    : recordGrown(before as Fields, after as Fields, most);
}

/** What `after` takes beside `before`, with which it shares what is the same in both. */
export function bytesBeside(before: unknown, after: unknown): number {
  if (before === after) return 0;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return bytesOf(after);
  const shared = Array.isArray(before) ? new Set<unknown>(before) : null;
  let bytes = HEAD;
  for (const name in after) {
    const item = (after as Fields)[name];
    bytes += SLOT + (shared?.has(item) ? 0 : bytesBeside((before as Fields)[name], item));
  }
  return bytes;
}

type Fields = Readonly<Record<string, unknown>>;

/** How far to look for where two lists are the same again. */
const AHEAD = 4;

/** Lists mostly lose or gain an item or two somewhere: what stands before, between and after is the same. */
function listGrown(before: readonly unknown[], after: readonly unknown[], most: number): number {
  let grown = 0;
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length && grown <= most) {
    if (before[i] === after[j]) {
      i++;
      j++;
      continue;
    }
    let gone = 1;
    while (gone <= AHEAD && before[i + gone] !== after[j]) gone++;
    let come = 1;
    while (come <= AHEAD && before[i] !== after[j + come]) come++;
    if (gone > AHEAD && come > AHEAD) grown += bytesGrown(before[i++], after[j++], most - grown);
    else if (gone <= come) for (; gone > 0; gone--) grown -= bytesOf(before[i++]);
    else for (; come > 0; come--) grown += bytesOf(after[j++], most - grown);
  }
  for (; j < after.length && grown <= most; j++) grown += bytesOf(after[j], most - grown);
  for (; i < before.length; i++) grown -= bytesOf(before[i]);
  return grown;
}

function recordGrown(before: Fields, after: Fields, most: number): number {
  let grown = 0;
  let kept = 0;
  for (const name in after) {
    const is = after[name];
    if (is === before[name]) {
      kept++;
      continue;
    }
    const was = Object.hasOwn(before, name) ? before[name] : undefined;
    if (was !== undefined) kept++;
    if (was === undefined) grown += SLOT + bytesOf(is, most - grown);
    else if (is === undefined) grown -= SLOT + bytesOf(was);
    else grown += bytesGrown(was, is, most - grown);
    if (grown > most) return grown;
  }
  for (const _ in before) kept--;
  if (kept === 0) return grown;
  for (const name in before) {
    if (before[name] !== undefined && !Object.hasOwn(after, name)) grown -= SLOT + bytesOf(before[name]);
  }
  return grown;
}
