// Moving through two compared runs together, by buttons and by keys: a step, the ends, and from difference to difference.

import { useEffect } from 'react';
import { endCompare } from '../compare.ts';
import { BackIcon, FirstIcon, InterestingIcon, LastIcon } from '../icons.tsx';
import { page } from '../store.ts';
import { useT } from '../words.ts';
import type { Drawn } from './compare-drawn.ts';

export function CompareSteps({ drawn }: { readonly drawn: Drawn }) {
  const t = useT();
  const { at, columns, differs, goTo } = drawn;
  const last = columns.length;
  const next = differs.find((step) => step > at) ?? null;
  const before = differs.findLast((step) => step < at) ?? null;
  useKeys({
    ArrowRight: () => goTo(at + 1),
    ArrowLeft: () => goTo(at - 1),
    Home: () => goTo(0),
    End: () => goTo(last),
    n: () => next !== null && goTo(next),
    N: () => before !== null && goTo(before),
    Escape: endCompare,
  });
  const icon = (label: string, to: number | null, sign: React.ReactNode, name = '') => (
    <button
      type="button"
      className={`button bare icon ${name}`}
      aria-label={label}
      title={label}
      aria-disabled={to === null || to < 0 || to > last || to === at || undefined}
      onClick={() => {
        if (to !== null) goTo(to);
      }}
    >
      {sign}
    </button>
  );
  return (
    <div className="row compare-steps" role="toolbar" aria-label={t('transport.label')}>
      {icon(t('transport.first'), 0, <FirstIcon />, 'first')}
      {icon(t('transport.back'), at - 1, <BackIcon />)}
      <button
        type="button"
        className="button filled"
        aria-disabled={at >= last || undefined}
        onClick={() => goTo(at + 1)}
      >
        {t('transport.next')}
      </button>
      {icon(t('transport.last'), last, <LastIcon />, 'last')}
      <span className="compare-between">
        {icon(t('compare.previousDifference'), before, <InterestingIcon />, 'turned')}
        {icon(t('compare.nextDifference'), next, <InterestingIcon />)}
      </span>
    </div>
  );
}

function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented || page().dialog !== null) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [role="slider"]'))
        return;
      const act = keys[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
