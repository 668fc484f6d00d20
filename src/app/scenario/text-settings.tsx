// Settings that are texts: a program, a header in hex, the bytes of a file. Closed, each is a pill among the other
// switches; open, a panel below them. What is typed is applied by a button, not by typing, and is kept while the panel is
// closed; what is refused is said beside it, and the run stays as it was.

import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { Text } from '../../base/text.ts';
import { excerpt, text } from '../../base/text.ts';
import { fileIn } from '../../contract/files.ts';
import type { TextSwitch } from '../../contract/system.ts';
import { pagePart } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import { chooseFiles } from '../choose-file.ts';
import { EditIcon } from '../icons.tsx';
import { setText } from '../settings.ts';
import { usePage } from '../store.ts';
import { switchName, switchNote } from '../system-text.ts';
import { useT } from '../words.ts';
import { isShownText } from './switch-control.tsx';
import './text-settings.css';

const LEAST_ROWS = 3;
const MOST_ROWS = 16;
/** Characters of a text on its pill. */
const BEGINNING = 14;

interface Draft {
  /** The applied text it was begun from: another one has taken its place since, or not. */
  readonly of: string;
  readonly text: string;
  readonly refused: Text | null;
}

const giveTo = (file: File, one: TextSwitch): Promise<void> =>
  pagePart(() => import('../give-file.ts')).then((m) => m.giveInput(file, one));

/** As a text area holds it. */
const asTyped = (value: string): string => value.replace(/\r\n?/g, '\n');

/** Drawn in the row of the switches. */
export function TextSettings() {
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft | null>>>({});
  const pills = useRef(new Map<string, HTMLButtonElement | null>());
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  const params = usePage((state) => state.frame?.params);
  if (!system || !scenario || !params) return null;
  const texts = system.switches.flatMap((one) => {
    if (!isShownText(one, scenario, params)) return [];
    const value = String(params[one.name] ?? one.default);
    const begun = drafts[one.name];
    const draft = begun?.of === value && begun.text !== asTyped(value) ? begun : null;
    return [{ one, value, draft }];
  });
  const shown = texts.find(({ one }) => one.name === open);
  const close = (): void => {
    setOpen(null);
    if (open !== null) pills.current.get(open)?.focus();
  };
  return (
    <>
      {texts.map(({ one, value, draft }) => (
        <Pill
          key={one.name}
          one={one}
          value={value}
          changed={draft !== null}
          panel={`${id}-panel`}
          open={one === shown?.one}
          toggle={() => setOpen(open === one.name ? null : one.name)}
          keep={(button) => void pills.current.set(one.name, button)}
        />
      ))}
      {shown ? (
        <Panel
          key={`${shown.one.name} ${shown.one.file && fileIn(shown.value) ? 'file' : 'text'}`}
          {...shown}
          id={`${id}-panel`}
          put={(draft) => setDrafts((before) => ({ ...before, [shown.one.name]: draft }))}
          close={close}
        />
      ) : null}
    </>
  );
}

interface PillProps {
  readonly one: TextSwitch;
  readonly value: string;
  readonly changed: boolean;
  readonly panel: string;
  readonly open: boolean;
  toggle(): void;
  keep(button: HTMLButtonElement | null): void;
}

function Pill({ one, value, changed, panel, open, toggle, keep }: PillProps) {
  const t = useT();
  const file = one.file ? fileIn(value) : null;
  return (
    <button
      ref={keep}
      type="button"
      className="pill text-pill"
      aria-expanded={open}
      {...(open ? { 'aria-controls': panel } : {})}
      title={
        file
          ? `${file.name}, ${file.sha256}`
          : t('texts.shape', { lines: value.split('\n').length, letters: value.length })
      }
      onClick={toggle}
    >
      <span className="pill-name">
        <Say text={switchName(one.name)} />
      </span>
      <code>{file ? file.name : excerpt(value, BEGINNING)}</code>
      {changed ? <span className="text-unapplied">{t('texts.unapplied')}</span> : null}
      <EditIcon />
    </button>
  );
}

interface PanelProps {
  readonly one: TextSwitch;
  readonly value: string;
  readonly draft: Draft | null;
  readonly id: string;
  put(draft: Draft | null): void;
  close(): void;
}

function Panel({ one, value, draft, id, put, close }: PanelProps) {
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
