// How two steps differ, in words.

import type { Difference } from '../../widgets/difference.ts';
import { usePlain } from '../../widgets/say.tsx';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import type { Drawn } from './compare-drawn.ts';

export function useHow({ titles }: Pick<Drawn, 'titles'>): (difference: Difference) => string {
  const t = useT();
  const plain = usePlain();
  return (difference) => {
    switch (difference.kind) {
      case 'only':
        return `≠ ${t(difference.side === 'a' ? 'compare.notWith' : 'compare.onlyWith', { setting: titles.b })}`;
      case 'words': {
        const { a, b } = difference;
        return t('compare.how', { a: a ? plain(a) : '–', b: b ? plain(b) : '–' });
      }
      case 'told':
        return t('compare.otherwise');
      case 'verdict': {
        const said = (verdict: string): string => t(`verdict.${verdict}` as PageKey);
        return t('compare.how', { a: said(difference.a), b: said(difference.b) });
      }
    }
  };
}
