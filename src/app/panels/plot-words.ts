// The words a plot needs, in the language at hand.

import { useMemo } from 'react';
import type { PlotWords } from '../../widgets/plot/plot-types.ts';
import { useT } from '../words.ts';

export function usePlotWords(): PlotWords {
  const t = useT();
  return useMemo(
    () => ({
      chart: t('panel.plot.chart'),
      showTable: t('panel.plot.showTable'),
      hideTable: t('panel.plot.hideTable'),
      published: t('panel.plot.published'),
      none: t('panel.plot.none'),
      range: (low, high) => t('panel.plot.range', { low, high }),
      lowest: (series) => t('panel.plot.lowest', { series }),
      highest: (series) => t('panel.plot.highest', { series }),
      at: (x) => t('panel.plot.at', { x }),
    }),
    [t],
  );
}
