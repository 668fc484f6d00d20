// Everything tried, never thrown away: a name, where it left the other, how it ended. One press goes there.

import { useState } from 'react';
import type { TryInfo } from '../../session/frame.ts';
import { usePlain } from '../../widgets/say.tsx';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import { EditIcon } from '../icons.tsx';
import { goToTry, nameTry } from '../run.ts';
import { usePage } from '../store.ts';
import { propertyEnd } from '../system-text.ts';
import { useT } from '../words.ts';
import './tries.css';

export function Tries() {
  const t = useT();
  const tries = usePage((state) => state.frame?.tries);
  const current = usePage((state) => state.frame?.cursor.try);
  const [editing, setEditing] = useState<number | null>(null);
  if (!tries) return null;
  return (
    <section className="tries" aria-label={t('tries.label')}>
      <ol data-walk="tries">
        {tries.map((info, index) => (
          <li key={info.id} className="try" data-current={info.id === current || undefined}>
            {editing === info.id ? (
              <NameField info={info} number={index + 1} onDone={() => setEditing(null)} />
            ) : (
              <TryRow info={info} number={index + 1} tries={tries} current={info.id === current} />
            )}
            <button
              type="button"
              className="button bare icon rename"
              aria-label={t('tries.rename', { try: info.name ?? t('tries.try', { number: index + 1 }) })}
              title={t('tries.edit')}
              onClick={() => setEditing(info.id)}
            >
              <EditIcon />
            </button>
          </li>
        ))}
      </ol>
      {tries.length === 1 ? <p className="small">{t('tries.empty')}</p> : null}
    </section>
  );
}

interface RowProps {
  readonly info: TryInfo;
  readonly number: number;
  readonly tries: readonly TryInfo[];
  readonly current: boolean;
}

function TryRow({ info, number, tries, current }: RowProps) {
  const t = useT();
  const plain = usePlain();
  const { from } = info;
  const other = tries.findIndex(({ id }) => id === from?.try);
  const parent = tries[other];
  const first = info.parts
    .slice(0, 2)
    .map((sentence) => plain(sentence).replace(/[.。]$/, ''))
    .join('; ');
  const left = from
    ? t('tries.from', { other: parent?.name ?? t('tries.try', { number: other + 1 }), step: from.step })
    : t('tries.first');
  return (
    <button
      type="button"
      className="try-go"
      data-walk-item
      aria-current={current || undefined}
      onClick={() =>
        void goToTry(info.id, from && !current ? Math.min(from.step + 1, info.length) : info.length)
      }
    >
      <b className="try-name">{info.name ?? t('tries.try', { number })}</b>
      <span className="try-path">
        <span className="try-first">{first || left}</span>
        {first ? <span className="small"> {left}</span> : null}
      </span>
      <TryEnd info={info} />
    </button>
  );
}

/** In two words of the promise that was broken, or else of the first that is made here and can be told. */
function TryEnd({ info }: { readonly info: TryInfo }) {
  const t = useT();
  const plain = usePlain();
  const made = usePage((state) =>
    state.frame?.properties.find(
      ({ kind, here }) => kind === 'always' && here !== 'does not apply' && here !== 'unknown',
    ),
  );
  const [violated] = info.ended.violated;
  if (violated !== undefined) {
    return <VerdictWord verdict="violated" word={plain(propertyEnd(violated, 'broken'))} />;
  }
  if (!info.ended.over) return <VerdictWord verdict="open" word={t('tries.open')} />;
  return (
    <VerdictWord verdict="holds" word={made ? plain(propertyEnd(made.name, 'kept')) : t('tries.over')} />
  );
}

function NameField({ info, number, onDone }: { info: TryInfo; number: number; onDone: () => void }) {
  const t = useT();
  const name = info.name ?? '';
  return (
    <form
      className="try-naming"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('name');
        void nameTry(info.id, String(typed ?? '').trim()).then(onDone);
      }}
    >
      <input
        className="input"
        name="name"
        // biome-ignore lint/a11y/noAutofocus: the learner has just asked to type here
        autoFocus
        maxLength={60}
        defaultValue={name}
        placeholder={t('tries.try', { number })}
        aria-label={t('tries.rename', { try: name || t('tries.try', { number }) })}
        onBlur={(event) => event.currentTarget.form?.requestSubmit()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
    </form>
  );
}
