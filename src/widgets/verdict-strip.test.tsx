import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LaneStep, Verdict } from './lane-types.ts';
import type { StripRow } from './verdict-strip.tsx';
import { VerdictStrip } from './verdict-strip.tsx';

/** A promise that is violated in step 2 alone, and something that is so in step 2 alone. */
const HERE: readonly (readonly Verdict[])[] = [
  ['holds', 'not reached'],
  ['violated', 'reached'],
  ['holds', 'not reached'],
];
const SO_FAR: readonly (readonly Verdict[])[] = [
  ['holds', 'not reached'],
  ['violated', 'reached'],
  ['violated', 'reached'],
];
const steps = HERE.map(
  (verdicts, index): LaneStep => ({
    step: index + 1,
    actor: 'ann',
    sentence: { key: 'said' },
    mark: { heading: [], arrows: [], chips: [] },
    sentSteps: [],
    verdicts,
    soFar: SO_FAR[index] ?? [],
    fork: false,
  }),
);
const row = (name: string, index: number): StripRow => ({
  name,
  label: name,
  index,
  word: (verdict) => verdict,
  applies: true,
  folded: false,
  turned: null,
});

describe('the strip of verdicts', () => {
  const html = renderToStaticMarkup(
    <VerdictStrip
      rows={[row('kept', 0), row('seen', 1)]}
      steps={steps}
      first={1}
      now={3}
      quiet={false}
      column={100}
      words={{
        promises: 'promises',
        shortStep: (step) => `step ${step}`,
        folded: String,
        notHere: ', not here',
      }}
    />,
  );
  const said = html
    .split('strip-row')
    .slice(1)
    .map((part) => [...part.matchAll(/"verdict-word">([^<]*)</g)].map((match) => match[1]));

  it('keeps what was violated violated and what was reached reached', () => {
    expect(said).toEqual([
      ['holds', 'violated', 'violated'],
      ['not reached', 'reached', 'reached'],
    ]);
  });

  it('marks the steps at which it is so, and says where it is not', () => {
    const marks = [...html.matchAll(/class="cell"[^>]*>/g)].map(([cell]) => cell.includes('data-before'));
    expect(marks).toEqual([false, false, true, false, false, true]);
    expect(html.split(', not here')).toHaveLength(3);
  });

  it('is a table with a column a step', () => {
    const heads = [...html.matchAll(/role="columnheader">([^<]*)</g)].map((match) => match[1]);
    expect(heads).toEqual(['promises', 'step 1', 'step 2', 'step 3']);
    expect(html.match(/role="row"/g)).toHaveLength(3);
    expect(html.match(/role="cell"/g)).toHaveLength(6);
  });
});

describe('a strip with more promises than there is room for', () => {
  const html = renderToStaticMarkup(
    <VerdictStrip
      rows={[row('kept', 0), { ...row('seen', 1), folded: true }]}
      steps={steps}
      first={1}
      now={3}
      quiet={false}
      column={100}
      words={{
        promises: 'promises',
        shortStep: (step) => `step ${step}`,
        folded: (more, inapplicable) => `${more} more, ${inapplicable} that do not apply`,
        notHere: ', not here',
      }}
    />,
  );
  it('says how many more there are in place of their rows', () => {
    expect(html).not.toContain('seen');
    expect(html).toContain('1 more, 0 that do not apply');
  });
});
