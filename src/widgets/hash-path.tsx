// A path of hashes, a level a column (on a phone a level a row): each hash is made from those of the level before it, and
// the last one is signed. What was there before is struck, what is new is bold, what is untouched is grey; where two
// values do not agree, both stand in the node.

import type { CSSProperties, ReactNode } from 'react';
import './hash-path.css';

export interface HashNode {
  readonly name: string;
  readonly value: string;
  /** What it was before (`changed`), or what it should be (`wrong`); null where nothing else. */
  readonly other: string | null;
  readonly state: 'untouched' | 'changed' | 'checked' | 'wrong';
}

export interface HashLevel {
  readonly id: string;
  /** The line of the outline that tells of it; none where it is no part of the run. */
  readonly told: string | undefined;
  readonly title: string;
  readonly note: string;
  readonly path: readonly HashNode[];
  readonly beside: readonly HashNode[];
}

interface Props {
  readonly levels: readonly HashLevel[];
  readonly phone: boolean;
  /** Hashes beside the path that are drawn of each level; of others it is said how many. */
  readonly mostBeside?: number;
  /** Levels that have room from the start, where more are to come. */
  readonly most?: number;
  readonly words: {
    readonly checked: string;
    readonly expected: string;
    readonly actual: string;
    readonly more: (count: number) => string;
  };
}

/** Of each level so many on the path, and so many beside it where nothing else is said. */
const MOST_PATH = 3;
const MOST_BESIDE = 2;

export function HashPath({ levels, phone, mostBeside = MOST_BESIDE, most = 0, words }: Props) {
  return (
    <ol
      className="hash-path"
      data-phone={phone || undefined}
      style={{ '--levels': Math.max(most, levels.length) } as CSSProperties}
    >
      {levels.map((level) => (
        <li key={level.id} className="hash-level" data-told={level.told}>
          <p className="hash-title">
            <b>{level.title}</b> <span>{level.note}</span>
          </p>
          <div className="hash-nodes">
            {level.path.slice(0, MOST_PATH).map((node) => (
              <Node key={node.name} node={node} words={words} />
            ))}
            <More count={level.path.length - MOST_PATH} words={words} />
          </div>
          <div className="hash-nodes beside">
            {level.beside.slice(0, mostBeside).map((node) => (
              <Node key={node.name} node={node} words={words} />
            ))}
            <More count={level.beside.length - mostBeside} words={words} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function More({ count, words }: { readonly count: number; readonly words: Props['words'] }): ReactNode {
  return count > 0 ? <span className="hash-more">{words.more(count)}</span> : null;
}

function Node({ node, words }: { readonly node: HashNode; readonly words: Props['words'] }) {
  const { name, value, other, state } = node;
  return (
    <span className="hash-node" data-state={state}>
      <span className="hash-name">{name}</span>
      {state === 'wrong' ? (
        <span className="hash-both">
          <span>{words.expected}</span>
          <code>{other ?? '–'}</code>
          <span>{words.actual}</span>
          <code>{value}</code>
        </span>
      ) : (
        <>
          {other === null ? null : (
            <s>
              <code>{other}</code>
            </s>
          )}
          <code>{value}</code>
          {state === 'checked' ? <span className="hash-ok">✓ {words.checked}</span> : null}
        </>
      )}
    </span>
  );
}
