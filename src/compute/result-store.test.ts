import { describe, expect, it } from 'vitest';
import type { Arena } from './arena.ts';
import { createArena } from './arena.ts';
import { createResultStore } from './result-store.ts';

const bytes = (length: number, value = 1): Uint8Array => new Uint8Array(length).fill(value);

const arena = createArena(96);
const places: readonly (readonly [string, () => Arena | null])[] = [
  ['on the heap', () => null],
  ['in an arena', () => arena],
];

describe.each(places)('result store %s', (_, place) => {
  it('lets go of what was not used for longest', () => {
    const store = createResultStore(100, place);
    store.put('a', bytes(40));
    store.put('b', bytes(40));
    store.get('a');
    store.put('c', bytes(40));
    expect(['a', 'b', 'c'].filter(store.has)).toEqual(['a', 'c']);
    expect(store.memory().held).toBe(80);
    for (const each of ['a', 'c']) store.put(each, bytes(0));
  });

  it('keeps what is held though the bound is passed, and returns below it on release', () => {
    const store = createResultStore(100, place);
    for (const each of ['a', 'b', 'c']) {
      store.hold(each);
      store.put(each, bytes(50));
    }
    expect(store.memory().held).toBe(150);
    expect(store.get('a')).toEqual(bytes(50));
    store.release('b');
    expect(['a', 'b', 'c'].filter(store.has)).toEqual(['a', 'c']);
    for (const each of ['a', 'c']) store.put(each, bytes(0));
  });

  it('hands out copies, which nobody else can change', () => {
    const store = createResultStore(100, place);
    store.put('a', bytes(8, 7));
    store.get('a')?.fill(0);
    const copy = store.get('a');
    expect(copy).toEqual(bytes(8, 7));
    expect(copy?.buffer).toBeInstanceOf(ArrayBuffer);
    store.put('a', bytes(0));
  });

  it('does not keep what is larger than all there is', () => {
    const store = createResultStore(100, place);
    store.put('a', bytes(60));
    store.put('b', bytes(101));
    expect(store.has('b')).toBe(false);
  });

  it('says what it keeps, within what bound, what it let go, and what found no room in the arena', () => {
    const own = place() && createArena(96);
    const store = createResultStore(100, () => own);
    for (const each of ['a', 'b', 'c']) store.put(each, bytes(48));
    const shared = place() ? 96 : 0;
    expect(store.memory()).toEqual({ held: 96, shared, bound: 100, evicted: 48, spilled: 0 });
    store.hold('d');
    store.hold('b');
    store.hold('c');
    store.put('d', bytes(48));
    expect(store.memory()).toMatchObject({ held: 144, evicted: 48, spilled: own ? 48 : 0 });
  });

  it('sends a part where the whole lies', () => {
    const store = createResultStore(100, place);
    store.put('a', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
    const part = store.payload('a', [2, 5]);
    const read = part instanceof Uint8Array ? part : part && place()?.view(part);
    expect([...(read ?? [])]).toEqual([3, 4, 5]);
    expect(read?.buffer instanceof ArrayBuffer ? read.buffer.byteLength : 96).toBe(place() ? 96 : 3);
    store.put('a', bytes(0));
  });
});
