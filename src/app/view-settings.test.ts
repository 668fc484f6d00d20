import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayChoose, readViewSettings, withinView } from './view-settings.ts';

describe('the view settings of an address', () => {
  it('are none where nothing is asked', () => {
    expect(readViewSettings('')).toEqual({
      embed: false,
      from: null,
      to: null,
      lock: false,
      theme: null,
      language: null,
    });
  });

  it('are read one by one', () => {
    expect(readViewSettings('?embed=1&from=2&to=5&lock=1&theme=dark&lang=zh')).toEqual({
      embed: true,
      from: 2,
      to: 5,
      lock: true,
      theme: 'dark',
      language: 'zh',
    });
  });

  it('leave out what is no step', () => {
    expect(readViewSettings('?from=-1&to=1e3')).toMatchObject({ from: null, to: null });
    expect(readViewSettings('?from=&to=99999999')).toMatchObject({ from: null, to: null });
  });

  it('keep every step within the range, and those within it as they are', () => {
    const step = fc.nat(50);
    fc.assert(
      fc.property(fc.option(step), fc.option(step), step, (from, to, asked) => {
        const settings = readViewSettings(`?from=${from ?? ''}&to=${to ?? ''}`);
        const shown = withinView(settings, asked);
        expect(shown).toBeGreaterThanOrEqual(from ?? 0);
        expect(shown).toBeLessThanOrEqual(Math.max(to ?? Number.POSITIVE_INFINITY, from ?? 0));
        expect(withinView(settings, shown)).toBe(shown);
        if (asked >= (from ?? 0) && asked <= (to ?? asked)) expect(shown).toBe(asked);
      }),
    );
  });

  it('let nothing be chosen where the range ends or all is locked', () => {
    expect(mayChoose(readViewSettings('?to=3'), 2)).toBe(true);
    expect(mayChoose(readViewSettings('?to=3'), 3)).toBe(false);
    expect(mayChoose(readViewSettings('?lock=1'), 0)).toBe(false);
    expect(mayChoose(readViewSettings(''), 1000)).toBe(true);
  });
});
