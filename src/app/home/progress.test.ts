import { describe, expect, it } from 'vitest';
import type { Progressed } from './progress.ts';
import { finishes } from './progress.ts';

const at = (step: number, over: boolean, guesses: Readonly<Record<string, string>> = {}): Progressed =>
  ({
    runId: 'run',
    guesses,
    scenario: { predictions: [{ id: 'one' }, { id: 'two' }, { id: 'other', under: { z: 0 } }] },
    frame: {
      cursor: { try: 0, step },
      length: 5,
      choices: over ? [] : [{ group: 'step' }],
    },
  }) as unknown as Progressed;

describe('a scenario is finished', () => {
  it('by the step that reaches its end, not by a leap there', () => {
    expect(finishes(at(4, false), at(5, true))).toBe(true);
    expect(finishes(at(0, false), at(5, true))).toBe(false);
    expect(finishes(at(3, false), at(4, false))).toBe(false);
  });

  it('by the answers to all its questions under its own settings; skipping is none', () => {
    expect(finishes(at(3, false), at(3, false, { one: 'a', two: 'b' }))).toBe(true);
    expect(finishes(at(3, false), at(3, false, { one: 'a', two: '' }))).toBe(false);
    expect(finishes(at(3, false), at(3, false, { one: 'a' }))).toBe(false);
  });

  it('not by another run that stands at its end', () => {
    expect(finishes({ ...at(4, false), runId: 'other' }, at(5, true))).toBe(false);
  });
});
