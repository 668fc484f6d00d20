import { describe, expect, it } from 'vitest';
import { text } from '../base/text.ts';
import type { KeyedStep } from './difference.ts';
import { foldEqual, neverDiffering, pairsOf, trackOn } from './difference.ts';
import type { LaneStep } from './lane-types.ts';

const step = (at: number, key: string, reply = 'done', more: Partial<LaneStep> = {}): KeyedStep => ({
  step: at,
  key,
  actor: 'ann',
  sentence: text(`said ${key}`),
  mark: { heading: [text('ask'), text(reply)], arrows: [], chips: [] },
  sentSteps: [],
  verdicts: ['holds'],
  soFar: ['holds'],
  fork: false,
  ...more,
});

const sent = (kind: 'reply' | 'lost'): Partial<LaneStep> => ({
  mark: { heading: [], arrows: [{ from: 'ann', to: 'bob', label: text('post'), kind }], chips: [] },
});

const path = (keys: string): readonly KeyedStep[] => [...keys].map((key, index) => step(index + 1, key));

describe('two runs of the same choices', () => {
  it('stand together by key; a step that the other could not take stands alone, and its own come last', () => {
    const pairs = pairsOf(path('abcd'), path('abdx'));
    expect(pairs.map(({ a, b }) => [a?.key ?? '', b?.key ?? ''])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', ''],
      ['d', 'd'],
      ['', 'x'],
    ]);
    expect(pairs.map(({ difference }) => difference)).toEqual([
      null,
      null,
      { kind: 'only', side: 'a' },
      null,
      { kind: 'only', side: 'b' },
    ]);
  });

  it('differ in a reply, in a value left, or in a verdict that means something in both', () => {
    const of = (a: KeyedStep, b: KeyedStep) => pairsOf([a], [b])[0]?.difference;
    expect(of(step(1, 'a', 'stored'), step(1, 'a', 'refused'))).toEqual({
      kind: 'words',
      a: text('stored'),
      b: text('refused'),
    });
    const chip = (key: string) => ({
      mark: { heading: [], arrows: [], chips: [{ actor: 'cache', text: text(key) }] },
    });
    expect(of(step(1, 'a', '', chip('one')), step(1, 'a', '', chip('two')))).toEqual({
      kind: 'words',
      a: text('one'),
      b: text('two'),
    });
    expect(of(step(1, 'a'), step(1, 'a', 'done', { verdicts: ['violated'] }))).toEqual({
      kind: 'verdict',
      index: 0,
      a: 'holds',
      b: 'violated',
    });
    expect(of(step(1, 'a'), step(1, 'a', 'done', { verdicts: ['does not apply'] }))).toBeNull();
  });

  it('fold where they are equal for long, and only where there is no room', () => {
    const pairs = pairsOf(path('abcdefg'), path('abcdeg'));
    expect(foldEqual(pairs, 7)).toHaveLength(7);
    expect(foldEqual(pairs, 5).map((column) => column.length)).toEqual([5, 1, 1]);
    expect(foldEqual(pairs, 5, new Set([0]))).toHaveLength(7);
  });

  it('are numbered by columns, and a message is drawn from the column in which it was sent', () => {
    const a = [...path('abcdef'), step(7, 'g', 'done', { sentSteps: [6] })];
    const columns = foldEqual(pairsOf(a, path('abcde')), 4);
    const tracks = {
      a: { from: 0, steps: a, chips: [] },
      b: { from: 0, steps: path('abcde'), chips: [] },
    };
    const track = trackOn(columns, 'a', tracks);
    expect(track.steps.map(({ step: at }) => at)).toEqual([1, 2, 3]);
    expect(track.steps.at(-1)?.sentSteps).toEqual([2]);
    expect(track.steps[0]?.mark.heading).toEqual([text('compare.folded', { count: 5 })]);
    expect(trackOn(columns, 'b', tracks).steps).toHaveLength(1);
  });

  it('mark every step that is told or drawn differently, though its words on the lanes are the same', () => {
    const other = step(1, 'a', 'done', { sentence: text('said otherwise') });
    expect(pairsOf([step(1, 'a')], [other])[0]?.difference).toEqual({ kind: 'told' });
    const [pair] = pairsOf([step(1, 'a', 'done', sent('lost'))], [step(1, 'a', 'done', sent('reply'))]);
    expect(pair?.difference).toEqual({ kind: 'told' });
  });

  it('have the values, names and replies that differ marked, and no others', () => {
    const chips = (...all: readonly (readonly [string, string])[]) =>
      all.map(([actor, value]) => ({ actor, text: text(value) }));
    const one = step(1, 'a', 'miss', {
      mark: { heading: [text('ask'), text('miss')], arrows: [], chips: chips(['cache', 'x'], ['db', 'y']) },
    });
    const two = step(1, 'a', 'lease', {
      mark: { heading: [text('ask'), text('lease')], arrows: [], chips: chips(['cache', 'z'], ['db', 'y']) },
    });
    const rest = step(2, 'b');
    const columns = foldEqual(pairsOf([one, rest], [two, rest]), 7);
    const tracks = {
      a: { from: 0, steps: [one, rest], chips: chips(['bob', 'p'], ['cy', 'q']) },
      b: { from: 0, steps: [two, rest], chips: chips(['bob', 'p']) },
    };
    for (const side of ['a', 'b'] as const) {
      const [first, second] = trackOn(columns, side, tracks).steps;
      expect(first?.differs).toBe(true);
      expect(first?.mark.differs).toEqual([1]);
      expect(first?.mark.chips.map(({ differs }) => differs ?? false)).toEqual([true, false]);
      expect(second?.differs).toBeUndefined();
    }
    const standing = (side: 'a' | 'b') => trackOn(columns, side, tracks).chips.map(({ differs }) => differs);
    expect(standing('a')).toEqual([undefined, true]);
    expect(standing('b')).toEqual([undefined]);
  });

  it('fold who has no part in a difference, neither in a step nor by a value that stands', () => {
    const actors = ['ann', 'bob', 'cy', 'dee', 'eve'];
    const none = { a: [], b: [] };
    const by = (key: string, actor: string, reply = 'done'): KeyedStep => step(1, key, reply, { actor });
    expect(neverDiffering(actors, pairsOf([by('a', 'bob')], [by('a', 'bob')]), none)).toEqual(actors);
    const apart = pairsOf([by('a', 'bob', 'x')], [by('a', 'bob', 'y')]);
    expect(neverDiffering(actors, apart, none)).toEqual(['ann', 'cy', 'dee', 'eve']);
    const only = pairsOf([by('a', 'dee')], []);
    expect(neverDiffering(actors, only, none)).toEqual(['ann', 'bob', 'cy', 'eve']);
    const stood = { a: [{ actor: 'eve', text: text('p') }], b: [{ actor: 'eve', text: text('q') }] };
    expect(neverDiffering(actors, [], stood)).toEqual(['ann', 'bob', 'cy', 'dee']);
  });
});
