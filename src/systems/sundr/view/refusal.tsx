// A refusal with its check and the two values that did not fit, counts under the names of their principals.

import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';
import type { Valued } from '../../../widgets/two-values.tsx';
import { TwoValues } from '../../../widgets/two-values.tsx';
import { NONE } from '../rules.ts';
import type { TreeScene } from '../scene-tree.ts';
import type { Refusal } from '../state.ts';
import { useWords } from './parts.tsx';
import { toldRefused } from './told.ts';

interface Props {
  readonly scene: Pick<TreeScene, 'principals'>;
  readonly user: string;
  readonly refusal: Refusal;
}

/** `A2 B1` as counts in the order of principals; any other word as it is. */
export function countsIn(principals: readonly string[], word: string): Valued['value'] {
  const counts = new Map<string, number>();
  for (const part of word.split(' ')) {
    const found = /^([A-Za-z]+)(\d+)$/.exec(part);
    if (!found?.[1] || !principals.includes(found[1])) return word;
    counts.set(found[1], Number(found[2]));
  }
  return principals.map((who) => counts.get(who) ?? 0);
}

export function RefusalValues({ scene, user, refusal }: Props) {
  const t = useWords();
  const { check, expected, actual, at } = refusal;
  const { principals } = scene;
  const said = (value: string): string => (value === NONE ? t('facet.none') : value || '–');
  const nameOf = (id: string | undefined, key: string): string => (id ? id : t(key));
  // An order has two entries, one for each value; of any other check they are what was asked for and what was there.
  const both = at.length === 2;
  const values = [countsIn(principals, expected), countsIn(principals, actual)] as const;
  const counts = values.every((value) => typeof value !== 'string');
  return (
    <div className="sundr-refusal" data-told={toldRefused(user)}>
      <p>
        <span aria-hidden="true">✕</span> <Say text={text('tree.refuses', { user })} />
        <br />
        <b>
          <Say text={text(`check.${check}`)} />
        </b>
      </p>
      <TwoValues
        told={toldRefused(user)}
        heads={principals}
        rows={[
          {
            label: both ? nameOf(at[0], 'tree.expected') : t('tree.expected'),
            value: counts ? values[0] : said(expected),
          },
          {
            label: both ? nameOf(at[1], 'tree.actual') : t('tree.actual'),
            value: counts ? values[1] : said(actual),
          },
        ]}
      />
    </div>
  );
}
