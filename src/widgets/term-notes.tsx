// A text whose terms open a note: a button with a dotted line, the browser's own popover, so that Escape or a press
// elsewhere closes it and focus goes back.

import type { ReactNode } from 'react';
import { useContext, useId, useRef } from 'react';
import type { Term } from '../base/glossary.ts';
import { withTerms } from '../base/glossary.ts';
import { plain, spans } from '../base/words.ts';
import type { GlossedProps } from './glossed.tsx';
import { Say, SaySpan, WordsContext } from './say.tsx';
import './term-notes.css';

/** No line begins with these: what stands right behind a term stays with it. */
const STOP = /^[，。；：、！？）”]/;

export function TermNotes({
  text,
  after = [],
  note,
  more,
  terms,
}: GlossedProps & { readonly terms: readonly Term[] }) {
  const words = useContext(WordsContext);
  if (note) {
    return (
      <Noted name={plain(words, text)} note={plain(words, note)} more={more}>
        <Say text={text} />
      </Noted>
    );
  }
  const before = after.map((one) => plain(words, one));
  const pieces = withTerms(spans(words, text), terms, before);
  const stopAfter = (index: number): string => STOP.exec(pieces[index + 1]?.span.text ?? '')?.[0] ?? '';
  return pieces.map(({ span, term }, index) => {
    const id = `${index} ${term?.id ?? span.kind}`;
    if (term) {
      const name = term.english ? `${term.name} (${term.english})` : term.name;
      return (
        <span key={id} className="with-stop">
          <Noted name={name} note={term.note}>
            <SaySpan span={span} />
          </Noted>
          {stopAfter(index)}
        </span>
      );
    }
    const said = pieces[index - 1]?.term ? span.text.replace(STOP, '') : span.text;
    return <SaySpan key={id} span={{ ...span, text: said }} />;
  });
}

/** Under its word, within the window. */
function place(note: HTMLElement, word: DOMRect): void {
  const margin = 8;
  const { width, height } = note.getBoundingClientRect();
  const left = Math.max(margin, Math.min(word.left, innerWidth - width - margin));
  const below = word.bottom + 4;
  const top = below + height > innerHeight - margin ? word.top - height - 4 : below;
  note.style.left = `${left}px`;
  note.style.top = `${Math.max(margin, top)}px`;
}

interface NotedProps {
  readonly more?: GlossedProps['more'] | undefined;
  readonly name: string;
  readonly note: string;
  readonly children: ReactNode;
}

function Noted({ name, note, more, children }: NotedProps) {
  const id = useId();
  const own = useRef<HTMLSpanElement>(null);
  const word = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={word} type="button" className="term" popoverTarget={id}>
        {children}
      </button>
      <span
        ref={own}
        id={id}
        className="term-note"
        popover="auto"
        role="note"
        onToggle={(event) => {
          if (event.newState === 'open' && word.current)
            place(event.currentTarget, word.current.getBoundingClientRect());
        }}
      >
        <b>{name}</b>
        <span>{note}</span>
        {more?.(() => own.current?.hidePopover())}
      </span>
    </>
  );
}
