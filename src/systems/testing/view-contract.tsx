// What a view promises to the page, found by mounting it: every mark names the line of the outline (or the choice) that
// tells of it, every line has its mark, every word is in the table, the picture depends on the moment alone, and
// between neighbouring steps nothing moves but what the step changed. A mark that names nothing must say what part of
// the frame it is (`data-part`: a name, an axis, a button).

import type { ReactNode } from 'react';
import { act, StrictMode, Suspense } from 'react';
import type { Root } from 'react-dom/client';
import { createRoot } from 'react-dom/client';
import type { Words } from '../../base/words.ts';
import { plain } from '../../base/words.ts';
import { WordsContext } from '../../widgets/say.tsx';
import type { Told } from '../../widgets/view.ts';

/** A view as mounted at one moment. */
export interface Moment {
  readonly name: string;
  readonly drawn: ReactNode;
  readonly outline: readonly Told[];
  /** Keys of the choices that may be drawn. */
  readonly choices: readonly string[];
}

/** A mounted view: shows one moment after another in the same place, as a page does. */
export class Mounted {
  readonly missing = new Set<string>();
  private readonly words: Words;
  readonly host: HTMLElement;
  private readonly root: Root;

  /** Drawn in the first of the languages; what is asked for must be in all of them. */
  constructor(...languages: readonly [Words, ...Words[]]) {
    this.words = new Proxy(languages[0], {
      get: (table, key) => {
        const found = Reflect.get(table, key);
        if (typeof key === 'string' && languages.some((each) => each[key] === undefined))
          this.missing.add(key);
        return found;
      },
    });
    this.host = document.createElement('div');
    document.body.append(this.host);
    this.root = createRoot(this.host);
  }

  async show({ drawn }: Moment): Promise<HTMLElement> {
    await act(async () =>
      this.root.render(
        <StrictMode>
          <WordsContext.Provider value={this.words}>
            <Suspense fallback={<i data-waits="" />}>{drawn}</Suspense>
          </WordsContext.Provider>
        </StrictMode>,
      ),
    );
    // A part of the view is on its way.
    while (this.host.lastElementChild?.hasAttribute('data-waits'))
      await act(() => new Promise((resolve) => setTimeout(resolve)));
    return this.host;
  }

  async end(): Promise<void> {
    await act(async () => this.root.unmount());
    this.host.remove();
  }
}

/** What is drawn, attributes in order of name; names that React makes up for each mounting are one. */
export function drawingOf(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value}"`).sort();
  const inside = [...element.childNodes].map((node) =>
    node instanceof Element ? drawingOf(node) : (node.textContent ?? ''),
  );
  const drawing = `<${element.tagName}${attributes.join('')}>${inside.join('')}</>`;
  return drawing.replace(/_r_[0-9a-z]+_/g, '_r_');
}

const SHAPES = new Set('line path circle ellipse rect polygon polyline canvas img'.split(' '));
const OWNS = ['data-told', 'data-choice', 'data-part'] as const;

/** Every element inside, with the nearest one at or above it that says what it is. */
function* owned(host: Element, owner: Element | null = null): Generator<readonly [Element, Element | null]> {
  for (const element of host.children) {
    const own = OWNS.some((name) => element.hasAttribute(name)) ? element : owner;
    yield [element, own];
    yield* owned(element, own);
  }
}

const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');

/** Marks that nothing tells of, and lines that name what is not there, as sentences. */
export function untold(host: HTMLElement, { outline, choices }: Moment): readonly string[] {
  const problems = new Set<string>();
  const lines = new Set(outline.map(({ key }) => key));
  for (const [element, owner] of owned(host)) {
    const tag = element.tagName.toLowerCase();
    if (!owner && (SHAPES.has(tag) || hasWords(element)))
      problems.add(`<${tag} class="${element.getAttribute('class') ?? ''}"> is told by nothing`);
    const told = element.getAttribute('data-told');
    if (told !== null && !lines.has(told)) problems.add(`a mark is told by '${told}', which is no line`);
    const choice = element.getAttribute('data-choice');
    if (choice !== null && !choices.includes(choice))
      problems.add(`a mark is of '${choice}', which is no choice`);
  }
  return [...problems];
}

/** Keys of the lines that have a mark here. */
export const toldHere = (host: HTMLElement): readonly string[] =>
  [...host.querySelectorAll('[data-told]')].map((element) => element.getAttribute('data-told') ?? '');

/** Lines that the picture shows in other words, as sentences: for views whose picture is text. */
export function misquoted(host: HTMLElement, { outline }: Moment, words: Words): readonly string[] {
  return outline.flatMap(({ key, text }) => {
    const said = plain(words, text);
    // What stays on one line is bound by spaces of another kind.
    const shown = (host.querySelector(`[data-told="${key}"]`)?.textContent ?? '').replaceAll('\u00a0', ' ');
    return shown.includes(said) ? [] : [`'${key}' is told as "${said}" and shown as "${shown.slice(0, 80)}"`];
  });
}

const PLACES = 'x x1 x2 y y1 y2 cx cy width height points d transform'.split(' ');
const STYLES = ['left', 'top', 'right', 'bottom', 'width', 'height', 'transform'] as const;

/** The numbers that place an element. */
function placeOf(element: Element): readonly number[] {
  const style = element instanceof HTMLElement ? STYLES.map((name) => element.style[name]) : [];
  const all = [...PLACES.map((name) => element.getAttribute(name) ?? ''), ...style].join(' | ');
  return [...all.matchAll(/-?\d+(\.\d+)?(e-?\d+)?/g)].map(([number]) => Number(number));
}

type Snapshot = ReadonlyMap<string, readonly number[]>;

/** Each placed element by what it is: its line or part, its tag and classes, and which of those. */
export function snapshot(host: HTMLElement): Snapshot {
  const places = new Map<string, readonly number[]>();
  const counts = new Map<string, number>();
  for (const [element, owner] of owned(host)) {
    const told = owner?.getAttribute('data-told') ?? null;
    const part = owner?.getAttribute('data-part') ?? null;
    if (told === null && part === null) continue;
    const what = [element.tagName.toLowerCase(), ...element.classList].join('.');
    const kind = `${told ?? `part ${part}`} <${what}>`;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    places.set(`${kind} ${count}`, placeOf(element));
  }
  return places;
}

/** The emphasis of the present step (a larger head of an arrow, a wider border) is no move. */
const EMPHASIS = 3;

/**
 * What stands elsewhere than before, as sentences. `changed` are the lines that the step brought: they may stand where
 * they like. A part that follows the lamp (a lifeline that is lived up to now) says so: `data-part="... lamp"`.
 */
export function moved(before: Snapshot, after: Snapshot, changed: readonly string[]): readonly string[] {
  return [...before].flatMap(([name, place]) => {
    const now = after.get(name);
    const free = changed.some((key) => name.startsWith(`${key} `)) || /^part \S+ lamp /.test(name);
    if (!now || free) return [];
    const same =
      now.length === place.length && now.every((at, i) => Math.abs(at - (place[i] as number)) <= EMPHASIS);
    return same ? [] : [`${name} moved from ${place.join(' ')} to ${now.join(' ')}`];
  });
}
