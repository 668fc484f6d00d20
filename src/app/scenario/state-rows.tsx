// Rows of a state: a name and its value; where a step changed it, the old one struck.

import type { PanelView } from '../../session/frame.ts';
import { Say } from '../../widgets/say.tsx';
import { useT } from '../words.ts';

export function Rows({ rows }: Pick<PanelView, 'rows'>) {
  const t = useT();
  return (
    <dl>
      {rows.map((row) => (
        <div key={row.id} className="state-row" data-changed={row.was !== null || undefined}>
          <dt>
            <Say text={row.label} />
          </dt>
          <dd>
            {row.was === null ? null : (
              <del>
                <span className="visually-hidden">{t('state.was', { value: '' })}</span>
                <Say text={row.was} />
              </del>
            )}{' '}
            <Say text={row.value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
