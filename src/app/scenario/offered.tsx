// One thing that can happen, as a button, and one that cannot, with its reason: as lists and facets show them.

import type { BlockedChoice, Choice } from '../../session/frame.ts';
import { Say } from '../../widgets/say.tsx';
import { page, set, usePage } from '../store.ts';
import { useT } from '../words.ts';

/** Numbers up to this are keys that choose. */
const MOST_KEYS = 9;

interface OfferedProps {
  readonly choice: Choice;
  /** Its place among all that can happen, from 1; 0 where it has none. */
  readonly number: number;
  /** What a press does; without it, it sends the form that it stands in. */
  readonly onChoose?: () => void;
}

export function Offered({ choice, number, onChoose }: OfferedProps) {
  const own = `action ${choice.key}` as const;
  const hot = usePage((state) => state.hot === own);
  const light = (): void => set({ hot: own });
  const dark = (): void => {
    if (page().hot === own) set({ hot: null });
  };
  return (
    <button
      type={onChoose ? 'button' : 'submit'}
      className="offered"
      data-walk-item
      data-default={choice.isDefault || undefined}
      data-hot={hot || undefined}
      onClick={onChoose}
      onPointerEnter={light}
      onPointerLeave={dark}
      onFocus={light}
      onBlur={dark}
    >
      <span className="offered-words">
        <span>
          <Say text={choice.label} />
        </span>
        {choice.note ? (
          <span className="small">
            <Say text={choice.note} />
          </span>
        ) : null}
      </span>
      {number > 0 && number <= MOST_KEYS ? <kbd>{number}</kbd> : null}
    </button>
  );
}

/** The inside of what cannot happen. */
export function Cannot({ blocked: { label, reason } }: { readonly blocked: BlockedChoice }) {
  const t = useT();
  return (
    <>
      <span>
        <Say text={label} />
      </span>
      <span className="small">{t('next.cannot', { reason })}</span>
    </>
  );
}
