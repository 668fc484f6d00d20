// The list of keys.

import type { PageKey } from '../text.en.ts';
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
  [['J', 'K'], 'keys.jk'],
  [['Ctrl K'], 'keys.find'],
  [['?'], 'keys.help'],
];

export function KeysDialog() {
  const t = useT();
  return (
    <Sheet title={t('keys.title')}>
      <dl className="keys">
        {KEYS.map(([keys, words]) => (
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
