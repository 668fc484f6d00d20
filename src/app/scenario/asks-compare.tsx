// The comparison that matters here, as a button: the scenario's setting, seen from where the run stands.

import { ASKS_COMPARE, startCompare } from '../compare.ts';
import type { MainFix } from '../panels/main-fix.ts';
import { mainFix } from '../panels/main-fix.ts';
import { usePage } from '../store.ts';
import { settingWords, useT } from '../words.ts';

export function useMainFix(): MainFix | null {
  const scenario = usePage((state) => state.scenario);
  const params = usePage((state) => state.frame?.params);
  const switches = usePage((state) => state.system?.switches);
  return scenario && params && switches ? mainFix(scenario, params, switches) : null;
}

/** Its words. */
export function useCompareWords(): (fix: MainFix) => string {
  const t = useT();
  return (fix) => t('ask.compare', { what: settingWords(t, fix.name, fix.value) });
}

export function AsksCompare({ filled }: { readonly filled?: boolean }) {
  const fix = useMainFix();
  const words = useCompareWords();
  if (!fix) return null;
  return (
    <button
      type="button"
      className={filled ? 'button filled' : 'button'}
      {...{ [ASKS_COMPARE]: '' }}
      onClick={() => void startCompare(fix.name, fix.value)}
    >
      {words(fix)}
    </button>
  );
}
