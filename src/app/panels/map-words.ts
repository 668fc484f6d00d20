// The words the map of states needs, in the language at hand.

import { useMemo } from 'react';
import type { MapWords } from '../../widgets/state-map/map-types.ts';
import { propertyName } from '../system-text.ts';
import { useT } from '../words.ts';

export function useMapWords(): MapWords {
  const t = useT();
  return useMemo(
    () => ({
      map: t('panel.map.map'),
      depth: t('panel.map.depth'),
      state: (id, depth) => t('panel.map.state', { id, depth }),
      list: (parts) => parts.reduce((all, part) => t('panel.map.and', { all, part })),
      start: t('panel.map.start'),
      now: t('panel.map.now'),
      onPath: t('panel.map.onPath'),
      rest: t('panel.map.rest'),
      bad: (name) => t('panel.map.badHere', { property: propertyName(name) }),
      lost: (name) => t('panel.map.lostHere', { property: propertyName(name) }),
      point: (name) => t('panel.map.pointHere', { property: propertyName(name) }),
      legend: {
        path: t('panel.map.legendPath'),
        rest: t('panel.map.legendRest'),
        bad: t('panel.map.legendBad'),
        lost: t('panel.map.legendLost'),
        point: t('panel.map.legendPoint'),
        worst: t('panel.map.legendWorst'),
        gone: t('panel.map.legendGone'),
      },
    }),
    [t],
  );
}
