// A setting that is a text, open: what is typed, what is refused of it, and what applies it.

import type { KeyboardEvent } from 'react';
import { text } from '../../base/text.ts';
import { fileIn } from '../../contract/files.ts';
import type { TextSwitch } from '../../contract/system.ts';
import { chooseFiles } from '../../widgets/choose-files.ts';
import { pagePart } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import { setText } from '../settings.ts';
import { switchName, switchNote } from '../system-text.ts';
import { useT } from '../words.ts';
import type { Draft } from './text-draft.ts';
import { asTyped } from './text-draft.ts';

const LEAST_ROWS = 3;
const MOST_ROWS = 16;
const giveTo = (file: File, one: TextSwitch): Promise<void> =>
  pagePart(() => import('../give-file.ts')).then((m) => m.giveInput(file, one));

interface Props {
  readonly one: TextSwitch;
  readonly value: string;
  readonly draft: Draft | null;
  readonly id: string;
  put(draft: Draft | null): void;
  close(): void;
}

export function TextPanel({ one, value, draft, id, put, close }: Props) {
  const t = useT();
  const shown = draft?.text ?? asTyped(value);
  const changed = draft !== null;
  const lines = shown.split('\n').length;
  const file = one.file ? fileIn(value) : null;
  async function apply(): Promise<void> {
    if (!changed) return;
    const refused = await setText(one, shown);
    if (refused) put({ of: value, text: shown, refused });
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void apply();
  };
  return (
    <section id={id} className="text-panel" aria-label={t('page.words', { words: switchName(one.name) })}>
      <p id={`${id}-note`} className="small">
        <Say text={switchNote(one.name)} />
      </p>
      {file ? (
        <p className="text-file">
          <Say text={text('texts.file', { ...file })} />
        </p>
      ) : null}
      <textarea
        className="input"
        hidden={file !== null}
        // biome-ignore lint/a11y/noAutofocus: the learner has just asked to type here
        autoFocus
        aria-label={t('page.words', { words: switchName(one.name) })}
        aria-describedby={`${id}-note ${id}-count${draft?.refused ? ` ${id}-refused` : ''}`}
        aria-invalid={draft?.refused ? true : undefined}
        rows={Math.max(LEAST_ROWS, Math.min(MOST_ROWS, lines + 1))}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        value={shown}
        onChange={(event) => put({ of: value, text: event.target.value, refused: null })}
        onKeyDown={onKeyDown}
      />
      {draft?.refused ? (
        <p id={`${id}-refused`} className="text-refused" role="alert">
          <Say text={draft.refused} />
        </p>
      ) : null}
      <div className="row">
        {file ? (
          <button type="button" className="button" onClick={() => void setText(one, one.default)}>
            {t('texts.noFile')}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="button filled"
              aria-disabled={!changed}
              onClick={() => void apply()}
            >
              {t('texts.apply')}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={!changed}
              onClick={() => changed && put(null)}
            >
              {t('texts.back')}
            </button>
          </>
        )}
        {one.file ? (
          <button
            type="button"
            className="button"
            onClick={() => chooseFiles(([chosen]) => chosen && void giveTo(chosen, one), false)}
          >
            {t('texts.choose')}
          </button>
        ) : null}
        <button type="button" className="button bare" onClick={close}>
          {t('texts.close')}
        </button>
        <span id={`${id}-count`} className="small" hidden={file !== null}>
          {t('texts.count', { letters: shown.length, most: one.maxLength })}
        </span>
      </div>
    </section>
  );
}
