// The two questions worth asking of any run: what if that switch were the other way, and can any order break it? Where
// there is one order, the second is none.

import { set, usePage } from '../store.ts';
import { useT } from '../words.ts';
import { AsksCompare } from './asks-compare.tsx';

export function BigQuestions() {
  const t = useT();
  const many = usePage((state) => state.head !== null && !state.head.linear);
  const ended = usePage((state) => state.ended !== null);
  return (
    <div className="row big-questions">
      {/* At the end it stands in the ending; its place here is kept. */}
      <span className={ended ? 'place-kept' : undefined}>
        <AsksCompare />
      </span>
      {many ? (
        <button type="button" className="button" onClick={() => set({ dialog: 'explore' })}>
          {t('ask.explore')}
        </button>
      ) : null}
    </div>
  );
}
