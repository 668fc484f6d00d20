// The name of a promise, which opens its note: what it means, and where it has turned, in which steps and a way there.

import { Glossed } from '../../widgets/glossed.tsx';
import { goTo } from '../run.ts';
import { usePage } from '../store.ts';
import { propertyName, propertyNote } from '../system-text.ts';
import { useT } from '../words.ts';
import './property-note.css';

interface Props {
  readonly name: string;
  /** In which steps it is violated or reached, and the first of them. */
  readonly turned?: { readonly span: string; readonly step: number } | null;
}

export function PropertyNote({ name, turned = null }: Props) {
  const t = useT();
  const note = propertyNote(name);
  const isThere = usePage((state) => state.words[note.key] !== undefined);
  return (
    <Glossed
      text={propertyName(name)}
      {...(isThere ? { note } : {})}
      more={(close) =>
        turned ? (
          <span className="property-turned">
            <span>{turned.span}</span>
            <button
              type="button"
              className="button"
              onClick={() => {
                close();
                void goTo(turned.step);
              }}
            >
              {t('verdict.flip', { step: turned.step })}
            </button>
          </span>
        ) : null
      }
    />
  );
}
