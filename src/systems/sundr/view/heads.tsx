// The line above the tree: what the selected signature covers, or why somebody refused, with both values; and how much
// was kept from whom. It has its place whatever it says, so that nothing below it moves.

import { Suspense } from 'react';
import { text } from '../../../base/text.ts';
import { partOfView } from '../../../widgets/part.ts';
import { Say } from '../../../widgets/say.tsx';
import type { Placed, Refused } from '../scene-log.ts';
import type { TreeScene } from '../scene-tree.ts';
import { useWords } from './parts.tsx';

/** Where nobody has refused it is not asked for. */
const RefusalValues = partOfView(() => import('./refusal.tsx').then((m) => m.RefusalValues));

interface Props {
  readonly scene: Pick<TreeScene, 'entries' | 'principals' | 'seenBy'>;
  readonly refused: readonly Refused[];
  readonly selected: string | null;
  /** What was kept from whom, where it is counted, and the promises broken that nobody has noticed. */
  readonly hidden?: number;
  readonly harm?: number | null;
}

export function Heads({ scene, refused, selected, hidden, harm = null }: Props) {
  const { entries, seenBy } = scene;
  const shown = entries.find(({ id }) => id === selected) ?? entries.at(-1);
  const last = refused.at(-1);
  return (
    <div className="sundr-heads">
      {last && selected === null ? (
        <Suspense fallback={<span />}>
          <RefusalValues scene={scene} user={last.user} refusal={last.refusal} />
        </Suspense>
      ) : (
        <Covers entry={shown ?? null} />
      )}
      <p className="sundr-tally" data-part="tally">
        {hidden === undefined || seenBy !== null ? null : (
          <span>
            <Say text={text('tree.hiddenCount', { count: hidden })} />
          </span>
        )}
        {harm === null || seenBy !== null ? null : (
          <span>
            <Say text={text('tree.harmCount', { count: harm })} />
          </span>
        )}
      </p>
    </div>
  );
}

function Covers({ entry }: { readonly entry: Placed | null }) {
  const t = useWords();
  if (!entry) {
    return (
      <p className="sundr-covers" data-part="covers">
        {t('tree.none')}
      </p>
    );
  }
  const { id, signer, signature, covers } = entry;
  const alone = entry.vector.length === 0;
  return (
    <p className="sundr-covers" data-part="covers">
      <span>
        <Say text={text(alone ? 'tree.coversAlone' : 'tree.covers', { id, signer, covers })} />{' '}
        <span className="sundr-signature">
          <Say text={text('tree.signature', { signature })} />
        </span>
      </span>
    </p>
  );
}
