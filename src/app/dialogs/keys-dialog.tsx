// The list of keys.

import { usePage } from '../store.ts';
import type { PageKey } from '../text.en.ts';
import { shownExperiment } from '../views.ts';
import { useT } from '../words.ts';
import { Sheet } from './sheet.tsx';
import './keys-dialog.css';

const KEYS: readonly (readonly [readonly string[], PageKey])[] = [
  [['←', '→'], 'keys.arrows'],
  [['Home', 'End'], 'keys.home'],
  [['Space'], 'keys.space'],
  [['N'], 'keys.interesting'],
  [['1', '…', '9'], 'keys.digits'],
  [['A', 'B', 'C'], 'keys.letters'],
  [['S'], 'keys.skip'],
  [['J', 'K'], 'keys.jk'],
  [['V'], 'keys.view'],
  [['Ctrl K'], 'keys.find'],
  [['?'], 'keys.help'],
];

/** Those of an experiment's page. */
const EXPERIMENT: typeof KEYS = [
  [['←', '→'], 'keys.lamp'],
  [['Page ↑', 'Page ↓'], 'keys.zone'],
  [['S'], 'keys.fix'],
  [['T'], 'keys.table'],
  [['1', '…', '4'], 'keys.plots'],
  [['V'], 'keys.view'],
  [['Ctrl K'], 'keys.find'],
  [['?'], 'keys.help'],
];

export function KeysDialog() {
  const t = useT();
  const list = usePage((state) => (shownExperiment(state) === null ? KEYS : EXPERIMENT));
  return (
    <Sheet title={t('keys.title')}>
      <dl className="keys">
        {list.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
