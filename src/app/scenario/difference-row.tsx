// Between two runs on one axis: for each column how they differ, as a button that goes there, or that they do not.

import type { CSSProperties } from 'react';
import { axisOf, axisVars } from '../../widgets/axis.ts';
import { useLabelSize } from '../../widgets/say.tsx';
import { usePage } from '../store.ts';
import { longHeadings } from '../views.ts';
import { useT } from '../words.ts';
import type { Drawn } from './compare-drawn.ts';
import { useHow } from './use-how.ts';

interface Props {
  readonly drawn: Drawn;
  onUnfold(column: number): void;
}

export function DifferenceRow({ drawn, onUnfold }: Props) {
  const t = useT();
  const how = useHow(drawn);
  const size = useLabelSize();
  const { columns, first, most, at, width, goTo } = drawn;
  const style = axisVars(axisOf(width, false, usePage(longHeadings)), first, at, size) as CSSProperties;
  return (
    <div className="difference-row time-panel" style={style} data-glide>
      <div className="lamp-band" aria-hidden="true" />
      <span className="difference-label">{t('compare.difference')}</span>
      <ol>
        {columns.slice(first - 1, first - 1 + most).map((column, index) => {
          const step = first + index;
          const [pair] = column;
          const place = {
            left: `calc(var(--gutter) + var(--lead) + var(--column) * ${index})`,
          } as CSSProperties;
          const difference = pair?.difference ?? null;
          return (
            <li key={step} style={place} data-now={step === at || undefined}>
              {difference ? (
                <button
                  type="button"
                  className="difference"
                  aria-label={t('compare.go', { step, how: how(difference) })}
                  title={how(difference)}
                  onClick={() => goTo(step)}
                >
                  <span>
                    {difference.kind === 'only'
                      ? t(difference.side === 'a' ? 'compare.onlyAbove' : 'compare.onlyBelow')
                      : how(difference)}
                  </span>
                </button>
              ) : column.length > 1 ? (
                <button
                  type="button"
                  className="difference"
                  aria-label={t('compare.unfold', { count: column.length })}
                  onClick={() => onUnfold(step)}
                >
                  {t('compare.folded', { count: column.length })}
                </button>
              ) : (
                <span>{t('compare.none')}</span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
