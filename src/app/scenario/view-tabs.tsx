// The views of a scenario as tabs, where it has more than one; V goes to the next.

import { text } from '../../base/text.ts';
import { Say } from '../../widgets/say.tsx';
import { TabRow } from '../../widgets/tab-row.tsx';
import { usePage } from '../store.ts';
import { kindsOf, shownView, showView } from '../views.ts';
import { useT } from '../words.ts';
import './view-tabs.css';

/** What the tabs show, for `aria-controls`. */
export const SHOWN = 'view-shown';

export function ViewTabs() {
  const t = useT();
  const scenario = usePage((state) => state.scenario);
  const shown = usePage(shownView);
  const kinds = scenario ? kindsOf(scenario) : [];
  if (kinds.length < 2) return null;
  return (
    <div className="view-tabs">
      <TabRow
        name="view-tab"
        label={t('view.label')}
        tabs={kinds}
        open={shown}
        shows={() => SHOWN}
        say={(kind) => <Say text={text(`view.${kind}`)} />}
        onOpen={showView}
      />
      <kbd title={t('keys.view')}>V</kbd>
    </div>
  );
}
