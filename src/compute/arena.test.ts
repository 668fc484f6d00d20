import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArena } from './arena.ts';
import type { Handle } from './messages.ts';

describe('arena', () => {
  it('never gives the same bytes to two, and gives back all that was freed, in whatever order', () => {
    const step = fc.record({ length: fc.integer({ min: 0, max: 120 }), free: fc.nat(9), seed: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const arena = createArena(1024);
        const held: { handle: Handle; bytes: Uint8Array }[] = [];
        for (const { length, free, seed } of steps) {
          const bytes = Uint8Array.from({ length }, (_, i) => (seed + i) & 255);
          const handle = arena.store(bytes);
          if (handle) held.push({ handle, bytes });
          const out = held[free];
          if (out && seed % 2) {
            arena.free(out.handle);
            held.splice(free, 1);
          }
          for (const each of held) expect(arena.view(each.handle)).toEqual(each.bytes);
        }
        for (const { handle } of held) arena.free(handle);
        expect(arena.used()).toBe(0);
        expect(arena.store(new Uint8Array(1024))).toEqual({ offset: 0, length: 1024 });
      }),
      { numRuns: 200 },
    );
  });

  it('says null where nothing long enough is free, though enough is free in parts', () => {
    const arena = createArena(48);
    const parts = [0, 1, 2].map(() => arena.store(new Uint8Array(16)) as Handle);
    arena.free(parts[0] as Handle);
    arena.free(parts[2] as Handle);
    expect(arena.store(new Uint8Array(17))).toBeNull();
    expect(arena.store(new Uint8Array(16))).toEqual({ offset: 0, length: 16 });
  });

  it('refuses to free the same bytes twice', () => {
    const arena = createArena(64);
    const handle = arena.store(new Uint8Array(5)) as Handle;
    arena.free(handle);
    expect(() => arena.free(handle)).toThrow('not in use');
  });
});
